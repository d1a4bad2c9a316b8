import type { AbsencePiece } from '../../../shared/contract/absence.ts'
import { type ClockEntry, isFinished } from '../entries/entry-span.ts'

/** Less than this between two entries is no break. */
export const BREAK_MS = 5 * 60_000

/** Time in one go, from entry to entry, that lasts until now. */
export interface WorkStreak {
  readonly sinceMs: number
  /** The same for as long as it lasts, whatever is switched to. */
  readonly key: string
}

/**
 * How long somebody has worked without a break until now: the running entry, and before it each entry that ended less
 * than five minutes before the next one. An absence that was asked about and is not answered yet is a break as well.
 * `before` are finished entries in any order; those that ended long ago do no harm.
 */
export function workStreak(
  running: ClockEntry,
  before: readonly ClockEntry[],
  absences: readonly AbsencePiece[],
): WorkStreak {
  const back = absences.filter((piece) => piece.untilMs - piece.fromMs >= BREAK_MS).map((piece) => piece.untilMs)
  const lastBackMs = Math.max(Number.NEGATIVE_INFINITY, ...back)
  let first = running
  const latestEndFirst = before.filter(isFinished).sort((a, b) => b.time.endedAtMs - a.time.endedAtMs)
  for (const entry of latestEndFirst) {
    if (first.time.startedAtMs - entry.time.endedAtMs >= BREAK_MS) break
    if (entry.time.startedAtMs < first.time.startedAtMs) first = entry
  }
  if (lastBackMs > first.time.startedAtMs) return { sinceMs: lastBackMs, key: `${running.id} ${lastBackMs}` }
  return { sinceMs: first.time.startedAtMs, key: first.id }
}
