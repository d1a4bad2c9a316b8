/**
 * Days counted from 1970-01-01 on the Gregorian calendar, without any zone. On this count every day has the same length,
 * so plain arithmetic is right here and nowhere else; real days of 23, 24.5 or 25 hours are the business of day-bounds.ts.
 */

/** Length of a day of the zoneless calendar, in ms. Not for adding to an instant: use `addDays` and `dayBounds`. */
export const CALENDAR_DAY_MS = 86_400_000

const MIN_YEAR = 0
const MAX_YEAR = 9999

/** `YYYY-MM-DD` to its number (1970-01-01 is 0). Throws RangeError on text of another form; does not check the day of the month. */
export function dayToNumber(day: string): number {
  const year = Number(day.slice(0, 4))
  const month = Number(day.slice(5, 7))
  const date = Number(day.slice(8))
  if (day.length !== 10 || day[4] !== '-' || day[7] !== '-' || !(year >= 0 && month >= 1 && month <= 12 && date >= 1)) {
    throw new RangeError(`Not a day: ${day}`)
  }
  // Years that start in March put the leap day last, which makes the day of the year a linear formula of the month.
  const shiftedYear = month > 2 ? year : year - 1
  const era = Math.floor(shiftedYear / 400)
  const yearOfEra = shiftedYear - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** The inverse of {@link dayToNumber}. Throws RangeError outside the years 0 to 9999. */
export function dayFromNumber(dayNumber: number): string {
  const shifted = dayNumber + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const date = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  if (!(year >= MIN_YEAR && year <= MAX_YEAR)) throw new RangeError(`No day has the number ${dayNumber}`)
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${date < 10 ? '0' : ''}${date}`
}

/** Day of the week of a day number: Monday 1 to Sunday 7, as ISO 8601 counts. */
export function weekdayOfNumber(dayNumber: number): number {
  // 1970-01-01 was a Thursday, which is 4.
  return ((((dayNumber + 3) % 7) + 7) % 7) + 1
}
