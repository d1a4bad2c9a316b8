import type { Away } from '../../../shared/contract/absence.ts'
import type { Observed, PresenceRules } from './evidence.ts'
import { observe } from './observe.ts'
import { type PresenceState, presentState, type Reading } from './presence-state.ts'

/** What the last host left behind. */
export interface LastSign {
  readonly atMs: number
  readonly away: Away | null
  readonly ended: boolean
}

/**
 * What a host that starts knows of the person. While none was there nobody looked, so the time since the last sign of
 * life is an absence: 'closed', 'crash', or whatever the last host knew already, from its frozen start. A command given
 * since then (`commandAtMs`, else null) shows that the person was there at that time.
 */
export function restorePresence(
  sign: LastSign,
  commandAtMs: number | null,
  now: Reading & { readonly idleMs: number | undefined },
  rules: PresenceRules,
): Observed {
  const { atMs, monotonicMs, idleMs } = now
  // A clock set back meanwhile: nothing can have begun later than now.
  const noLater = (ms: number) => Math.min(ms, atMs)
  const actedAtMs = commandAtMs !== null && commandAtMs > sign.atMs ? noLater(commandAtMs) : null
  const known = sign.away === null ? null : awayState({ ...sign.away, sinceMs: noLater(sign.away.sinceMs) })
  const before = actedAtMs === null ? known : null
  const ended = known !== null && actedAtMs !== null ? endAt(known, actedAtMs, rules) : []
  const unseen = awayState({ cause: sign.ended ? 'closed' : 'crash', sinceMs: actedAtMs ?? noLater(sign.atMs) })
  const restored = observe(before ?? unseen, { kind: 'look', atMs, monotonicMs, idleMs }, rules)
  return { state: restored.state, pieces: [...ended, ...restored.pieces] }
}

/** What somebody said of themselves holds until they say otherwise; anything else only until somebody is seen. */
export function awayState(away: Away): PresenceState {
  const said = away.cause === 'away'
  return { ...presentState, away, open: new Set([said ? 'said' : 'gap']), said }
}

function endAt(state: PresenceState, atMs: number, rules: PresenceRules) {
  return observe(state, { kind: 'back', atMs, monotonicMs: 0 }, rules).pieces
}
