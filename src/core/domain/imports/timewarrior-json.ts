import { z } from 'zod'
import type { Zone } from '../../../shared/zone/zone.ts'
import type { ImportCollector } from './import-collector.ts'
import { readMoment } from './read-moment.ts'
import { addTimewarriorInterval } from './timewarrior-interval.ts'

/** An interval of `timew export`. Its `id` counts back from the newest and says nothing tomorrow, so it is not read. */
const intervalSchema = z.object({
  start: z.string(),
  end: z.string().optional(),
  tags: z.array(z.string()).optional(),
  annotation: z.string().optional(),
})

/** Reads interval `line` (from 1) of `timew export` into the collector. */
export function readTimewarriorJson(
  value: unknown,
  place: { readonly line: number; readonly file: string; readonly zone: Zone },
  collector: ImportCollector,
): void {
  const parsed = intervalSchema.safeParse(value)
  if (!parsed.success) return collector.fail(place.line, place.file, 'This interval has no start that can be read')
  const { start, end, tags = [], annotation = '' } = parsed.data
  const startMs = instantOf(start)
  const endMs = end === undefined ? null : instantOf(end)
  if (startMs === undefined || endMs === undefined) {
    return collector.fail(place.line, place.file, `“${startMs === undefined ? start : end}” is not a date and time`)
  }
  addTimewarriorInterval({ startMs, endMs, tags, annotation }, place, collector)
}

function instantOf(text: string): number | undefined {
  const moment = readMoment(text, undefined)
  return moment?.kind === 'instant' ? moment.ms : undefined
}
