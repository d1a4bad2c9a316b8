import type { ClockTime, DayTime, EntryTime } from '../../../shared/contract/entities.ts'
import { formatClock } from '../../../shared/format/format-clock.ts'
import { ok, type Result } from '../../../shared/result.ts'
import type { InputContext } from '../../../shared/time-input/input-context.ts'
import type { InputError } from '../../../shared/time-input/input-error.ts'
import { parseClockTime } from '../../../shared/time-input/parse-clock-time.ts'
import { parseDuration } from '../../../shared/time-input/parse-duration.ts'
import { parseMoment } from '../../../shared/time-input/parse-moment.ts'
import { parseRange, type TypedRange } from '../../../shared/time-input/parse-range.ts'
import { dayOf } from '../../../shared/zone/day-bounds.ts'

type Typed<T> = Result<T, InputError>

/** A new start, with the end where it was. A bare time belongs to the day on which the entry began. */
export function withTypedStart(time: ClockTime, text: string, nowMs: number): Typed<ClockTime> {
  const moment = parseMoment(text, contextOf(time, nowMs))
  return moment.ok ? ok({ ...time, startedAtMs: moment.value.ms }) : moment
}

/** A new end. A bare time is the first one after the start: `0:30` after 22:00 is past midnight. */
export function withTypedEnd(time: ClockTime, text: string, nowMs: number): Typed<ClockTime> {
  const context = contextOf(time, nowMs)
  if (!parseClockTime(text, 'end').ok) {
    const moment = parseMoment(text, context, 'end')
    return moment.ok ? ok({ ...time, endedAtMs: moment.value.ms }) : moment
  }
  const range = parseRange(`${formatClock(time.startedAtMs, time.zone, '24h', 'seconds')} - ${text}`, context)
  if (!range.ok) return range
  return ok({ ...time, endedAtMs: range.value.kind === 'clock' ? range.value.endMs : time.endedAtMs })
}

/** A new length: the end moves, or the start where the entry still runs. */
export function withTypedDuration(time: EntryTime, text: string, nowMs: number): Typed<EntryTime> {
  const length = parseDuration(text)
  if (!length.ok) return length
  const { durationMs } = length.value
  if (time.kind === 'day') return ok({ ...time, durationMs })
  if (time.endedAtMs === null) return ok({ ...time, startedAtMs: nowMs - durationMs })
  return ok({ ...time, endedAtMs: time.startedAtMs + durationMs })
}

/** Clock times, or another length, for an entry that had none: `9-10:30`, `1h 30m`. */
export function withTypedRange(time: DayTime, text: string, nowMs: number): Typed<EntryTime> {
  const range = parseRange(text, { nowMs, zone: time.zone, day: time.day })
  return range.ok ? ok(timeOfRange(range.value, time.zone)) : range
}

export function timeOfRange(range: TypedRange, zone: string): EntryTime {
  if (range.kind === 'day') return { kind: 'day', day: range.day, durationMs: range.durationMs, zone }
  return { kind: 'clock', startedAtMs: range.startMs, endedAtMs: range.endMs, zone }
}

function contextOf(time: ClockTime, nowMs: number): InputContext {
  return { nowMs, zone: time.zone, day: dayOf(time.startedAtMs, time.zone) }
}
