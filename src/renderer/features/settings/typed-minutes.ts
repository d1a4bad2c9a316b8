import type { Settings } from '../../../shared/contract/entities.ts'
import type { ClockStyle } from '../../../shared/format/format-clock.ts'
import { formatDurationProse } from '../../../shared/format/format-duration.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import { parseClockTime } from '../../../shared/time-input/parse-clock-time.ts'
import { parseDuration } from '../../../shared/time-input/parse-duration.ts'

const MINUTE_MS = 60_000

/** A minute of the day as a clock shows it: `22:00`, `10:00 pm`. */
export function minuteOfDayText(minute: number, style: ClockStyle): string {
  const hour = Math.floor(minute / 60)
  const rest = String(minute % 60).padStart(2, '0')
  if (style === '24h') return `${String(hour).padStart(2, '0')}:${rest}`
  return `${hour % 12 === 0 ? 12 : hour % 12}:${rest} ${hour < 12 ? 'am' : 'pm'}`
}

/** A typed time of the day, to the minute. Else words that say what to type instead. */
export function readMinuteOfDay(text: string): Result<number, string> {
  const time = parseClockTime(text)
  if (!time.ok) return err(time.error.message)
  if (time.value.second !== 0) return err('Write a time without seconds, such as 9:30.')
  return ok(time.value.hour * 60 + time.value.minute)
}

export function quietHoursText(hours: NonNullable<Settings['quietHours']>, style: ClockStyle): string {
  return `${minuteOfDayText(hours.fromMinute, style)} – ${minuteOfDayText(hours.toMinute, style)}`
}

/** `22:00 – 07:00`, `22-7`, `10 pm - 7 am`. */
export function readQuietHours(text: string): Result<NonNullable<Settings['quietHours']>, string> {
  const [from, to, more] = text.split(/[-–—]/)
  if (from === undefined || to === undefined || more !== undefined) return err('Write two times, such as 22:00 – 7:00.')
  const fromMinute = readMinuteOfDay(from)
  if (!fromMinute.ok) return fromMinute
  const toMinute = readMinuteOfDay(to)
  if (!toMinute.ok) return toMinute
  if (fromMinute.value === toMinute.value) return err('Quiet hours from a time to the same time would be none.')
  return ok({ fromMinute: fromMinute.value, toMinute: toMinute.value })
}

export function minutesText(minutes: number): string {
  return formatDurationProse(minutes * MINUTE_MS)
}

/** A typed length in whole minutes within limits; a bare number is minutes. Else words that say what to type instead. */
export function readMinutes(text: string, minMinutes: number, maxMinutes: number): Result<number, string> {
  const bare = /^\d{1,5}$/.test(text.trim()) ? Number(text) : undefined
  const parsed = bare === undefined ? parseDuration(text) : undefined
  if (parsed !== undefined && !parsed.ok) return err(parsed.error.message)
  const minutes = bare ?? (parsed?.value.durationMs ?? 0) / MINUTE_MS
  if (Number.isInteger(minutes) && minutes >= minMinutes && minutes <= maxMinutes) return ok(minutes)
  return err(`Write whole minutes, from ${minutesText(minMinutes)} to ${minutesText(maxMinutes)}.`)
}
