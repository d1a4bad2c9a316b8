import type { EntryPage } from '../../../shared/contract/entries.ts'
import { dayOf } from '../../../shared/zone/day-bounds.ts'
import { isRunning } from '../../domain/entries/entry-span.ts'
import type { EntryFilter, StoreReader } from '../../ports/store.ts'
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
    const totals = reader.totals(filter)
    const running = listsRunning(reader, filter) ? 1 : 0
    return { entries, nextCursor, count: totals.entries + running, totalMs: totals.totalMs }
  })
}

/** Whether the running entry is among the pages; it has no finished time to be counted by. */
function listsRunning(reader: StoreReader, filter: EntryFilter): boolean {
  const running = reader.runningEntry()
  if (running === undefined || !isRunning(running)) return false
  const day = dayOf(running.time.startedAtMs, running.time.zone)
  const { fromDay = day, toDay = day } = filter
  return fromDay <= day && day <= toDay && reader.matches(running.id, filter)
}
