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
      if (seenEnd(first, nowMs) <= second.time.startedAtMs) {
        open.splice(index, 1)
        continue
      }
      const endMs = Math.min(seenEnd(first, nowMs), seenEnd(second, nowMs))
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

/**
 * Free time between the first start and the last end of a day's entries, inside [startMs, endMs). What lies ahead of
 * a running entry is not free yet: it may run on into it.
 */
export function findGaps(entries: readonly Entry[], startMs: number, endMs: number, nowMs: number): Gap[] {
  const spans = entries.filter(isClockEntry).sort(byStart)
  const gaps: Gap[] = []
  let latest: ClockEntry | undefined
  for (const entry of spans) {
    if (latest !== undefined && latest.time.endedAtMs !== null) {
      const from = Math.max(latest.time.endedAtMs, startMs)
      const to = Math.min(entry.time.startedAtMs, endMs)
      if (from < to) gaps.push({ startMs: from, endMs: to, previousId: latest.id, nextId: entry.id })
    }
    if (latest === undefined || seenEnd(entry, nowMs) > seenEnd(latest, nowMs)) latest = entry
  }
  return gaps
}

/** The end as it stands: a running entry has come as far as now, and shares no time with one planned for later. */
function seenEnd(entry: ClockEntry, nowMs: number): number {
  return entry.time.endedAtMs ?? Math.max(nowMs, entry.time.startedAtMs)
}

function byStart(a: ClockEntry, b: ClockEntry): number {
  return a.time.startedAtMs - b.time.startedAtMs || endOf(b) - endOf(a)
}
