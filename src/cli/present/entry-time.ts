import type { Entry } from '../../shared/contract/entities.ts'
import { formatClock } from '../../shared/format/format-clock.ts'
import type { Day } from '../../shared/zone/day.ts'
import { dayOf } from '../../shared/zone/day-bounds.ts'
import { dayToNumber } from '../../shared/zone/day-number.ts'

/** An entry's length; that of a running one until now. */
export function entryLengthMs(entry: Entry, nowMs: number): number {
  if (entry.time.kind === 'day') return entry.time.durationMs
  return Math.max(0, (entry.time.endedAtMs ?? nowMs) - entry.time.startedAtMs)
}

/** The local day an entry belongs to: that of its start, in the zone where it was recorded. */
export function entryDay(entry: Entry): Day {
  return entry.time.kind === 'day' ? entry.time.day : dayOf(entry.time.startedAtMs, entry.time.zone)
}

export function isRunning(entry: Entry): boolean {
  return entry.time.kind === 'clock' && entry.time.endedAtMs === null
}

/** `09:05–10:30`, `09:05–` while it runs, `23:30–01:10 +1` over midnight, '' for time without clock times. */
export function entryClockText(entry: Entry): string {
  const { time } = entry
  if (time.kind === 'day') return ''
  const start = formatClock(time.startedAtMs, time.zone, '24h')
  if (time.endedAtMs === null) return `${start}–`
  const later = daysLater(time.startedAtMs, time.endedAtMs, time.zone)
  return `${start}–${formatClock(time.endedAtMs, time.zone, '24h')}${later}`
}

function daysLater(startedAtMs: number, endedAtMs: number, zone: string): string {
  const days = dayToNumber(dayOf(endedAtMs, zone)) - dayToNumber(dayOf(startedAtMs, zone))
  return days === 0 ? '' : ` +${days}`
}
