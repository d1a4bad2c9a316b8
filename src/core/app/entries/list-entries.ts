import type { EntryPage } from '../../../shared/contract/entries.ts'
import { dayOf } from '../../../shared/zone/day-bounds.ts'
import { isRunning } from '../../domain/entries/entry-span.ts'
import type { EntryFilter, Store, StoreReader } from '../../ports/store.ts'
import type { CoreContext } from '../core-context.ts'

/** One page, newest first, with what all pages hold together (finished time, inside the days asked for). */
export function listEntries(
  { ports }: CoreContext,
  filter: EntryFilter,
  limit: number,
  cursor: string | undefined,
): EntryPage {
  return ports.store.read((reader) => {
    const { entries, nextCursor } = reader.pageEntries(filter, limit, cursor)
    return { entries, nextCursor, ...totalsOf(ports.store, reader, filter) }
  })
}

interface Totals {
  readonly count: number
  readonly totalMs: number
}

/** The last totals per store: whoever reads page after page of the same search adds it all up once, not per page. */
const lastTotals = new WeakMap<Store, { readonly of: string; readonly totals: Totals }>()

function totalsOf(store: Store, reader: StoreReader, filter: EntryFilter): Totals {
  // After a restore a revision comes again with another history behind it; its newest command tells them apart.
  const of = JSON.stringify([reader.revision(), reader.lastUndoable(0)?.id, filter])
  const last = lastTotals.get(store)
  if (last?.of === of) return last.totals
  const { entries, totalMs } = reader.totals(filter)
  const totals = { count: entries + (listsRunning(reader, filter) ? 1 : 0), totalMs }
  lastTotals.set(store, { of, totals })
  return totals
}

/** Whether the running entry is among the pages; it has no finished time to be counted by. */
function listsRunning(reader: StoreReader, filter: EntryFilter): boolean {
  const running = reader.runningEntry()
  if (running === undefined || !isRunning(running)) return false
  const day = dayOf(running.time.startedAtMs, running.time.zone)
  const { fromDay = day, toDay = day } = filter
  return fromDay <= day && day <= toDay && reader.matches(running.id, filter)
}
