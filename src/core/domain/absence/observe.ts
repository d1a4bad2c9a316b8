import type { AbsenceCause } from '../../../shared/contract/absence.ts'
import { checkClock } from './check-clock.ts'
import type { Evidence, Observed, PresenceRules } from './evidence.ts'
import { hearInput } from './hear-input.ts'
import { comeBack, leave } from './leave-and-return.ts'
import type { OpenCause, PresenceState } from './presence-state.ts'

/** A screen locked this long after the last input locked itself: people lock by a key or the pointer. */
const LOCKS_ITSELF_MS = 60_000

/**
 * The engine of absences. The first cause wins: it and its start never change, whatever comes later; the person is back
 * when no cause is open any more. Pure: the same evidence gives the same pieces.
 */
export function observe(before: PresenceState, evidence: Evidence, rules: PresenceRules): Observed {
  const state = checkClock(before, evidence, rules)
  const { atMs } = evidence
  switch (evidence.kind) {
    case 'look':
      // A host that cannot know of input takes its own waking for the person's.
      return evidence.idleMs === undefined
        ? comeBack(state, ['gap'], atMs, false, rules)
        : hearInput(state, evidence.idleMs, atMs, rules)
    case 'lock':
      return locked(state, evidence.idleMs, atMs, rules)
    case 'suspend':
      return { state: leave(state, 'suspend', 'sleep', atMs), pieces: [] }
    case 'shutdown':
      return { state: leave(state, 'shutdown', 'shutdown', atMs), pieces: [] }
    case 'user-left':
      return { state: leave(state, 'user', 'user-switch', atMs), pieces: [] }
    case 'away':
      return { state: said(state, Math.min(evidence.sinceMs, atMs)), pieces: [] }
    case 'resume':
      return comeBack(state, ['suspend', 'gap'], atMs, false, rules)
    case 'user-back':
      return comeBack(state, ['user', 'suspend', 'idle', 'gap', 'shutdown', 'said'], atMs, true, rules)
    // Nobody unlocks a machine that sleeps, and nobody unlocks it from afar.
    case 'unlock':
    case 'back':
      return comeBack(state, [...state.open], atMs, true, rules)
    case 'command':
      return acted(state, atMs, rules)
  }
}

function locked(state: PresenceState, idleMs: number | undefined, atMs: number, rules: PresenceRules): Observed {
  if (idleMs === undefined) return { state: leave(state, 'lock', 'lock', atMs), pieces: [] }
  const heard = hearInput(state, idleMs, atMs, rules)
  const leftAtMs = heard.state.presentAtMs ?? atMs
  // The absence began with the last input: the lock is only what the machine made of it.
  const itself = heard.state.away === null && atMs - leftAtMs >= LOCKS_ITSELF_MS
  const left = itself ? leave(heard.state, 'lock', 'idle', leftAtMs) : leave(heard.state, 'lock', 'lock', atMs)
  return { state: left, pieces: heard.pieces }
}

/** Whoever says that they leave was there to say it: an absence before that does not go on. */
function said(state: PresenceState, sinceMs: number): PresenceState {
  return { ...leave({ ...state, unprovenReturn: null }, 'said', 'away', sinceMs), said: true }
}

const staying: readonly (readonly [OpenCause, AbsenceCause])[] = [
  ['lock', 'lock'],
  ['user', 'user-switch'],
]

/** The absence up to the command belongs to what ran until then; a computer that stays locked begins another one. */
function acted(state: PresenceState, atMs: number, rules: PresenceRules): Observed {
  const { state: here, pieces } = comeBack(state, [...state.open], atMs, true, rules)
  const still = staying.filter(([open]) => state.open.has(open))
  return { state: still.reduce((next, [open, cause]) => leave(next, open, cause, atMs), here), pieces }
}
