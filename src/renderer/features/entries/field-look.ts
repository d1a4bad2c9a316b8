import { clsx } from 'clsx'
import type { OpenControl } from '../../ui/use-open.ts'

/** In the timer bar, or in a row of the list, where an empty field shows itself only when the row is looked at. */
export type FieldLook = 'bar' | 'row'

export function fieldButtonClass(look: FieldLook, isEmpty: boolean): string {
  return clsx(
    'inline-flex min-w-0 items-center gap-1.5 rounded-sm transition-colors data-[state=open]:bg-pressed',
    look === 'bar' && 'h-8 px-2 hover:bg-hover',
    look === 'row' && 'h-5 px-1 text-sm hover:bg-pressed',
    isEmpty ? 'text-ink-faint' : look === 'row' ? 'text-ink-muted' : 'text-ink',
    isEmpty &&
      look === 'row' &&
      // Last in the row, so that what is filled in stands together.
      'order-last opacity-0 group-hover/row:opacity-100 group-focus-within/row:opacity-100 data-[state=open]:opacity-100',
  )
}

/** What the fields of an entry's details (project, tags, work item) have in common. */
export interface EntryFieldProps<Value, Chosen = Value> extends OpenControl {
  readonly value: Value
  readonly look: FieldLook
  readonly tabIndex?: number
  readonly onChange: (chosen: Chosen) => void
}
