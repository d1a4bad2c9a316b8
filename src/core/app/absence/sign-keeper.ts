import type { Away } from '../../../shared/contract/absence.ts'
import type { Clock } from '../../ports/clock.ts'
import type { LifeSigns } from '../../ports/life-signs.ts'

/** At most this much of an absence is not seen when a host dies. */
const SIGN_EVERY_MS = 60_000

export interface SignKeeper {
  /**
   * Leaves a sign of life, once a minute or at once where something has turned. Without an entry that runs there is
   * nothing to know at the next start.
   */
  keep(entryId: string | null, away: Away | null, atOnce: boolean, ended: boolean): void
}

export function createSignKeeper(ports: { readonly clock: Clock; readonly lifeSigns: LifeSigns }): SignKeeper {
  const { clock, lifeSigns } = ports
  /** When the last one was written; null: there is none; undefined: nobody knows yet. */
  let keptAtMs: number | null | undefined
  return {
    keep(entryId, away, atOnce, ended) {
      if (entryId === null) {
        if (keptAtMs !== null) lifeSigns.clear()
        keptAtMs = null
        return
      }
      // By the clock that nobody can set.
      const nowMs = clock.monotonicMs()
      if (!atOnce && keptAtMs != null && nowMs - keptAtMs < SIGN_EVERY_MS) return
      lifeSigns.write({ atMs: clock.nowMs(), entryId, away, ended })
      keptAtMs = nowMs
    },
  }
}
