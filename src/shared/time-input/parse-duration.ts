import { MAX_ENTRY_MS } from '../limits.ts'
import { ok, type Result } from '../result.ts'
import { type InputError, refuse } from './input-error.ts'
import { MAX_INPUT_LENGTH, normaliseInput } from './normalise-input.ts'

const HOW_TO = 'Write a duration such as 1:30, 1.5, 90m or 1h 30m.'
const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
const SECOND_MS = 1000

/** English and Swedish, as people write them. Days are left out on purpose: a day of work is not 24 hours. */
const UNITS_MS = new Map([
  ...['h', 'hr', 'hrs', 'hour', 'hours', 'tim', 'timme', 'timmar'].map((word) => [word, HOUR_MS] as const),
  ...['m', 'min', 'mins', 'minute', 'minutes', 'minut', 'minuter'].map((word) => [word, MINUTE_MS] as const),
  ...['s', 'sec', 'secs', 'second', 'seconds', 'sek', 'sekund', 'sekunder'].map((word) => [word, SECOND_MS] as const),
])

export interface TypedDuration {
  readonly durationMs: number
}

/**
 * Reads a duration: `1:30` and `1:30:15` (hours first), `1.5` or `1,5` and whole numbers up to 24 (hours), `90m`,
 * `1h 30m`, `1h30`, `90 min`, `45s`. A whole number above 24 is refused, because 90 is as likely minutes as hours.
 * The answer is above zero and at most 999 h, in whole ms.
 */
export function parseDuration(text: string): Result<TypedDuration, InputError> {
  return readDuration(normaliseInput(text))
}

/** As {@link parseDuration}, for text that has been through `normaliseInput`. */
export function readDuration(text: string): Result<TypedDuration, InputError> {
  if (text === '') return refuse('empty', HOW_TO)
  if (text.length > MAX_INPUT_LENGTH) return refuse('not-understood', HOW_TO)
  if (/^-\s?[\d.,:]/.test(text)) return refuse('not-positive', `A duration is more than zero. ${HOW_TO}`)
  const colon = /^(\d*):(\d{1,2})(?::(\d{2}))?$/.exec(text)
  if (colon !== null) return readColonForm(colon[1] ?? '', colon[2] ?? '', colon[3] ?? '')
  if (/^\d+$/.test(text) && Number(text) > 24) {
    return refuse('which-unit', `${text} of what? Write ${text}m for minutes or ${text}h for hours.`)
  }
  if (/^(?:\d+(?:[.,]\d*)?|[.,]\d+)$/.test(text)) return checked(toNumber(text) * HOUR_MS)
  return readUnitForm(text)
}

/** True where the text names its units, so that it can be nothing but a length. */
export function namesUnits(text: string): boolean {
  return /\d ?[a-zåäö]/.test(text)
}

function readColonForm(hours: string, minutes: string, seconds: string): Result<TypedDuration, InputError> {
  if (minutes.length !== 2 || Number(minutes) > 59 || Number(seconds) > 59) {
    return refuse('not-understood', `Minutes and seconds have two digits and stay below 60. ${HOW_TO}`)
  }
  return checked(Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS + Number(seconds) * SECOND_MS)
}

function readUnitForm(text: string): Result<TypedDuration, InputError> {
  const part = /(\d+(?:[.,]\d+)?|[.,]\d+) ?([a-zåäö]*) ?/y
  let sumMs = 0
  let smallestMs = Number.POSITIVE_INFINITY
  while (part.lastIndex < text.length) {
    const match = part.exec(text)
    if (match === null) return refuse('not-understood', HOW_TO)
    const [, digits = '', word = ''] = match
    const unitMs = word === '' ? bareUnitMs(digits, smallestMs) : UNITS_MS.get(word)
    // Units come largest first and once each: `30m 1h` and `1h 2h` are more likely slips than sums.
    if (unitMs === undefined || unitMs >= smallestMs) return refuse('not-understood', HOW_TO)
    sumMs += toNumber(digits) * unitMs
    smallestMs = unitMs
  }
  return checked(sumMs)
}

/** The last number of `1h30` and `5m30` counts the next smaller unit. */
function bareUnitMs(digits: string, unitBeforeMs: number): number | undefined {
  if (!/^[0-5]?\d$/.test(digits)) return undefined
  if (unitBeforeMs === HOUR_MS) return MINUTE_MS
  return unitBeforeMs === MINUTE_MS ? SECOND_MS : undefined
}

function toNumber(digits: string): number {
  return Number(digits.replace(',', '.'))
}

function checked(ms: number): Result<TypedDuration, InputError> {
  const durationMs = Math.round(ms)
  if (!(durationMs > 0)) return refuse('not-positive', `A duration is more than zero. ${HOW_TO}`)
  if (durationMs > MAX_ENTRY_MS) return refuse('too-long', 'One entry is at most 999 hours. Write a shorter duration.')
  return ok({ durationMs })
}
