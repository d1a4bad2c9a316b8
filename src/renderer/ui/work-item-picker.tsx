import type { ReactNode } from 'react'
import { useState } from 'react'
import type { WorkItem } from '../../shared/contract/entities.ts'
import { OptionList } from './option-list.tsx'
import { Popover } from './popover.tsx'
import { NONE } from './project-options.tsx'
import type { Create } from './project-picker.tsx'

/** One work item by key or title. Typing `ABC-12 Fix the retry` makes a local one with that key and title. */
export function WorkItemPicker({
  trigger,
  workItems,
  value,
  onChange,
  onCreate,
  open: openFromOutside,
  onOpenChange,
}: {
  trigger: ReactNode
  workItems: readonly WorkItem[]
  value: string | null
  onChange: (workItemId: string | null) => void
  onCreate: Create<[key: string, title: string]>
  open?: boolean
  onOpenChange?: (open: boolean) => void
}) {
  const [ownOpen, setOwnOpen] = useState(false)
  const setOpen = (next: boolean) => {
    setOwnOpen(next)
    onOpenChange?.(next)
  }
  const options = workItems
    .filter((item) => item.state === 'open' || item.id === value)
    .map((item) => ({ id: item.id, label: item.key, hint: item.title, keywords: item.title }))
  return (
    <Popover
      trigger={trigger}
      label="Work item"
      className="w-96 max-w-[calc(100vw-16px)]"
      open={openFromOutside ?? ownOpen}
      onOpenChange={setOpen}
    >
      <OptionList
        label="Work items"
        placeholder="Find by key or title, or type KEY and a title"
        emptyText="No work items yet. Type a key and a title to make one."
        options={value === null ? options : [{ id: NONE, label: 'No work item' }, ...options]}
        selected={new Set(value === null ? [] : [value])}
        createLabel={(text) => `Create work item ${text}`}
        onPick={(id) => {
          onChange(id === NONE ? null : id)
          setOpen(false)
        }}
        onCreate={async (text) => {
          const [key = '', ...title] = text.split(/\s+/)
          const id = await onCreate(key, title.length === 0 ? key : title.join(' '))
          if (id === null) return
          onChange(id)
          setOpen(false)
        }}
      />
    </Popover>
  )
}
