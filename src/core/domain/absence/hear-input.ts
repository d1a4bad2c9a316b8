import { MAX_IDLE_MS } from '../../../shared/limits.ts'
import type { Observed, PresenceRules } from './evidence.ts'
import { comeBack, leave } from './leave-and-return.ts'
import type { OpenCause, PresenceState } from './presence-state.ts'

/** Systems count idle time in whole seconds, so the same last input seems to move by up to one. */
const ROUNDING_MS = 2000
/** Input this short ago is input now. */
const FRESH_MS = 30_000
/** Long enough that nobody has only bumped the desk or mistyped a password. */
const INPUT_DESPITE_LOCK_MS = 60_000

/**
 * Takes a measured idle time in. What it says is when the last input was, and that is all that counts: so it does not
 * matter how often somebody looks. Several sources may look: the newest input of any of them is the person.
 */
export function hearInput(state: PresenceState, idleMs: number, atMs: number, rules: PresenceRules): Observed {
  const inputAtMs = atMs - idleMs
  const returned = returnByInput(state, inputAtMs, idleMs, rules)
  const unlocked = unlockMissed(returned.state, inputAtMs, atMs, rules)
  const seen = unlocked.state
  const presentAtMs = Math.max(seen.presentAtMs ?? inputAtMs, inputAtMs)
  const known: PresenceState = {
    ...seen,
    presentAtMs,
    unprovenReturn: seen.unprovenReturn !== null && inputAtMs > seen.unprovenReturn.atMs ? null : seen.unprovenReturn,
  }
  const pieces = [...returned.pieces, ...unlocked.pieces]
  if (atMs - presentAtMs < rules.thresholdMs) return { state: known, pieces }
  const idle = leave(known, 'idle', 'idle', presentAtMs)
  return { state: { ...idle, idleSinceMs: known.idleSinceMs ?? presentAtMs }, pieces }
}

/** Input ends every absence but one at which somebody else may be typing (a lock screen, another user). */
function returnByInput(state: PresenceState, inputAtMs: number, idleMs: number, rules: PresenceRules): Observed {
  if (state.away === null || idleMs >= MAX_IDLE_MS) return { state, pieces: [] }
  const sinceMs = Math.max(state.away.sinceMs, state.idleSinceMs ?? state.away.sinceMs)
  if (inputAtMs <= sinceMs + ROUNDING_MS) return { state, pieces: [] }
  const closed: OpenCause[] = ['idle', 'gap', 'shutdown']
  // Whoever says that they leave still types that. Only input after a real stillness shows that they are back.
  if (state.open.has('idle')) closed.push('said')
  return comeBack(state, closed, inputAtMs, true, rules)
}

/**
 * Not every system tells of every unlock. Somebody who types for a minute and more is not in front of a lock screen, and
 * would otherwise be away for ever.
 */
function unlockMissed(state: PresenceState, inputAtMs: number, atMs: number, rules: PresenceRules): Observed {
  if (!state.open.has('lock')) return { state, pieces: [] }
  if (atMs - inputAtMs >= FRESH_MS) return { state: { ...state, inputWhileLockedSinceMs: null }, pieces: [] }
  const sinceMs = state.inputWhileLockedSinceMs ?? inputAtMs
  if (atMs - sinceMs <= INPUT_DESPITE_LOCK_MS)
    return { state: { ...state, inputWhileLockedSinceMs: sinceMs }, pieces: [] }
  return comeBack(state, ['lock', 'suspend'], sinceMs, true, rules)
}
