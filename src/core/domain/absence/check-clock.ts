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
  const livedMs = monotonicMs - last.monotonicMs
  if (wallMs < 0) return setBack(next, atMs, livedMs)
  if (wallMs < thresholdMs || state.away !== null) return next
  const wasSet = wallMs - livedMs >= thresholdMs && livedMs < thresholdMs && kind !== 'resume'
  return leave(next, 'gap', wasSet ? 'clock' : 'sleep', last.atMs)
}

/** Whoever is away was so at the last look already, `livedMs` ago. */
function setBack(state: PresenceState, atMs: number, livedMs: number): PresenceState {
  const { away } = state
  const noLater = (ms: number | null) => (ms === null ? null : Math.min(ms, atMs))
  return {
    ...state,
    away: away !== null && away.sinceMs > atMs ? { ...away, sinceMs: atMs - livedMs } : away,
    presentAtMs: noLater(state.presentAtMs),
    idleSinceMs: noLater(state.idleSinceMs),
    inputWhileLockedSinceMs: noLater(state.inputWhileLockedSinceMs),
    unprovenReturn: null,
  }
}
