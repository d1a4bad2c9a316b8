import type { LiveState } from '../../shared/contract/live.ts'
import { dayBounds, dayOf } from '../../shared/zone/day-bounds.ts'

const MINUTE_MS = 60_000

/**
 * When the tray would look different by time alone: while a timer runs, at its next full minute; else at midnight, when
 * today's total begins anew. Always later than `nowMs`.
 */
export function nextTrayChangeMs({ running, zone }: Pick<LiveState, 'running' | 'zone'>, nowMs: number): number {
  const midnightMs = dayBounds(dayOf(nowMs, zone), zone).endMs
  if (running?.time.kind !== 'clock') return midnightMs
  const startedAtMs = running.time.startedAtMs
  const minutes = Math.floor((nowMs - startedAtMs) / MINUTE_MS) + 1
  return Math.min(midnightMs, startedAtMs + minutes * MINUTE_MS)
}
