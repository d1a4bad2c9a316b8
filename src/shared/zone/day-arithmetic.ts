import type { Day } from './day.ts'
import { dayFromNumber, dayToNumber, weekdayOfNumber } from './day-number.ts'

/** The day `count` days later (earlier where negative) on the calendar. It may not exist in some zone: see `dayBounds`. */
export function addDays(day: Day, count: number): Day {
  return dayFromNumber(dayToNumber(day) + count)
}

/** -1, 0 or 1 as `a` is before, the same as, or after `b`; for `Array.sort`. */
export function compareDays(a: Day, b: Day): -1 | 0 | 1 {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** Every day from `from` to `to`, both included; none where `to` is before `from`. */
export function daysBetween(from: Day, to: Day): Day[] {
  const first = dayToNumber(from)
  const last = dayToNumber(to)
  const days: Day[] = []
  for (let n = first; n <= last; n += 1) days.push(dayFromNumber(n))
  return days
}

/** Day of the week: Monday 1 to Sunday 7. */
export function weekdayOf(day: Day): number {
  return weekdayOfNumber(dayToNumber(day))
}
