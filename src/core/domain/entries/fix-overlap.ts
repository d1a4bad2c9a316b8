import type { OverlapFix } from '../../../shared/contract/entries.ts'
import { type ClockEntry, endOf } from './entry-span.ts'
import { possibleFixes } from './find-overlaps.ts'

/** What a fix writes: the entries as they become; `added` has the id of the entry it continues until it gets its own. */
export interface OverlapMend {
  readonly changed: readonly ClockEntry[]
  readonly added: ClockEntry | null
}

/** Applies a one-click fix, or undefined where it is not one of the `possibleFixes` of these two. */
export function mendOverlap(a: ClockEntry, b: ClockEntry, fix: OverlapFix, nowMs: number): OverlapMend | undefined {
  const [first, second] = startsFirst(a, b) ? [a, b] : [b, a]
  if (!possibleFixes(first, second, nowMs).includes(fix)) return undefined
  switch (fix) {
    case 'trim-first':
      return { changed: [endingAt(first, second.time.startedAtMs)], added: null }
    case 'trim-second':
      return { changed: [{ ...second, time: { ...second.time, startedAtMs: endOf(first) } }], added: null }
    case 'split-around':
      return {
        changed: [endingAt(first, second.time.startedAtMs)],
        added: { ...first, time: { ...first.time, startedAtMs: endOf(second) } },
      }
  }
}

function startsFirst(a: ClockEntry, b: ClockEntry): boolean {
  return a.time.startedAtMs < b.time.startedAtMs || (a.time.startedAtMs === b.time.startedAtMs && endOf(a) >= endOf(b))
}

function endingAt(entry: ClockEntry, endedAtMs: number): ClockEntry {
  return { ...entry, time: { ...entry.time, endedAtMs } }
}
