import type { Evidence, PresenceRules } from './evidence.ts'
import { leave } from './leave-and-return.ts'
import type { PresenceState } from './presence-state.ts'

/**
 * Compares both clocks with the last look. Time between two looks that nobody looked in is an absence with no event of its
 * own: 'sleep'; where only the wall clock moved and no machine woke, it was (as far as can be told) set: 'clock'.
 * A clock set back makes no negative time: what now lies ahead of it begins anew at its time.
 */
export function checkClock(state: PresenceState, evidence: Evidence, { thresholdMs }: PresenceRules): PresenceState {
  const { atMs, monotonicMs, kind } = evidence
  const last = state.reading
  const next: PresenceState = { ...state, reading: last === null ? null : { atMs, monotonicMs } }
  if (last === null) return next
  const wallMs = atMs - last.atMs
  if (wallMs < 0) return setBack(next, atMs)
  if (wallMs < thresholdMs || state.away !== null) return next
  const livedMs = monotonicMs - last.monotonicMs
  const wasSet = wallMs - livedMs >= thresholdMs && livedMs < thresholdMs && kind !== 'resume'
  return leave(next, 'gap', wasSet ? 'clock' : 'sleep', last.atMs)
}

function setBack(state: PresenceState, atMs: number): PresenceState {
  const noLater = (ms: number | null) => (ms === null ? null : Math.min(ms, atMs))
  return {
    ...state,
    away: state.away !== null && state.away.sinceMs > atMs ? { ...state.away, sinceMs: atMs } : state.away,
    presentAtMs: noLater(state.presentAtMs),
    idleSinceMs: noLater(state.idleSinceMs),
    inputWhileLockedSinceMs: noLater(state.inputWhileLockedSinceMs),
    unprovenReturn: null,
  }
}
