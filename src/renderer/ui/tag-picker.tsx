import type { ReactNode } from 'react'
import type { Tag } from '../../shared/contract/entities.ts'
import { ColourDot } from './colour-dot.tsx'
import { OptionList } from './option-list.tsx'
import { Popover } from './popover.tsx'
import type { Create } from './project-picker.tsx'
import { type OpenControl, useOpen } from './use-open.ts'

interface TagPickerProps {
  readonly tags: readonly Tag[]
  readonly value: readonly string[]
  readonly onChange: (tagIds: string[]) => void
  readonly onCreate: Create<[name: string]>
}

/** Any number of tags: each Enter or click puts one on or takes it off; the panel stays open. */
export function TagPicker({ trigger, ...rest }: TagPickerProps & OpenControl & { trigger: ReactNode }) {
  const [open, setOpen] = useOpen(rest)
  return (
    <Popover trigger={trigger} label="Tags" className="w-72" open={open} onOpenChange={setOpen}>
      <TagPanel {...rest} />
    </Popover>
  )
}

function TagPanel({ tags, value, onChange, onCreate }: TagPickerProps) {
  const chosen = new Set(value)
  const options = tags
    .filter((tag) => !tag.archived || chosen.has(tag.id))
    .map((tag) => ({
      id: tag.id,
      label: tag.name,
      mark: tag.colour === null ? undefined : <ColourDot colour={tag.colour} />,
    }))
    .sort((a, b) => a.label.localeCompare(b.label))
  return (
    <OptionList
      // A made tag clears the search field: the list begins anew.
      key={tags.length}
      label="Tags"
      placeholder="Find or create a tag"
      emptyText="No tags yet. Type a name to make one."
      options={options}
      selected={chosen}
      createLabel={(text) => `Create tag “${text}”`}
      onPick={(id) => onChange(chosen.has(id) ? value.filter((tagId) => tagId !== id) : [...value, id])}
      onCreate={async (text) => {
        const id = await onCreate(text)
        if (id !== null) onChange([...value, id])
      }}
    />
  )
}
