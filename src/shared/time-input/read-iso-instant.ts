import { ok, type Result } from '../result.ts'
import { isDay } from '../zone/day.ts'
import { CALENDAR_DAY_MS, dayToNumber } from '../zone/day-number.ts'
import { type InputError, refuse } from './input-error.ts'

/** A numeric offset needs the `T`: with a space, `2026-11-20 14:00-15:30` is how people write a range. */
const PATTERN =
  /^(\d{4}-\d\d-\d\d)(?:t(?=.*(?:z|[+-]\d\d(?::?\d\d)?)$)| (?=.*z$))(\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(?:z|([+-])(\d\d):?(\d\d)?)$/

/** An instant as ISO 8601 writes it, with `Z` or an offset, from lower-case text; null where the text is of another form. */
export function readIsoInstant(text: string): Result<number, InputError> | null {
  const match = PATTERN.exec(text)
  if (match === null) return null
  const [, day = '', hour = '', minute = '', second = '0', fraction = '', sign, offsetHour = '0', offsetMinute = '0'] =
    match
  if (!isDay(day)) return refuse('no-such-day', `${day} is not on the calendar. Write a date such as 2026-11-20.`)
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) {
    return refuse('no-such-time', 'Hours go to 23, minutes and seconds to 59. Write a time such as 14:00.')
  }
  if (Number(offsetHour) > 23 || Number(offsetMinute) > 59) {
    return refuse('no-such-time', 'No place is that far from UTC. Write an offset such as +01:00, or Z.')
  }
  const seconds = (Number(hour) * 60 + Number(minute)) * 60 + Number(second)
  const offsetMinutes = (Number(offsetHour) * 60 + Number(offsetMinute)) * (sign === '-' ? -1 : 1)
  const fractionMs = Number(fraction.padEnd(3, '0').slice(0, 3))
  return ok(dayToNumber(day) * CALENDAR_DAY_MS + (seconds - offsetMinutes * 60) * 1000 + fractionMs)
}
