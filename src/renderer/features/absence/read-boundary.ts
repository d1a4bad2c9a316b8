import { type ClockStyle, formatClock } from '../../../shared/format/format-clock.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import { parseMoment } from '../../../shared/time-input/parse-moment.ts'
import { addDays } from '../../../shared/zone/day-arithmetic.ts'
import { dayOf } from '../../../shared/zone/day-bounds.ts'

/** An absence of many weeks is still read at once. */
const MAX_DAYS = 60

/**
 * A time between two others, as people type it. A bare time is the first one after `fromMs`: `0:30` after 22:00 is past
 * midnight. Refused in words where it does not lie between.
 */
export function readBoundary(
  text: string,
  {
    fromMs,
    untilMs,
    nowMs,
    zone,
    style,
  }: { fromMs: number; untilMs: number; nowMs: number; zone: string; style: ClockStyle },
): Result<number, string> {
  let day = dayOf(fromMs, zone)
  const last = dayOf(untilMs, zone)
  for (let tried = 0; day <= last && tried < MAX_DAYS; tried += 1) {
    const moment = parseMoment(text, { nowMs, zone, day })
    if (!moment.ok) return err(moment.error.message)
    if (moment.value.ms > fromMs && moment.value.ms < untilMs) return ok(moment.value.ms)
    day = addDays(day, 1)
  }
  return err(`Choose a time between ${formatClock(fromMs, zone, style)} and ${formatClock(untilMs, zone, style)}.`)
}
