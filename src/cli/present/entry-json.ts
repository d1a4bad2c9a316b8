import type { Entry } from '../../shared/contract/entities.ts'
import { entryDay, entryLengthMs, isRunning } from './entry-time.ts'
import type { NameBook } from './name-book.ts'

/** An entry as `--json` shows it: product.md §10. `start` and `end` are null for time without clock times. */
export function entryJson(entry: Entry, names: NameBook, nowMs: number) {
  const { time } = entry
  const { project, client, clientId, activity, tags, workItem } = names(entry)
  return {
    id: entry.id,
    start: time.kind === 'clock' ? isoInstant(time.startedAtMs) : null,
    end: time.kind === 'clock' && time.endedAtMs !== null ? isoInstant(time.endedAtMs) : null,
    zone: time.zone,
    date: entryDay(entry),
    durationMs: entryLengthMs(entry, nowMs),
    note: entry.note,
    project,
    projectId: entry.projectId,
    client,
    clientId,
    activity,
    activityId: entry.activityId,
    tags,
    tagIds: entry.tagIds,
    workItem,
    workItemId: entry.workItemId,
    billable: entry.billable,
    offComputer: entry.offComputer,
    running: isRunning(entry),
    source: entry.source,
  }
}

/** `2026-11-20T08:05:00.000Z` */
export function isoInstant(ms: number): string {
  return new Date(ms).toISOString()
}
