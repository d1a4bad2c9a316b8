import type { Zone } from '../../../shared/zone/zone.ts'
import { contentKey } from './import-key.ts'
import { failedRow, type ImportRow, type RowOutcome } from './import-row.ts'
import { breaksLimit } from './row-limits.ts'
import { cleanTags } from './split-tags.ts'

export interface TimewarriorInterval {
  readonly startMs: number
  /** null while it runs. */
  readonly endMs: number | null
  readonly tags: readonly string[]
  readonly annotation: string
}

/** Where a row stands, and the zone its entry is kept in. */
export interface IntervalPlace {
  readonly line: number
  readonly file: string
  readonly zone: Zone
}

/** Tags stay tags, the annotation becomes the note. The interval that still runs has no length yet, so none is made up. */
export function readTimewarriorInterval(
  interval: TimewarriorInterval,
  { line, file, zone }: IntervalPlace,
): RowOutcome {
  const { startMs, endMs, annotation } = interval
  if (endMs === null) {
    return { kind: 'left-out', reason: 'This interval is still running in Timewarrior. Stop it there and import again' }
  }
  if (endMs < startMs) return failedRow('It ends before it starts')
  const tags = cleanTags(interval.tags)
  const details = { note: annotation, project: '', activity: '', tags, workItemKey: '', billable: null }
  const row: ImportRow = {
    ...details,
    client: null,
    line,
    file,
    time: { kind: 'clock', startedAtMs: startMs, endedAtMs: endMs, zone },
    offComputer: false,
    importKey: contentKey({ ...details, client: '', start: `${startMs}Z`, length: `${endMs - startMs}` }),
    origin: null,
  }
  const limit = breaksLimit(row)
  return limit === null ? { kind: 'row', row, warnings: [] } : failedRow(limit)
}
