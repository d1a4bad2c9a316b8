import type { Entry } from '../../../shared/contract/entities.ts'
import { dayOf } from '../../../shared/zone/day-bounds.ts'
import type { EntryNames } from './entry-names.ts'
import { isoInstant } from './iso-instant.ts'
import { neutralCell } from './neutral-cell.ts'
import { writeTagList } from './tag-list.ts'

/** The columns of Stint's own CSV. A file that has all of them, in any order, is read back by these rules. */
export const CSV_EXPORT_COLUMNS = [
  'id',
  'start',
  'end',
  'zone',
  'date',
  'duration_ms',
  'duration',
  'note',
  'client',
  'project',
  'activity',
  'tags',
  'work_item',
  'billable',
  'off_computer',
] as const

const CRLF = '\r\n'

export function csvHeader(): string {
  return CSV_EXPORT_COLUMNS.join(',') + CRLF
}

/**
 * One entry as a record of RFC 4180. `date` is the day it is listed under; an entry without clock times has no start and
 * end, a running one no end and no duration.
 */
export function csvRecord(entry: Entry, names: EntryNames): string {
  const { time } = entry
  const clock = time.kind === 'clock'
  const durationMs = clock ? (time.endedAtMs === null ? null : time.endedAtMs - time.startedAtMs) : time.durationMs
  const cells = [
    entry.id,
    clock ? isoInstant(time.startedAtMs, time.zone) : '',
    clock && time.endedAtMs !== null ? isoInstant(time.endedAtMs, time.zone) : '',
    time.zone,
    clock ? dayOf(time.startedAtMs, time.zone) : time.day,
    durationMs === null ? '' : String(durationMs),
    durationMs === null ? '' : hoursMinutesSeconds(durationMs),
    quoted(neutralCell(entry.note)),
    quoted(neutralCell(names.client)),
    quoted(neutralCell(names.project)),
    quoted(neutralCell(names.activity)),
    quoted(neutralCell(writeTagList(names.tags))),
    quoted(neutralCell(names.workItem)),
    String(entry.billable),
    String(entry.offComputer),
  ]
  return cells.join(',') + CRLF
}

function quoted(text: string): string {
  // Semicolons, tabs and bars too: a program that guesses the delimiter should not guess from a note.
  return /[",;|\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** `1:05:09`; milliseconds are in `duration_ms`. */
function hoursMinutesSeconds(durationMs: number): string {
  const seconds = Math.floor(durationMs / 1000)
  const pad = (value: number) => String(value).padStart(2, '0')
  return `${Math.floor(seconds / 3600)}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`
}
