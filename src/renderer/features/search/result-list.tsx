import { type KeyboardEvent, useMemo } from 'react'
import type { Catalogue } from '../../../shared/contract/catalogue.ts'
import type { Entry } from '../../../shared/contract/entities.ts'
import { useLive } from '../../client/live-store.ts'
import { useNowMinuteMs } from '../../client/use-now.ts'
import { Spinner } from '../../ui/spinner.tsx'
import { VirtualTable } from '../../ui/virtual-table.tsx'
import { nameLookup } from '../entries/entry-names.ts'
import { everything, extended, NOTHING, type Selection, toggled } from '../today/selection.ts'
import { DayCells, EntryCells, resultColumns } from './result-cells.tsx'
import { type ResultRow, resultRows } from './result-rows.ts'

/** The contract takes so many ids at once. */
const MAX_SELECTED = 1000

type Row = ResultRow | { readonly kind: 'more'; readonly key: 'more' }

/** Found entries under their days. Enter opens the day, Space and Shift with the arrows choose, Delete deletes. */
export function ResultList({
  entries,
  text,
  catalogue,
  selection,
  hasMore,
  onMore,
  onSelection,
  onDelete,
}: {
  entries: readonly Entry[]
  /** The searched words, to be marked. */
  text: string
  catalogue: Catalogue
  selection: Selection
  hasMore: boolean
  onMore: () => void
  onSelection: (next: Selection) => void
  onDelete: (entries: readonly Entry[]) => void
}) {
  const today = useLive(({ state }) => state?.today)
  const nowMs = useNowMinuteMs()
  const lookUp = useMemo(() => nameLookup(catalogue), [catalogue])
  const rows = useMemo<Row[]>(() => {
    const found: Row[] = resultRows(entries, nowMs)
    return hasMore ? [...found, { kind: 'more', key: 'more' }] : found
  }, [entries, nowMs, hasMore])
  const order = useMemo(() => rows.flatMap((row) => (row.kind === 'entry' ? [row.entry.id] : [])), [rows])
  // Of the last day more may be coming: its sum is not told until all of it is here.
  const lastDay = hasMore ? rows.findLast((row) => row.kind === 'day')?.key : undefined

  const choose = (next: Selection) =>
    onSelection(next.ids.size <= MAX_SELECTED ? next : { ...next, ids: new Set([...next.ids].slice(0, MAX_SELECTED)) })
  const choosing = (id: string) => (selection.anchor === null ? toggled(NOTHING, id) : selection)
  const toggle = (id: string, isRange: boolean) =>
    choose(isRange ? extended(choosing(id), id, order) : toggled(selection, id))

  function onRowKey(event: KeyboardEvent, row: Row) {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') choose(everything(order))
    else if (event.ctrlKey || event.metaKey || event.altKey) return
    else if (event.key === 'Escape' && selection.ids.size > 0) onSelection(NOTHING)
    else if (row.kind !== 'entry') return
    else if (event.key === ' ' && !(event.target instanceof HTMLButtonElement)) toggle(row.entry.id, event.shiftKey)
    else if (event.key === 'Delete') {
      const chosen = selection.ids.has(row.entry.id) ? entries.filter(({ id }) => selection.ids.has(id)) : [row.entry]
      onDelete(chosen)
    } else return
    event.preventDefault()
  }

  return (
    <VirtualTable<Row>
      label="Found entries"
      columns={resultColumns}
      header={null}
      rows={rows}
      keyOf={(row) => row.key}
      onEnd={hasMore ? onMore : undefined}
      isStop={(row) => row.kind === 'entry'}
      onRowKey={onRowKey}
      onMove={(row, from, isShift) => {
        if (!isShift || row.kind !== 'entry') return
        choose(extended(choosing(from?.kind === 'entry' ? from.entry.id : row.entry.id), row.entry.id, order))
      }}
      rowClass={(row) => {
        if (row.kind === 'day') return 'min-h-9 border-b border-line pt-4 pb-1'
        if (row.kind === 'more') return 'h-12'
        const look = selection.ids.has(row.entry.id) ? 'bg-accent-soft' : 'hover:bg-hover focus-within:bg-hover'
        return `group/row min-h-13 border-b border-line py-1 compact:min-h-11 compact:py-0 ${look}`
      }}
    >
      {(row) => {
        if (row.kind === 'more') {
          return (
            <div className="col-span-full flex justify-center">
              <Spinner label="Loading more entries" />
            </div>
          )
        }
        if (row.kind === 'day') return <DayCells row={row} isWhole={row.key !== lastDay} />
        return (
          <EntryCells
            entry={row.entry}
            names={lookUp(row.entry)}
            text={text}
            nowMs={nowMs}
            isSelected={selection.ids.has(row.entry.id)}
            showsSelection={selection.ids.size > 0}
            href={`${row.day === today ? '/today' : `/today/${row.day}`}?entry=${row.entry.id}`}
            onToggle={(isRange) => toggle(row.entry.id, isRange)}
          />
        )
      }}
    </VirtualTable>
  )
}
