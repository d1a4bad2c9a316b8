import { ok, type Result } from '../result.ts'
import type { Day } from '../zone/day.ts'
import { addDays } from '../zone/day-arithmetic.ts'
import { dayOf } from '../zone/day-bounds.ts'
import { wallToInstant } from '../zone/wall-time.ts'
import type { InputContext } from './input-context.ts'
import { type InputError, refuse } from './input-error.ts'
import { MAX_INPUT_LENGTH, normaliseInput } from './normalise-input.ts'
import { type ClockTime, type Edge, readClockTime } from './parse-clock-time.ts'
import { readLeadingDay } from './parse-day-input.ts'
import { namesUnits, readDuration } from './parse-duration.ts'
import { readIsoInstant } from './read-iso-instant.ts'

const HOW_TO = 'Write a time such as 9:30, now, -15m, yesterday 14:00 or 2026-11-20 14:00.'

/** `adjusted`: the clock was put forward or back over this time, so the answer was a choice worth showing. */
export interface TypedMoment {
  readonly ms: number
  readonly adjusted: boolean
}

/**
 * Reads a point in time: every clock time (on the context's day), `now`, `-15m`, `+15m`, `15m ago`, `in 15m`, a day and a
 * time (`yesterday 14:00`, `mon 9:30`, `2026-11-20T14:00`), and ISO instants with `Z` or an offset. A weekday is the latest
 * one whose time has come. Times to come are not refused here: that is the command's to say.
 */
export function parseMoment(
  text: string,
  context: InputContext,
  edge: Edge = 'start',
): Result<TypedMoment, InputError> {
  const moment = readMoment(normaliseInput(text), context, edge)
  return moment.ok ? ok({ ms: moment.value.ms, adjusted: moment.value.adjusted }) : moment
}

export interface ReadMoment extends TypedMoment {
  /** The local day it was typed for, and the time where one was typed. */
  readonly day: Day
  readonly time: ClockTime | null
}

/** As {@link parseMoment}, for text that has been through `normaliseInput`. */
export function readMoment(text: string, context: InputContext, edge: Edge): Result<ReadMoment, InputError> {
  if (text === '') return refuse('empty', HOW_TO)
  if (text.length > MAX_INPUT_LENGTH) return refuse('not-understood', HOW_TO)
  if (text === 'now' || text === 'nu') return ok(atInstant(context.nowMs, context))
  const relative = readRelative(text)
  if (relative !== null) return relative.ok ? ok(atInstant(context.nowMs + relative.value, context)) : relative
  const instant = readIsoInstant(text)
  if (instant !== null) return instant.ok ? ok(atInstant(instant.value, context)) : instant

  const leading = readLeadingDay(text, context)
  if (!leading.ok) return leading
  if (leading.value === null) {
    const time = readClockTime(text, edge)
    if (!time.ok) return time.error.code === 'not-understood' ? refuse('not-understood', HOW_TO) : time
    return ok(onDay(context.day ?? dayOf(context.nowMs, context.zone), time.value, context))
  }
  const { day, rest, isWeekday } = leading.value
  if (rest === '') return refuse('needs-time', `Add a time, such as ${text} 14:00.`)
  const time = readClockTime(rest.replace(/^(?:at|kl\.?) /, ''), edge)
  if (!time.ok) return time
  const moment = onDay(day, time.value, context)
  if (isWeekday && moment.ms > context.nowMs) return ok(onDay(addDays(day, -7), time.value, context))
  return ok(moment)
}

/** A clock time on a day, as an instant. */
export function onDay(day: Day, time: ClockTime, context: InputContext): ReadMoment {
  const { ms, adjusted } = wallToInstant({ day, ...time }, context.zone)
  return { ms, adjusted, day, time }
}

function atInstant(ms: number, context: InputContext): ReadMoment {
  return { ms, adjusted: false, day: dayOf(ms, context.zone), time: null }
}

/** Milliseconds from now; null where the text is of another form. */
function readRelative(text: string): Result<number, InputError> | null {
  const signed = /^([+-]) ?(.+)$/.exec(text)
  const sign = signed?.[1] === '-' || text.endsWith(' ago') ? -1 : 1
  const length = signed?.[2] ?? /^(.+) ago$/.exec(text)?.[1] ?? /^in (.+)$/.exec(text)?.[1]
  if (length === undefined) return null
  if (!namesUnits(length) && !length.includes(':')) {
    // -15 may be meant as minutes, hours or days.
    return refuse('which-unit', 'Add a unit: write -15m for fifteen minutes ago, or -2h for two hours ago.')
  }
  const duration = readDuration(length)
  return duration.ok ? ok(sign * duration.value.durationMs) : duration
}
