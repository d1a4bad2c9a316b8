import type { Day } from './day.ts'
import { dayNumberAt, dayStartMs } from './day-bounds.ts'
import { dayFromNumber } from './day-number.ts'
import type { Zone } from './zone.ts'

/** The part of an interval that lies in one local day; `ms` is its length. */
export interface DaySlice {
  readonly day: Day
  readonly startMs: number
  readonly endMs: number
  readonly ms: number
}

/**
 * Cuts `[startMs, endMs)` at the local midnights of `zone`. Slices are in order, touch, are never empty, and their `ms` add up
 * to the whole; an interval that is empty or runs backwards has none. Each slice lies within `dayBounds` of its day.
 */
export function splitByDay(startMs: number, endMs: number, zone: Zone): DaySlice[] {
  const slices: DaySlice[] = []
  if (!(endMs > startMs)) return slices
  let dayNumber = dayNumberAt(startMs, zone)
  let fromMs = startMs
  while (fromMs < endMs) {
    const nextStartMs = dayStartMs(dayNumber + 1, zone)
    const toMs = Math.min(nextStartMs, endMs)
    // Nothing lies here for a day left out, nor for the evening that a clock set back over midnight shows a second time:
    // those instants count to the day that had already begun.
    if (toMs > fromMs) {
      slices.push({ day: dayFromNumber(dayNumber), startMs: fromMs, endMs: toMs, ms: toMs - fromMs })
      fromMs = toMs
    }
    dayNumber += 1
  }
  return slices
}
