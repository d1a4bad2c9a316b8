import { isDeepStrictEqual } from 'node:util'
import type { Entry } from '../../../shared/contract/entities.ts'
import { dayOf } from '../../../shared/zone/day-bounds.ts'
import { splitByDay } from '../../../shared/zone/split-by-day.ts'
import { ENTRY_WRITE_COLUMNS, entryValues } from '../entry-row.ts'
import type { Statements } from '../statements.ts'

const INSERT = `insert into entries (${ENTRY_WRITE_COLUMNS.join(', ')}) values (${ENTRY_WRITE_COLUMNS.map(() => '?').join(', ')})
  on conflict (id) do nothing`
const REVIVE = `update entries set ${ENTRY_WRITE_COLUMNS.map((column) => `${column} = ?`).join(', ')}, deleted_at_ms = null where id = ?`
const INSERT_IMPORTED = `insert into entries (${ENTRY_WRITE_COLUMNS.join(', ')}, import_key) values (${ENTRY_WRITE_COLUMNS.map(() => '?').join(', ')}, ?)`
const INSERT_TAG = 'insert into entry_tags (entry_seq, tag_id) values (?, ?)'
const DELETE_TAGS = 'delete from entry_tags where entry_seq = ?'
const DELETE_DAYS = 'delete from entry_days where entry_seq = ?'
const INSERT_DAY = 'insert into entry_days (day, entry_seq, ms) values (?, ?, ?)'

/** The local day an entry is listed under: the first that it counts on. */
export function localDay(entry: Entry, slices = daySlices(entry)): string {
  const { time } = entry
  return slices[0]?.day ?? (time.kind === 'day' ? time.day : dayOf(time.startedAtMs, time.zone))
}

/** Local days an entry covers with the milliseconds on each; none while it runs. An empty entry keeps its day, with 0. */
export function daySlices(entry: Entry): { day: string; ms: number }[] {
  const { time } = entry
  if (time.kind === 'day') return [{ day: time.day, ms: time.durationMs }]
  if (time.endedAtMs === null) return []
  const slices = splitByDay(time.startedAtMs, time.endedAtMs, time.zone)
  return slices.length === 0 ? [{ day: dayOf(time.startedAtMs, time.zone), ms: 0 }] : slices
}

/**
 * Writes an entry with its tags and day slices. `before` is the entry as it stands; undefined where there is none, or
 * where it was removed: then it comes back.
 */
export function writeEntry(statements: Statements, entry: Entry, before: Entry | undefined): void {
  if (before === undefined) insertEntry(statements, entry)
  else changeEntry(statements, before, entry)
}

function insertEntry(statements: Statements, entry: Entry): void {
  const slices = daySlices(entry)
  const values = entryValues(entry, localDay(entry, slices))
  const inserted = statements.run(INSERT, ...values)
  if (inserted.changes === 1) {
    writeParts(statements, Number(inserted.lastInsertRowid), entry, slices)
    return
  }
  // It was there, hidden.
  statements.run(REVIVE, ...values, entry.id)
  const seq = seqOf(statements, entry.id)
  statements.run(DELETE_TAGS, seq)
  statements.run(DELETE_DAYS, seq)
  writeParts(statements, seq, entry, slices)
}

function seqOf(statements: Statements, id: string): number {
  const seq = statements.one<{ seq: number }>('select seq from entries where id = ?', id)?.seq
  if (seq === undefined) throw new Error(`Entry ${id} was not written`)
  return seq
}

/** Names only the columns that differ: each one named has every index it is part of written anew. */
function changeEntry(statements: Statements, before: Entry, entry: Entry): void {
  const slices = daySlices(entry)
  const slicesBefore = daySlices(before)
  const valuesBefore = entryValues(before, localDay(before, slicesBefore))
  const columns: string[] = []
  const values: unknown[] = []
  for (const [n, value] of entryValues(entry, localDay(entry, slices)).entries()) {
    if (value === valuesBefore[n]) continue
    columns.push(`${ENTRY_WRITE_COLUMNS[n]} = ?`)
    values.push(value)
  }
  if (columns.length > 0) statements.run(`update entries set ${columns.join(', ')} where id = ?`, ...values, entry.id)
  const newTags = !isDeepStrictEqual(entry.tagIds, before.tagIds)
  const newSlices = !isDeepStrictEqual(slices, slicesBefore)
  if (!newTags && !newSlices) return
  const seq = seqOf(statements, entry.id)
  if (newTags) {
    if (before.tagIds.length > 0) statements.run(DELETE_TAGS, seq)
    writeTags(statements, seq, entry)
  }
  if (newSlices) {
    if (slicesBefore.length > 0) statements.run(DELETE_DAYS, seq)
    writeSlices(statements, seq, slices)
  }
}

/** A new entry of an import: skips what only an existing one needs. */
export function insertImportedEntry(statements: Statements, entry: Entry, importKey: string): void {
  const slices = daySlices(entry)
  const inserted = statements.run(INSERT_IMPORTED, ...entryValues(entry, localDay(entry, slices)), importKey)
  writeParts(statements, Number(inserted.lastInsertRowid), entry, slices)
}

/** Hides an entry: the row and its tags stay, the slices go, so that no report counts it. */
export function hideEntry(statements: Statements, id: string, atMs: number): void {
  statements.run('delete from entry_days where entry_seq = (select seq from entries where id = ?)', id)
  statements.run('update entries set deleted_at_ms = ? where id = ?', atMs, id)
}

/** Brings a hidden entry back as it was. */
export function showEntry(statements: Statements, id: string): void {
  statements.run('update entries set deleted_at_ms = null where id = ?', id)
}

type Slices = ReturnType<typeof daySlices>

function writeParts(statements: Statements, seq: number, entry: Entry, slices: Slices): void {
  writeTags(statements, seq, entry)
  writeSlices(statements, seq, slices)
}

function writeTags(statements: Statements, seq: number, entry: Entry): void {
  for (const tagId of entry.tagIds) statements.run(INSERT_TAG, seq, tagId)
}

function writeSlices(statements: Statements, seq: number, slices: Slices): void {
  for (const slice of slices) statements.run(INSERT_DAY, slice.day, seq, slice.ms)
}
