import type { Entry } from '../../../shared/contract/entities.ts'
import { hostNowMs } from '../../client/live-store.ts'
import { BulkBar } from '../entries/bulk-bar.tsx'
import { useDayContext } from './day-context.ts'
import { entryPart } from './entry-part.ts'

/** What can be done with all chosen entries of the day; their time is the part that falls on it. */
export function DayBulkBar({ entries, onDone }: { entries: readonly Entry[]; onDone: () => void }) {
  const { day, commands } = useDayContext()
  const totalMs = entries.reduce((sum, entry) => sum + entryPart(entry, day, hostNowMs()).partMs, 0)
  return <BulkBar entries={entries} totalMs={totalMs} commands={commands} onDone={onDone} />
}
