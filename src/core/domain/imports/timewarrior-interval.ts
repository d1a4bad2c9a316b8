import type { Zone } from '../../../shared/zone/zone.ts'
import type { ImportCollector } from './import-collector.ts'
import { contentKey } from './import-key.ts'
import type { ImportRow } from './import-row.ts'
import { breaksLimit } from './row-limits.ts'
import { cleanTags } from './split-tags.ts'

export interface TimewarriorInterval {
  readonly startMs: number
  /** null while it runs. */
  readonly endMs: number | null
  readonly tags: readonly string[]
  readonly annotation: string
}

/** Tags stay tags, the annotation becomes the note. The interval that still runs has no length yet, so none is made up. */
export function addTimewarriorInterval(
  interval: TimewarriorInterval,
  place: { readonly line: number; readonly file: string; readonly zone: Zone },
  collector: ImportCollector,
): void {
  const { line, file, zone } = place
  const { startMs, endMs, annotation } = interval
  if (endMs === null) {
    return collector.warn(line, file, 'This interval is still running in Timewarrior. Stop it there and import again')
  }
  if (endMs < startMs) return collector.fail(line, file, 'It ends before it starts')
  const tags = cleanTags(interval.tags)
  const names = { note: annotation, client: '', project: '', activity: '', tags, workItemKey: '', billable: null }
  const row: ImportRow = {
    ...names,
    client: null,
    line,
    file,
    time: { kind: 'clock', startedAtMs: startMs, endedAtMs: endMs, zone },
    offComputer: false,
    importKey: contentKey({ ...names, start: `${startMs}Z`, length: `${endMs - startMs}` }),
    origin: null,
  }
  const limit = breaksLimit(row)
  if (limit !== null) collector.fail(line, file, limit)
  else collector.add(row)
}
