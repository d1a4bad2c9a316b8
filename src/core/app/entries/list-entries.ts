import type { EntryPage } from '../../../shared/contract/entries.ts'
import type { EntryFilter } from '../../ports/store.ts'
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
    return { entries, nextCursor, count: totals.entries, totalMs: totals.totalMs }
  })
}
