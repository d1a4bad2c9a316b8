import { ok, type Result } from '../result.ts'
import { type InputError, refuse } from './input-error.ts'
import { MAX_INPUT_LENGTH, normaliseInput } from './normalise-input.ts'

const HOW_TO = 'Write a time such as 9, 9:30, 930 or 9:30 pm.'

/** A time on the clock; hour 24 stands only for midnight at the end of a day. */
export interface ClockTime {
  readonly hour: number
  readonly minute: number
  readonly second: number
  /** As typed: a range such as `1-2pm` lends it to its other end. */
  readonly meridiem: 'am' | 'pm' | null
}

/** Whether a time starts or ends something: `24:00` can only end it. */
export type Edge = 'start' | 'end'

/** Reads `9`, `930`, `0930`, `9:30`, `09.30`, `21:30:15`, each with `am` or `pm` where wanted, and `24:00` as an end. */
export function parseClockTime(text: string, edge: Edge = 'start'): Result<ClockTime, InputError> {
  return readClockTime(normaliseInput(text), edge)
}

/** As {@link parseClockTime}, for text that has been through `normaliseInput`. */
export function readClockTime(text: string, edge: Edge): Result<ClockTime, InputError> {
  if (text === '') return refuse('empty', HOW_TO)
  if (text.length > MAX_INPUT_LENGTH) return refuse('not-understood', HOW_TO)
  // `9p` is a time; in `9 a` and `9-10 A note` the lone letter is a word of its own.
  const match =
    /^(\d{1,2})(?:[:.](\d{2})(?::(\d{2}))?)?( ?[ap]\.?m\.?|[ap])?$/.exec(text) ??
    /^(\d{1,2})(\d{2})()( ?[ap]\.?m\.?|[ap])?$/.exec(text)
  if (match === null) return refuse('not-understood', HOW_TO)
  const [, hourText = '', minuteText, secondText, suffix] = match
  const typedHour = Number(hourText)
  const minute = Number(minuteText ?? 0)
  const second = Number(secondText ?? 0)
  if (minute > 59 || second > 59) return refuse('no-such-time', `Minutes and seconds stay below 60. ${HOW_TO}`)
  if (suffix !== undefined) {
    if (typedHour < 1 || typedHour > 12) {
      return refuse('no-such-time', 'With am or pm the hour is 1 to 12. Write 9:30 pm, or 21:30 without pm.')
    }
    const meridiem = suffix.trimStart().startsWith('p') ? 'pm' : 'am'
    return ok({ hour: (typedHour % 12) + (meridiem === 'pm' ? 12 : 0), minute, second, meridiem })
  }
  if (typedHour === 24 && minute === 0 && second === 0) {
    if (edge === 'end') return ok({ hour: 24, minute, second, meridiem: null })
    return refuse('end-only', '24:00 can only be an end. Write 0:00 and the next day for a start.')
  }
  if (typedHour > 23) return refuse('no-such-time', `Hours go from 0 to 23. ${HOW_TO}`)
  return ok({ hour: typedHour, minute, second, meridiem: null })
}
