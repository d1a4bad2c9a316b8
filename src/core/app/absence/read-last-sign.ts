import type { AbsencePiece } from '../../../shared/contract/absence.ts'
import type { Observed } from '../../domain/absence/evidence.ts'
import { observe } from '../../domain/absence/observe.ts'
import { presentState } from '../../domain/absence/presence-state.ts'
import { awayState, restorePresence } from '../../domain/absence/restore-presence.ts'
import { isFinished } from '../../domain/entries/entry-span.ts'
import type { LifeSign } from '../../ports/life-signs.ts'
import type { CoreContext } from '../core-context.ts'
import type { Watched } from './watched-now.ts'

/** What was known of the person when Stint ran last, and absences that ended since then in the entry that ran. */
interface LastKnown extends Observed {
  readonly entryId: string | null
}

/**
 * Reads the last sign of life. Only a host that lives (`isWatching`) takes the time since then for an absence: a single
 * command does not follow what it did not see, but knows that somebody said they were away.
 */
export function readLastSign(context: CoreContext, watched: Watched, isWatching: boolean): LastKnown {
  const { clock, lifeSigns, power, store } = context.ports
  const sign = lifeSigns.read()
  const said = sign?.away?.cause === 'away'
  if (sign === null || !(said || (isWatching && watched.detecting))) return nothing(watched.entryId)
  if (sign.entryId !== watched.entryId) {
    return { entryId: sign.entryId, state: presentState, pieces: untilItEnded(context, sign, watched) }
  }
  if (!isWatching && sign.away !== null) return { ...nothing(sign.entryId), state: awayState(sign.away) }
  const [newest] = store.read((reader) => reader.history(sign.atMs, 1))
  const now = { atMs: clock.nowMs(), monotonicMs: clock.monotonicMs(), idleMs: power.idleMs() }
  return { entryId: sign.entryId, ...restorePresence(sign, newest?.atMs ?? null, now, watched) }
}

/** Somebody was away, and the entry was ended while no host was there: it ran without them until then. */
function untilItEnded(context: CoreContext, { entryId, away }: LifeSign, watched: Watched): readonly AbsencePiece[] {
  const entry = context.ports.store.read((reader) => reader.get('entry', entryId))
  if (away === null || entry === undefined || !isFinished(entry)) return []
  return observe(awayState(away), { kind: 'back', atMs: entry.time.endedAtMs, monotonicMs: 0 }, watched).pieces
}

function nothing(entryId: string | null): LastKnown {
  return { entryId, state: presentState, pieces: [] }
}
