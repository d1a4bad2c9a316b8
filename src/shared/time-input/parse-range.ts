import { MAX_ENTRY_MS } from '../limits.ts'
import { ok, type Result } from '../result.ts'
import type { Day } from '../zone/day.ts'
import { addDays } from '../zone/day-arithmetic.ts'
import { dayOf } from '../zone/day-bounds.ts'
import { instantToWall } from '../zone/wall-time.ts'
import type { InputContext } from './input-context.ts'
import { type InputError, refuse } from './input-error.ts'
import { MAX_INPUT_LENGTH, normaliseInput } from './normalise-input.ts'
import { type ClockTime, readClockTime } from './parse-clock-time.ts'
import { readLeadingDay } from './parse-day-input.ts'
import { namesUnits, readDuration } from './parse-duration.ts'
import { onDay, type ReadMoment, readMoment } from './parse-moment.ts'

const HOW_TO = 'Write a range such as 9-10:30, 9 +45m or yesterday 14-15:30, or a length such as 1h 30m.'

/** An interval with clock times, or a length on a day. */
export type TypedRange =
  | { readonly kind: 'clock'; readonly startMs: number; readonly endMs: number; readonly adjusted: boolean }
  | { readonly kind: 'day'; readonly day: Day; readonly durationMs: number }

/**
 * Reads `9-10:30`, `9 to 10:30`, `yesterday 14-15:30`, `22-1:30` (ends the next day), `1-2pm`, `9 +45m`, two full moments
 * with a dash or `to` between, and lengths: `1h30m`, `1:30`, `yesterday 1h30m`. The range is never empty and at most 999 h.
 */
export function parseRange(text: string, context: InputContext): Result<TypedRange, InputError> {
  const input = normaliseInput(text)
  if (input === '') return refuse('empty', HOW_TO)
  if (input.length > MAX_INPUT_LENGTH) return refuse('not-understood', HOW_TO)
  if (readMoment(input, context, 'start').ok && /\dt\d/.test(input)) {
    // `…T09:00-10:30` is an instant with an offset to ISO 8601 and a range to a person: ask.
    return refuse('needs-end', 'Add an end, with spaces around the dash: 2026-11-20 09:00 - 10:30.')
  }
  return readPlusLength(input, context) ?? readStartAndEnd(input, context) ?? readLengthOnDay(input, context)
}

/** `9 +45m`, `yesterday 9 for 45m`; null where the text is of another form. */
function readPlusLength(text: string, context: InputContext): Result<TypedRange, InputError> | null {
  const match = /^(.*[^\s+]) ?\+ ?([^+]+)$/.exec(text) ?? /^(.+) for (.+)$/.exec(text)
  if (match === null) return null
  const start = readMoment(match[1] ?? '', context, 'start')
  if (!start.ok) return null
  const length = readDuration(match[2] ?? '')
  return length.ok ? clockRange(start.value, start.value.ms + length.value.durationMs, false) : length
}

/** Tries each dash or `to` as the one between start and end: dates, offsets and `-15m` have dashes of their own. */
function readStartAndEnd(text: string, context: InputContext): Result<TypedRange, InputError> | null {
  let problem: Result<TypedRange, InputError> | null = null
  for (const match of text.matchAll(/-| (?:to|until|till|til) |\.\./g)) {
    const startText = text.slice(0, match.index).trim()
    const endText = text.slice(match.index + match[0].length).trim()
    if (startText === '' || endText === '') continue
    const range = joinEnds(startText, endText, context)
    if (range.ok) return range
    // Of several failures the most telling is one that understood both ends.
    if (range.error.code !== 'not-understood' && range.error.code !== 'which-unit') problem ??= range
  }
  return problem
}

function joinEnds(startText: string, endText: string, context: InputContext): Result<TypedRange, InputError> {
  const endTime = readClockTime(endText, 'end')
  const start = readMoment(startText, context, 'start')
  if (!start.ok) return start
  if (!endTime.ok) {
    const end = readMoment(endText, context, 'end')
    if (!end.ok) return end.error.code === 'not-understood' ? endTime : end
    return clockRange(start.value, end.value.ms, end.value.adjusted)
  }
  const from =
    endTime.value.meridiem === null ? start.value : lendMeridiem(startText, start.value, endTime.value, context)
  const startSeconds = secondOfDay(from.time ?? instantToWall(from.ms, context.zone))
  // The times on the clock decide whether midnight is crossed, not the instants: on a night when the clock is put
  // forward, 2:30-3:15 has no length and must not become a day.
  const crossesMidnight = secondOfDay(endTime.value) < startSeconds
  const end = onDay(crossesMidnight ? addDays(from.day, 1) : from.day, endTime.value, context)
  return clockRange(from, end.ms, end.adjusted)
}

/** In `1-2pm` the start is pm too, in `11-1pm` it is am: whichever makes it come before the end on the same day. */
function lendMeridiem(text: string, start: ReadMoment, end: ClockTime, context: InputContext): ReadMoment {
  // 0:30, 09:30 and 13:00 are how people write a 24-hour clock, and `11 am` has said it.
  if (start.time === null || start.time.meridiem !== null || !/(?:^| )(?:[1-9]|1[0-2])(?:[:.]\d\d)*$/.test(text)) {
    return start
  }
  const other = end.meridiem === 'pm' ? 'am' : 'pm'
  const same = readMoment(`${text} ${end.meridiem}`, context, 'start')
  if (same.ok && same.value.time !== null && secondOfDay(same.value.time) < secondOfDay(end)) return same.value
  const opposite = readMoment(`${text} ${other}`, context, 'start')
  return opposite.ok ? opposite.value : start
}

/** `1h30m`, `1:30`, `yesterday 1h30m`. What could as well be a time is refused, except h:mm by itself. */
function readLengthOnDay(text: string, context: InputContext): Result<TypedRange, InputError> {
  const leading = readLeadingDay(text, context)
  if (!leading.ok) return leading
  const day = leading.value?.day ?? context.day ?? dayOf(context.nowMs, context.zone)
  const lengthText = leading.value === null ? text : leading.value.rest
  if (lengthText === '') return refuse('needs-time', `Add times or a length: ${text} 9-10:30, or ${text} 1h 30m.`)
  const couldBeTime = readClockTime(lengthText, 'end').ok && !namesUnits(lengthText) && !/^\d+[.,]/.test(lengthText)
  if (couldBeTime && (leading.value !== null || /^\d+$/.test(lengthText))) {
    return refuse(
      'time-or-length',
      `${lengthText} may be a time or a length. Add an end, such as 9-10:30, or write 1h 30m.`,
    )
  }
  const length = readDuration(lengthText)
  if (length.ok) return ok({ kind: 'day', day, durationMs: length.value.durationMs })
  return length.error.code === 'not-understood' ? refuse('not-understood', HOW_TO) : length
}

function clockRange(start: ReadMoment, endMs: number, endAdjusted: boolean): Result<TypedRange, InputError> {
  if (endMs <= start.ms)
    return refuse('ends-before-start', 'The end is not after the start. Write the earlier time first, such as 9-10:30.')
  if (endMs - start.ms > MAX_ENTRY_MS)
    return refuse('too-long', 'One entry is at most 999 hours. Write an earlier end.')
  return ok({ kind: 'clock', startMs: start.ms, endMs, adjusted: start.adjusted || endAdjusted })
}

function secondOfDay(time: { readonly hour: number; readonly minute: number; readonly second: number }): number {
  return (time.hour * 60 + time.minute) * 60 + time.second
}
