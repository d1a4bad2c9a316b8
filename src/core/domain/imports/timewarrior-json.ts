import { z } from 'zod'
import { failedRow, type RowOutcome } from './import-row.ts'
import { readMoment } from './read-moment.ts'
import { type IntervalPlace, readTimewarriorInterval } from './timewarrior-interval.ts'

/** An interval of `timew export`. Its `id` counts back from the newest and says nothing tomorrow, so it is not read. */
const intervalSchema = z.object({
  start: z.string(),
  end: z.string().optional(),
  tags: z.array(z.string()).optional(),
  annotation: z.string().optional(),
})

/** Reads one interval of `timew export`. */
export function readTimewarriorJson(value: unknown, place: IntervalPlace): RowOutcome {
  const parsed = intervalSchema.safeParse(value)
  if (!parsed.success) return failedRow('This interval has no start that can be read')
  const { start, end, tags = [], annotation = '' } = parsed.data
  const startMs = readUtc(start)
  const endMs = end === undefined ? null : readUtc(end)
  if (startMs === undefined || endMs === undefined) {
    return failedRow(`“${startMs === undefined ? start : end}” is not a date and time`)
  }
  return readTimewarriorInterval({ startMs, endMs, tags, annotation }, place)
}

/** `20260301T080000Z`, as Timewarrior writes every time. */
export function readUtc(text: string): number | undefined {
  const moment = readMoment(text, undefined)
  return moment?.kind === 'instant' ? moment.ms : undefined
}
