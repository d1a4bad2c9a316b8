import { SquareCheck } from 'lucide-react'
import { useCatalogue } from '../../client/queries.ts'
import { WorkItemPicker } from '../../ui/work-item-picker.tsx'
import { type EntryFieldProps, fieldButtonClass } from './field-look.ts'
import { useNameCommands } from './use-name-commands.ts'

/** The work item an entry belongs to, as a button that opens the picker. */
export function WorkItemField({ value, look, tabIndex, ...rest }: EntryFieldProps<string | null>) {
  const { workItems } = useCatalogue()
  const { createWorkItem } = useNameCommands()
  const item = value === null ? undefined : workItems.find(({ id }) => id === value)
  return (
    <WorkItemPicker
      workItems={workItems}
      value={value}
      onCreate={createWorkItem}
      {...rest}
      trigger={
        <button
          type="button"
          tabIndex={tabIndex}
          data-edit="item"
          aria-label={item === undefined ? 'Work item: none' : `Work item: ${item.key} ${item.title}`}
          title={item === undefined ? 'Work item' : `${item.key} ${item.title}`}
          className={fieldButtonClass(look, item === undefined)}
        >
          <SquareCheck aria-hidden="true" size={look === 'bar' ? 16 : 14} className="shrink-0" />
          {item !== undefined && <span className="max-w-24 truncate">{item.key}</span>}
        </button>
      }
    />
  )
}
