import { dayFromNumber, dayToNumber } from './day-number.ts'

/** A date on the calendar without a zone, `YYYY-MM-DD`. Days sort as their strings do. */
export type Day = string

const DAY_PATTERN = /^(?:19|2\d)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/

/** True for a real calendar date in the years 1900 to 2999, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  // The round trip catches dates that have the form but do not exist, such as 2026-02-30.
  return DAY_PATTERN.test(text) && dayFromNumber(dayToNumber(text)) === text
}
