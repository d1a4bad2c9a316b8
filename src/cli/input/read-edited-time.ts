import type { Entry } from '../../shared/contract/entities.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { Day } from '../../shared/zone/day.ts'
import type { CliContext } from '../cli-context.ts'
import { type CliError, usageError } from '../cli-error.ts'
import { entryDay } from '../present/entry-time.ts'
import { moveToDay, readEnd, readInterval } from './read-interval.ts'
import { readDay, readDuration, readMoment } from './read-time.ts'

interface TypedTimes {
  readonly from: string | undefined
  readonly to: string | undefined
  readonly duration: string | undefined
  readonly date: string | undefined
}

type EntryTime = Entry['time']

/** The time of an entry after an edit; undefined where the edit leaves it alone. */
export async function readEditedTime(
  context: CliContext,
  entry: Entry,
  typed: TypedTimes,
): Promise<Result<EntryTime | undefined, CliError>> {
  const { from, to, duration, date } = typed
  if (from === undefined && to === undefined && duration === undefined && date === undefined) return ok(undefined)
  if (from !== undefined && to !== undefined && duration !== undefined) {
    return err(usageError('A start, an end and a length are one too many.', 'Leave one out.'))
  }
  const day = await readDay(context, '--date', date)
  if (!day.ok) return day
  const length = await readDuration('--duration', duration)
  if (!length.ok) return length
  const moved = day.value === undefined ? entry.time : move(entry.time, day.value)
  if (moved.kind === 'day') return editDayTime(context, moved, typed, length.value)
  return editClockTime(context, moved, typed, length.value, day.value ?? entryDay(entry))
}

function move(time: EntryTime, day: Day): EntryTime {
  return time.kind === 'day' ? { ...time, day } : { ...time, ...moveToDay(time, day) }
}

/** Time without clock times keeps its form, or gets both ends: `--from 9` alone takes the length it has. */
async function editDayTime(
  context: CliContext,
  time: Extract<EntryTime, { kind: 'day' }>,
  { from, to }: TypedTimes,
  lengthMs: number | undefined,
): Promise<Result<EntryTime, CliError>> {
  const durationMs = lengthMs ?? time.durationMs
  if (from === undefined && to === undefined) return ok({ ...time, durationMs })
  const { day, zone } = time
  if (from !== undefined && to !== undefined) {
    const interval = await readInterval(context, { from, to }, { day, zone })
    return interval.ok ? ok({ kind: 'clock', ...interval.value, zone }) : interval
  }
  const edge = await readMoment(context, from === undefined ? '--to' : '--from', from ?? to ?? '', 'start', {
    day,
    zone,
  })
  if (!edge.ok) return edge
  const startedAtMs = from === undefined ? edge.value - durationMs : edge.value
  return ok({ kind: 'clock', startedAtMs, endedAtMs: startedAtMs + durationMs, zone })
}

async function editClockTime(
  context: CliContext,
  time: Extract<EntryTime, { kind: 'clock' }>,
  { from, to }: TypedTimes,
  lengthMs: number | undefined,
  day: Day,
): Promise<Result<EntryTime, CliError>> {
  const { zone } = time
  if (from !== undefined && to !== undefined) {
    const interval = await readInterval(context, { from, to }, { day, zone })
    return interval.ok ? ok({ ...time, ...interval.value }) : interval
  }
  const start = await readMoment(context, '--from', from, 'start', { day, zone })
  if (!start.ok) return start
  let startedAtMs = start.value ?? time.startedAtMs
  if (to === undefined) {
    return ok({ ...time, startedAtMs, ...(lengthMs === undefined ? {} : { endedAtMs: startedAtMs + lengthMs }) })
  }
  const end = await readEnd(context, '--to', to, time.startedAtMs, zone)
  if (!end.ok) return end
  if (lengthMs !== undefined) startedAtMs = end.value - lengthMs
  return ok({ ...time, startedAtMs, endedAtMs: end.value })
}
