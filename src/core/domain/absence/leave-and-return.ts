import type { AbsenceCause } from '../../../shared/contract/absence.ts'
import type { Observed, PresenceRules } from './evidence.ts'
import type { OpenCause, PresenceState } from './presence-state.ts'

/** A machine that woke and sleeps again within this, with no sign of a person between, was left all along. */
const WAKE_MS = 60_000

/** Opens a cause. The first one says why and since when; a later one only keeps the person away longer. */
export function leave(state: PresenceState, opened: OpenCause, cause: AbsenceCause, sinceMs: number): PresenceState {
  const open = new Set([...state.open, opened])
  if (state.away !== null) return { ...state, open }
  const { unprovenReturn } = state
  const goesOn = unprovenReturn !== null && sinceMs - unprovenReturn.atMs < WAKE_MS
  return { ...state, open, away: goesOn ? unprovenReturn.away : { cause, sinceMs }, unprovenReturn: null }
}

/**
 * Closes causes. The person is back once none is open. `proven`: there was a sign of the person, not only of the
 * machine. The piece that ends is given only where it is long enough to ask about; one that a clock set back has
 * turned around is never given.
 */
export function comeBack(
  state: PresenceState,
  closed: readonly OpenCause[],
  atMs: number,
  proven: boolean,
  rules: PresenceRules,
): Observed {
  const open = new Set([...state.open].filter((cause) => !closed.includes(cause)))
  const presentAtMs = proven ? Math.max(state.presentAtMs ?? atMs, atMs) : state.presentAtMs
  const next: PresenceState = {
    ...state,
    open,
    presentAtMs,
    idleSinceMs: open.has('idle') ? state.idleSinceMs : null,
    inputWhileLockedSinceMs: open.has('lock') ? state.inputWhileLockedSinceMs : null,
    unprovenReturn: proven ? null : state.unprovenReturn,
  }
  const { away, said } = state
  if (away === null || open.size > 0) return { state: next, pieces: [] }
  const lengthMs = atMs - away.sinceMs
  const counts = lengthMs > 0 && (said || lengthMs >= rules.thresholdMs)
  return {
    state: { ...next, away: null, said: false, unprovenReturn: proven ? null : { away, atMs } },
    pieces: counts ? [{ fromMs: away.sinceMs, untilMs: atMs, cause: away.cause }] : [],
  }
}
