import type { Entry } from '../../../shared/contract/entities.ts'
import type { Day } from '../../../shared/zone/day.ts'
import { dayBounds } from '../../../shared/zone/day-bounds.ts'

/** What of an entry lies on one day, in the zone where it was recorded. */
export interface EntryPart {
  /** Length of the part on the day. */
  readonly partMs: number
  /** Length of the whole entry. */
  readonly wholeMs: number
  readonly fromDayBefore: boolean
  readonly intoDayAfter: boolean
}

/** A running entry reaches to `nowMs`. An entry over midnight belongs to both days with the part that lies on each. */
export function entryPart({ time }: Pick<Entry, 'time'>, day: Day, nowMs: number): EntryPart {
  if (time.kind === 'day') {
    const { durationMs } = time
    return { partMs: durationMs, wholeMs: durationMs, fromDayBefore: false, intoDayAfter: false }
  }
  const endMs = Math.max(time.startedAtMs, time.endedAtMs ?? nowMs)
  const bounds = dayBounds(day, time.zone)
  const partMs = Math.min(endMs, bounds.endMs) - Math.max(time.startedAtMs, bounds.startMs)
  return {
    partMs: Math.max(0, partMs),
    wholeMs: endMs - time.startedAtMs,
    fromDayBefore: time.startedAtMs < bounds.startMs,
    intoDayAfter: endMs > bounds.endMs,
  }
}
