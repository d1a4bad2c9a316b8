import type { Entry } from '../../shared/contract/entities.ts'
import { nameKey } from '../../shared/name-key.ts'
import { dayBounds } from '../../shared/zone/day-bounds.ts'

/** A row of `entries` as SQLite gives it, with its tags gathered. */
export interface EntryRow {
  seq: number
  id: string
  kind: 'clock' | 'day'
  started_at_ms: number | null
  ended_at_ms: number | null
  duration_ms: number | null
  zone: string
  day: string
  sort_ms: number
  note: string
  project_id: string | null
  activity_id: string | null
  work_item_id: string | null
  billable: number
  off_computer: number
  source: Entry['source']
  import_batch_id: string | null
  created_at_ms: number
  updated_at_ms: number
  /** Tag ids, sorted and joined with commas; null without tags. */
  tag_ids: string | null
}

/** Every column `readEntry` needs, from a table or alias `e`. */
export const ENTRY_COLUMNS = `e.seq, e.id, e.kind, e.started_at_ms, e.ended_at_ms, e.duration_ms, e.zone, e.day, e.sort_ms,
  e.note, e.project_id, e.activity_id, e.work_item_id, e.billable, e.off_computer, e.source, e.import_batch_id,
  e.created_at_ms, e.updated_at_ms,
  (select group_concat(t.tag_id) from entry_tags t where t.entry_seq = e.seq) as tag_ids`

/** The check constraint of the table guarantees which columns are present for each kind; a row that breaks it is a bug. */
export function readEntry(row: EntryRow): Entry {
  return {
    id: row.id,
    time:
      row.kind === 'clock'
        ? { kind: 'clock', startedAtMs: present(row.started_at_ms, row), endedAtMs: row.ended_at_ms, zone: row.zone }
        : { kind: 'day', day: row.day, durationMs: present(row.duration_ms, row), zone: row.zone },
    note: row.note,
    projectId: row.project_id,
    activityId: row.activity_id,
    workItemId: row.work_item_id,
    tagIds: row.tag_ids === null ? [] : row.tag_ids.split(',').sort(),
    billable: row.billable === 1,
    offComputer: row.off_computer === 1,
    source: row.source,
    importBatchId: row.import_batch_id,
    createdAtMs: row.created_at_ms,
    updatedAtMs: row.updated_at_ms,
  }
}

/** The values of an entry's own columns, in the order of `ENTRY_WRITE_COLUMNS`. */
export function entryValues(entry: Entry, localDay: string): (string | number | null)[] {
  const { time } = entry
  const clock = time.kind === 'clock'
  return [
    entry.id,
    time.kind,
    clock ? time.startedAtMs : null,
    clock ? time.endedAtMs : null,
    clock ? (time.endedAtMs === null ? null : time.endedAtMs - time.startedAtMs) : time.durationMs,
    time.zone,
    localDay,
    clock ? time.startedAtMs : dayBounds(time.day, time.zone).startMs,
    entry.note,
    nameKey(entry.note),
    entry.projectId,
    entry.activityId,
    entry.workItemId,
    entry.billable ? 1 : 0,
    entry.offComputer ? 1 : 0,
    entry.source,
    entry.importBatchId,
    entry.createdAtMs,
    entry.updatedAtMs,
  ]
}

export const ENTRY_WRITE_COLUMNS = [
  'id',
  'kind',
  'started_at_ms',
  'ended_at_ms',
  'duration_ms',
  'zone',
  'day',
  'sort_ms',
  'note',
  'note_key',
  'project_id',
  'activity_id',
  'work_item_id',
  'billable',
  'off_computer',
  'source',
  'import_batch_id',
  'created_at_ms',
  'updated_at_ms',
] as const

function present(value: number | null, row: EntryRow): number {
  if (value === null) throw new Error(`Entry ${row.id} of kind ${row.kind} lacks its time`)
  return value
}
