import type { Day } from './day.ts'
import { dayFromNumber, dayToNumber, weekdayOfNumber } from './day-number.ts'

/** Days `from` to `to`, both included. */
export interface DayRange {
  readonly from: Day
  readonly to: Day
}

/** First day of the week: Monday 1 to Sunday 7. */
export type WeekStart = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** The seven days of the week that holds `day`, for weeks that start on `weekStart`. */
export function weekOf(day: Day, weekStart: WeekStart): DayRange {
  const number = dayToNumber(day)
  const first = number - ((weekdayOfNumber(number) - weekStart + 7) % 7)
  return { from: dayFromNumber(first), to: dayFromNumber(first + 6) }
}

/** The ISO 8601 week: weeks start on Monday and belong to the year that holds their Thursday. */
export function isoWeek(day: Day): { readonly year: number; readonly week: number } {
  const number = dayToNumber(day)
  const thursday = number - weekdayOfNumber(number) + 4
  const year = Number(dayFromNumber(thursday).slice(0, 4))
  const newYear = dayToNumber(`${String(year).padStart(4, '0')}-01-01`)
  return { year, week: Math.floor((thursday - newYear) / 7) + 1 }
}

/** First and last day of the calendar month that holds `day`. */
export function monthOf(day: Day): DayRange {
  const from = `${day.slice(0, 7)}-01`
  // The 1st plus 31 days always lies in the next month, whatever this one's length.
  const nextMonth = `${dayFromNumber(dayToNumber(from) + 31).slice(0, 7)}-01`
  return { from, to: dayFromNumber(dayToNumber(nextMonth) - 1) }
}
