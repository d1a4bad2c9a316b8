import { clsx } from 'clsx'
import { Command } from 'cmdk'
import { Check, Plus } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { rankOptions } from './rank-options.ts'

export interface Option {
  readonly id: string
  readonly label: string
  /** Beside the label, paler. */
  readonly hint?: string | undefined
  /** Heading above; options of one group stand together in the order given. */
  readonly group?: string | undefined
  readonly keywords?: string | undefined
  readonly mark?: ReactNode
}

/**
 * A search field above a list: type to find, arrows to move, Enter to take. `onCreate` offers what was typed as a new
 * thing when nothing has that very name. The list shows at most 100; typing finds the others.
 */
export function OptionList({
  label,
  options,
  selected,
  placeholder,
  emptyText = 'Nothing found',
  createLabel = (text) => `Create “${text}”`,
  header,
  onPick,
  onCreate,
  onBack,
}: {
  label: string
  options: readonly Option[]
  /** Ids that are chosen now. */
  selected: ReadonlySet<string>
  placeholder: string
  emptyText?: string
  createLabel?: (text: string) => string
  header?: ReactNode
  onPick: (id: string) => void
  onCreate?: ((text: string) => void) | undefined
  /** Backspace in the empty field. */
  onBack?: (() => void) | undefined
}) {
  const [text, setText] = useState('')
  const found = rankOptions(options, text)
  const typed = text.trim()
  const isNew = typed !== '' && !options.some((option) => option.label.toLowerCase() === typed.toLowerCase())
  return (
    <Command label={label} shouldFilter={false} loop className="flex max-h-80 flex-col">
      {header}
      <Command.Input
        autoFocus
        value={text}
        onValueChange={setText}
        placeholder={placeholder}
        onKeyDown={(event) => {
          if (event.key === 'Backspace' && text === '' && onBack) onBack()
        }}
        className="h-9 w-full shrink-0 border-b border-line bg-transparent px-3 outline-none"
      />
      <Command.List className="min-h-0 overflow-y-auto p-1">
        {found.length === 0 && !(isNew && onCreate) && <p className="px-2 py-3 text-sm text-ink-faint">{emptyText}</p>}
        {groupsOf(found).map(([group, members]) => (
          <Command.Group
            key={group}
            heading={group === '' ? undefined : group}
            className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-sm [&_[cmdk-group-heading]]:text-ink-faint"
          >
            {members.map((option) => (
              <Row key={option.id} id={option.id} onSelect={() => onPick(option.id)}>
                {option.mark}
                <span className="min-w-0 truncate">{option.label}</span>
                {option.hint !== undefined && <span className="truncate text-sm text-ink-faint">{option.hint}</span>}
                {selected.has(option.id) && (
                  <Check aria-label="chosen" size={16} className="ml-auto shrink-0 text-accent-text" />
                )}
              </Row>
            ))}
          </Command.Group>
        ))}
        {isNew && onCreate && (
          <Row id="create" onSelect={() => onCreate(typed)}>
            <Plus aria-hidden="true" size={16} className="text-ink-faint" />
            <span className="truncate">{createLabel(typed)}</span>
          </Row>
        )}
      </Command.List>
    </Command>
  )
}

function Row({ id, onSelect, children }: { id: string; onSelect: () => void; children: ReactNode }) {
  return (
    <Command.Item
      value={id}
      onSelect={onSelect}
      className={clsx('flex h-8 items-center gap-2 rounded-md px-2 select-none data-[selected=true]:bg-hover')}
    >
      {children}
    </Command.Item>
  )
}

/** Groups in order of their best member. */
function groupsOf(options: readonly Option[]): [string, Option[]][] {
  const groups = new Map<string, Option[]>()
  for (const option of options) {
    const group = option.group ?? ''
    const members = groups.get(group)
    if (members) members.push(option)
    else groups.set(group, [option])
  }
  return [...groups]
}
