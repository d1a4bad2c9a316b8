import { err, ok, type Result } from '../../shared/result.ts'
import { type EntryLine, parseEntryLine } from '../../shared/time-input/parse-entry-line.ts'
import type { Day } from '../../shared/zone/day.ts'
import { dayOf } from '../../shared/zone/day-bounds.ts'
import type { Zone } from '../../shared/zone/zone.ts'
import type { CliContext } from '../cli-context.ts'
import { type CliError, usageError } from '../cli-error.ts'
import { readInterval } from './read-interval.ts'
import { readDay, readDuration, readMoment } from './read-time.ts'

type AddedTime =
  | { readonly kind: 'clock'; readonly startedAtMs: number; readonly endedAtMs: number; readonly zone: Zone }
  | { readonly kind: 'day'; readonly day: Day; readonly durationMs: number; readonly zone: Zone }

export interface AddedEntry {
  readonly time: AddedTime
  readonly note: string
  /** Project, tags and billing as the line says them; empty where options say when. */
  readonly line: Pick<EntryLine, 'project' | 'tags' | 'billable'>
}

interface WhenOptions {
  readonly from: string | undefined
  readonly to: string | undefined
  readonly date: string | undefined
  readonly duration: string | undefined
}

const HOW_TO = 'Write --from 9 --to 10:30, or --date yesterday --duration 1:30, or a line such as "9-10:30 Review".'

/** When an added entry was, and what it says: from options where there are any, else from the line itself. */
export async function readAddedEntry(
  context: CliContext,
  words: string,
  options: WhenOptions,
  templateMs: number | null,
): Promise<Result<AddedEntry, CliError>> {
  const { from, to, date, duration } = options
  if (from === undefined && to === undefined && date === undefined && duration === undefined) {
    return readLine(context, words, templateMs)
  }
  const day = await readDay(context, '--date', date)
  if (!day.ok) return day
  const length = await readDuration('--duration', duration)
  if (!length.ok) return length
  const time = await readTime(context, options, day.value, length.value ?? templateMs ?? undefined)
  return time.ok ? ok({ time: time.value, note: words, line: { tags: [] } }) : time
}

async function readTime(
  context: CliContext,
  { from, to, duration }: WhenOptions,
  day: Day | undefined,
  durationMs: number | undefined,
): Promise<Result<AddedTime, CliError>> {
  const { zone } = context
  const base = { zone, ...(day === undefined ? {} : { day }) }
  if (from !== undefined && to !== undefined) {
    if (duration !== undefined)
      return err(usageError('A start, an end and a length are one too many.', 'Leave one out.'))
    const interval = await readInterval(context, { from, to }, base)
    return interval.ok ? ok({ kind: 'clock', ...interval.value, zone }) : interval
  }
  if (durationMs === undefined) return err(usageError('Say when it was: an end or a length is missing.', HOW_TO))
  if (from !== undefined) {
    const start = await readMoment(context, '--from', from, 'start', base)
    if (!start.ok) return start
    return ok({ kind: 'clock', startedAtMs: start.value, endedAtMs: start.value + durationMs, zone })
  }
  if (to !== undefined) {
    const end = await readMoment(context, '--to', to, 'end', base)
    if (!end.ok) return end
    return ok({ kind: 'clock', startedAtMs: end.value - durationMs, endedAtMs: end.value, zone })
  }
  return ok({ kind: 'day', day: day ?? dayOf(context.nowMs, zone), durationMs, zone })
}

function readLine(context: CliContext, words: string, templateMs: number | null): Result<AddedEntry, CliError> {
  const { zone } = context
  const { range, note, ...line } = parseEntryLine(words, { nowMs: context.nowMs, zone })
  if (range === undefined) {
    if (templateMs === null) return err(usageError('Say when it was.', HOW_TO))
    const day = dayOf(context.nowMs, zone)
    return ok({ time: { kind: 'day', day, durationMs: templateMs, zone }, note, line })
  }
  const time: AddedTime =
    range.kind === 'clock'
      ? { kind: 'clock', startedAtMs: range.startMs, endedAtMs: range.endMs, zone }
      : { kind: 'day', day: range.day, durationMs: range.durationMs, zone }
  return ok({ time, note, line })
}
