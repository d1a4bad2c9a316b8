import type { EntryTime } from '../../../shared/contract/entities.ts'
import { dayOf } from '../../../shared/zone/day-bounds.ts'
import { instantToWall, wallToInstant } from '../../../shared/zone/wall-time.ts'
import type { SyncTime } from './sync-fields.ts'

/**
 * A provider's time as an entry's. `before` is the time it had here: what differs by less than the provider keeps stays
 * as exact as it was, an entry without clock times stays one, and an amount moves the end of one that has them.
 */
export function entryTimeFrom(time: SyncTime, before: EntryTime | null, zone: string, quantumMs: number): EntryTime {
  if (time.kind === 'amount') return fromAmount(time.day, time.durationMs, before, zone)
  if (before?.kind === 'day' && time.endMs !== null) {
    return { ...before, day: dayOf(time.startMs, before.zone), durationMs: time.endMs - time.startMs }
  }
  const exact = (there: number, here: number | null | undefined) =>
    here != null && Math.abs(there - here) < quantumMs ? here : there
  const clock = before?.kind === 'clock' ? before : null
  const startedAtMs = exact(time.startMs, clock?.startedAtMs)
  const endedAtMs = time.endMs === null ? null : Math.max(startedAtMs, exact(time.endMs, clock?.endedAtMs))
  return { kind: 'clock', startedAtMs, endedAtMs, zone: before?.zone ?? zone }
}

function fromAmount(day: string, durationMs: number, before: EntryTime | null, zone: string): EntryTime {
  if (before === null || before.kind === 'day') return { kind: 'day', day, durationMs, zone: before?.zone ?? zone }
  const isSameDay = dayOf(before.startedAtMs, zone) === day
  const wall = instantToWall(before.startedAtMs, zone)
  const startedAtMs = isSameDay ? before.startedAtMs : wallToInstant({ ...wall, day }, zone).ms
  return { ...before, startedAtMs, endedAtMs: startedAtMs + durationMs }
}
