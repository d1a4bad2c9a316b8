import type { Entry } from '../../../shared/contract/entities.ts'
import type { DayView } from '../../../shared/contract/entries.ts'
import { entryPart } from './entry-part.ts'

export interface DayFacts {
  readonly totalMs: number
  /** 0 to 1; null without a target. */
  readonly progress: number | null
  /** What is missing to the target; 0 when it is reached, null without one. */
  readonly leftMs: number | null
  /** When the target is reached if the timer goes on; null where it is reached, where nothing runs, or on another day. */
  readonly reachedAtMs: number | null
}

/** What the head of a day says. The host counts finished time; the running entry is added here, up to `nowMs`. */
export function dayFacts(
  view: Pick<DayView, 'day' | 'closedMs' | 'endMs'>,
  running: Entry | null,
  targetMs: number | null,
  nowMs: number,
): DayFacts {
  const runningMs = running === null ? 0 : entryPart(running, view.day, nowMs).partMs
  const totalMs = view.closedMs + runningMs
  if (targetMs === null || targetMs === 0) return { totalMs, progress: null, leftMs: null, reachedAtMs: null }
  const leftMs = Math.max(0, targetMs - totalMs)
  const goesOn = running !== null && runningMs > 0 && nowMs + leftMs <= view.endMs && nowMs < view.endMs
  return {
    totalMs,
    progress: Math.min(1, totalMs / targetMs),
    leftMs,
    reachedAtMs: goesOn && leftMs > 0 ? nowMs + leftMs : null,
  }
}
