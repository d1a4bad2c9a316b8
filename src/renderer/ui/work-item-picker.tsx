import type { ReactNode } from 'react'
import type { WorkItem } from '../../shared/contract/entities.ts'
import { OptionList } from './option-list.tsx'
import { Popover } from './popover.tsx'
import { NONE } from './project-options.tsx'
import type { Create } from './project-picker.tsx'
import { type OpenControl, useOpen } from './use-open.ts'

interface WorkItemPickerProps {
  readonly workItems: readonly WorkItem[]
  readonly value: string | null
  readonly onChange: (workItemId: string | null) => void
  readonly onCreate: Create<[key: string, title: string]>
}

/** One work item by key or title. Typing `ABC-12 Fix the retry` makes a local one with that key and title. */
export function WorkItemPicker({ trigger, ...rest }: WorkItemPickerProps & OpenControl & { trigger: ReactNode }) {
  const [open, setOpen] = useOpen(rest)
  return (
    <Popover
      trigger={trigger}
      label="Work item"
      className="w-96 max-w-[calc(100vw-16px)]"
      open={open}
      onOpenChange={setOpen}
    >
      <WorkItemPanel {...rest} onDone={() => setOpen(false)} />
    </Popover>
  )
}

function WorkItemPanel({ workItems, value, onChange, onCreate, onDone }: WorkItemPickerProps & { onDone: () => void }) {
  const options = workItems
    .filter((item) => item.state === 'open' || item.id === value)
    .map((item) => ({ id: item.id, label: item.key, hint: item.title, keywords: item.title }))
  return (
    <OptionList
      label="Work items"
      placeholder="Find by key or title, or type KEY and a title"
      emptyText="No work items yet. Type a key and a title to make one."
      options={value === null ? options : [{ id: NONE, label: 'No work item' }, ...options]}
      selected={new Set(value === null ? [] : [value])}
      createLabel={(text) => `Create work item ${text}`}
      onPick={(id) => {
        onChange(id === NONE ? null : id)
        onDone()
      }}
      onCreate={async (text) => {
        const [key = '', ...title] = text.split(/\s+/)
        const id = await onCreate(key, title.length === 0 ? key : title.join(' '))
        if (id === null) return
        onChange(id)
        onDone()
      }}
    />
  )
}
