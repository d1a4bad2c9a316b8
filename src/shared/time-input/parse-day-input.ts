import { ok, type Result } from '../result.ts'
import { type Day, isDay } from '../zone/day.ts'
import { addDays, weekdayOf } from '../zone/day-arithmetic.ts'
import { dayOf } from '../zone/day-bounds.ts'
import { DAYS_FROM_TODAY, WEEKDAYS } from './day-words.ts'
import type { InputContext } from './input-context.ts'
import { type InputError, refuse } from './input-error.ts'
import { MAX_INPUT_LENGTH, normaliseInput } from './normalise-input.ts'

const HOW_TO = 'Write a day such as today, yesterday, mon or 2026-11-20.'

/** Reads `today`, `yesterday`, `tomorrow`, weekdays (the latest one, today included), `2026-11-20`, and `-1` or `+1` from today. */
export function parseDayInput(text: string, context: InputContext): Result<{ readonly day: Day }, InputError> {
  const input = normaliseInput(text)
  if (input === '') return refuse('empty', HOW_TO)
  if (input.length > MAX_INPUT_LENGTH) return refuse('not-understood', HOW_TO)
  const offset = /^([+-]) ?(\d{1,4})$/.exec(input)
  if (offset !== null) {
    const count = Number(offset[2]) * (offset[1] === '-' ? -1 : 1)
    return checkedDay(addDays(dayOf(context.nowMs, context.zone), count))
  }
  const leading = readLeadingDay(input, context)
  if (!leading.ok) return leading
  if (leading.value === null) return refuse('not-understood', HOW_TO)
  if (leading.value.rest !== '') return refuse('not-understood', `Only a day is wanted here. ${HOW_TO}`)
  return ok({ day: leading.value.day })
}

export interface LeadingDay {
  readonly day: Day
  readonly rest: string
  /** A weekday means the latest one, so a time on it that is still to come means a week earlier. */
  readonly isWeekday: boolean
}

/**
 * Takes a day off the front of normalised text; null where it does not begin with one. Dates such as 20/11 are refused
 * and never guessed: half of the world would read them the other way round.
 */
export function readLeadingDay(text: string, context: InputContext): Result<LeadingDay | null, InputError> {
  const iso = /^(\d{4}-\d{2}-\d{2})(?:t(?=\d)| |$)/.exec(text)
  if (iso !== null) {
    const day = checkedDay(iso[1] ?? '')
    return day.ok ? ok({ day: day.value.day, rest: text.slice(iso[0].length), isWeekday: false }) : day
  }
  if (/^\d{1,4}(?:\/\d{1,2}(?:\/\d{2,4})?|\.\d{1,2}\.\d{2,4}|-\d{1,2}-\d{2,4}|-\d{1,2}-\d)(?: |$)/.test(text)) {
    const typed = text.split(' ', 1)[0] ?? ''
    return refuse('which-date', `${typed} can be read in two ways. Write the date as YYYY-MM-DD, such as 2026-11-20.`)
  }
  const word = /^[a-zåäö]+/.exec(text)?.[0] ?? ''
  const rest = text.slice(word.length).replace(/^[.,]/, '')
  if (rest !== '' && !rest.startsWith(' ')) return ok(null)
  const today = dayOf(context.nowMs, context.zone)
  const fromToday = DAYS_FROM_TODAY.get(word)
  if (fromToday !== undefined) return ok({ day: addDays(today, fromToday), rest: rest.trim(), isWeekday: false })
  const weekday = WEEKDAYS.get(word)
  if (weekday === undefined) return ok(null)
  const daysBack = (weekdayOf(today) - weekday + 7) % 7
  return ok({ day: addDays(today, -daysBack), rest: rest.trim(), isWeekday: true })
}

function checkedDay(day: string): Result<{ readonly day: Day }, InputError> {
  if (isDay(day)) return ok({ day })
  return refuse('no-such-day', `${day} is not on the calendar. Write a date such as 2026-11-20.`)
}
