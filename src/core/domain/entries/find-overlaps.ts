import type { Entry } from '../../../shared/contract/entities.ts'
import type { Gap, Overlap, OverlapFix } from '../../../shared/contract/entries.ts'
import { type ClockEntry, endOf, isClockEntry } from './entry-span.ts'

/** A day with more overlapping pairs than this is shown as overlapping without naming each. */
const MAX_PAIRS = 200

/** Pairs of entries that share time. Touching is not overlapping; an empty entry overlaps nothing. */
export function findOverlaps(entries: readonly Entry[], nowMs: number): Overlap[] {
  const spans = entries.filter(isClockEntry).sort(byStart)
  const found: Overlap[] = []
  const open: ClockEntry[] = []
  for (const second of spans) {
    for (let index = open.length - 1; index >= 0; index--) {
      const first = open[index]
      if (first === undefined) continue
      if (endOf(first) <= second.time.startedAtMs) {
        open.splice(index, 1)
        continue
      }
      const endMs = Math.min(endOf(first), endOf(second), Math.max(nowMs, second.time.startedAtMs))
      if (endMs <= second.time.startedAtMs || found.length >= MAX_PAIRS) continue
      found.push({
        firstId: first.id,
        secondId: second.id,
        startMs: second.time.startedAtMs,
        endMs,
        fixes: possibleFixes(first, second, nowMs),
      })
    }
    open.push(second)
  }
  return found.sort((a, b) => a.startMs - b.startMs)
}

/**
 * Fixes that leave something of both entries, and a running one running from the past; none where they do not
 * overlap. `first` starts no later than `second`.
 */
export function possibleFixes(first: ClockEntry, second: ClockEntry, nowMs: number): OverlapFix[] {
  const fixes: OverlapFix[] = []
  if (Math.min(endOf(first), endOf(second)) <= second.time.startedAtMs) return fixes
  const startsLater = second.time.startedAtMs > first.time.startedAtMs
  const contained = endOf(second) < endOf(first)
  if (contained && startsLater && mayStartAt(first, endOf(second), nowMs)) fixes.push('split-around')
  if (startsLater && first.time.endedAtMs !== null && !contained) fixes.push('trim-first')
  if (endOf(first) < endOf(second) && mayStartAt(second, endOf(first), nowMs)) fixes.push('trim-second')
  return fixes
}

/** A timer cannot run from the future. */
function mayStartAt(entry: ClockEntry, atMs: number, nowMs: number): boolean {
  return entry.time.endedAtMs !== null || atMs <= nowMs
}

/** Free time between the first start and the last end of a day's entries, inside [startMs, endMs). */
export function findGaps(entries: readonly Entry[], startMs: number, endMs: number): Gap[] {
  const spans = entries.filter(isClockEntry).sort(byStart)
  const gaps: Gap[] = []
  let latest: ClockEntry | undefined
  for (const entry of spans) {
    if (latest !== undefined) {
      const from = Math.max(endOf(latest), startMs)
      const to = Math.min(entry.time.startedAtMs, endMs)
      if (from < to) gaps.push({ startMs: from, endMs: to, previousId: latest.id, nextId: entry.id })
    }
    if (latest === undefined || endOf(entry) > endOf(latest)) latest = entry
  }
  return gaps
}

function byStart(a: ClockEntry, b: ClockEntry): number {
  return a.time.startedAtMs - b.time.startedAtMs || endOf(b) - endOf(a)
}
