import type { Entry } from '../../shared/contract/entities.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { Day } from '../../shared/zone/day.ts'
import { addDays } from '../../shared/zone/day-arithmetic.ts'
import { dayOf } from '../../shared/zone/day-bounds.ts'
import { dayToNumber } from '../../shared/zone/day-number.ts'
import { instantToWall, wallToInstant } from '../../shared/zone/wall-time.ts'
import type { Zone } from '../../shared/zone/zone.ts'
import type { CliContext } from '../cli-context.ts'
import { type CliError, refusal, usageError } from '../cli-error.ts'
import { readMoment } from './read-time.ts'

export interface Interval {
  readonly startedAtMs: number
  readonly endedAtMs: number
}

/** Start and end typed apart, read together: `22:00` to `1:30` ends the next day. */
export async function readInterval(
  context: CliContext,
  typed: { readonly from: string; readonly to: string },
  base: { readonly day?: Day; readonly zone: Zone },
): Promise<Result<Interval, CliError>> {
  const { parseRange } = await import('../../shared/time-input/parse-range.ts')
  const range = parseRange(`${typed.from} to ${typed.to}`, { nowMs: context.nowMs, ...base })
  if (range.ok && range.value.kind === 'clock') {
    return ok({ startedAtMs: range.value.startMs, endedAtMs: range.value.endMs })
  }
  // Understood, but impossible: refused in the same way as the host refuses it.
  if (!range.ok && (range.error.code === 'ends-before-start' || range.error.code === 'too-long')) {
    return err(refusal(range.error.code, range.error.message))
  }
  // One of the two may be the culprit: its own message is clearer than that of the pair.
  const from = await readMoment(context, '--from', typed.from, 'start', base)
  if (!from.ok) return from
  const to = await readMoment(context, '--to', typed.to, 'end', base)
  if (!to.ok) return to
  const message = range.ok ? 'Write times such as --from 9:30 --to 10:45.' : range.error.message
  return err(usageError(`From ${typed.from} to ${typed.to} was not understood.`, message))
}

/** An end for something that has started: a bare time before the start is one of the day after. */
export async function readEnd(
  context: CliContext,
  name: string,
  typed: string,
  startedAtMs: number,
  zone: Zone,
): Promise<Result<number, CliError>> {
  const day = dayOf(startedAtMs, zone)
  const sameDay = await readMoment(context, name, typed, 'end', { day, zone })
  if (!sameDay.ok || sameDay.value > startedAtMs) return sameDay
  return readMoment(context, name, typed, 'end', { day: addDays(day, 1), zone })
}

/** The same times on the wall, on another day. */
export function moveToDay(
  time: Extract<Entry['time'], { kind: 'clock' }>,
  day: Day,
): { readonly startedAtMs: number; readonly endedAtMs: number | null } {
  const { zone } = time
  const shift = dayToNumber(day) - dayToNumber(dayOf(time.startedAtMs, zone))
  const move = (ms: number): number => {
    const wall = instantToWall(ms, zone)
    return wallToInstant({ ...wall, day: addDays(wall.day, shift) }, zone).ms + (ms % 1000)
  }
  return { startedAtMs: move(time.startedAtMs), endedAtMs: time.endedAtMs === null ? null : move(time.endedAtMs) }
}
