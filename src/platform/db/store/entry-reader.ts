import type { EntryFilter, Frequency } from '../../../core/ports/store.ts'
import type { Entry } from '../../../shared/contract/entities.ts'
import { ENTRY_COLUMNS, type EntryRow, readEntry } from '../entry-row.ts'
import type { Statements } from '../statements.ts'
import { entryConditions, entryDayConditions } from './filter-sql.ts'

const LIVE = 'e.deleted_at_ms is null'
const SELECT = `select ${ENTRY_COLUMNS} from entries e`
// Asked by every command; put together once, for a statement is found by its text.
const BY_ID = `${SELECT} where e.id = ? and ${LIVE}`
const RUNNING = `${SELECT} where e.kind = 'clock' and e.ended_at_ms is null and ${LIVE}`
const BETWEEN = `${SELECT} where e.ended_at_ms > ? and e.started_at_ms < ? and e.duration_ms > 0 and ${LIVE}
  order by e.started_at_ms, e.seq`
const OF_DAY = `select ${ENTRY_COLUMNS} from entry_days d join entries e on e.seq = d.entry_seq where d.day = ?
  order by e.sort_ms, e.seq`

/** Questions about entries; see the port `StoreReader` for what each means. */
export const entryQueries = {
  byId(statements: Statements, id: string): Entry | undefined {
    const row = statements.one<EntryRow>(BY_ID, id)
    return row && readEntry(row)
  },

  running(statements: Statements): Entry | undefined {
    const row = statements.one<EntryRow>(RUNNING)
    return row && readEntry(row)
  },

  latest(statements: Statements): Entry | undefined {
    const row =
      statements.one<EntryRow>(
        `${SELECT} where e.ended_at_ms is not null and ${LIVE} order by e.ended_at_ms desc limit 1`,
      ) ?? statements.one<EntryRow>(`${SELECT} where ${LIVE} order by e.sort_ms desc, e.seq desc limit 1`)
    return row && readEntry(row)
  },

  byIds(statements: Statements, ids: readonly string[]): Entry[] {
    return statements
      .all<EntryRow>(
        `${SELECT} where e.id in (select value from json_each(?)) and ${LIVE} order by e.sort_ms, e.seq`,
        JSON.stringify(ids),
      )
      .map(readEntry)
  },

  ofDay(statements: Statements, day: string): Entry[] {
    return statements.all<EntryRow>(OF_DAY, day).map(readEntry)
  },

  between(statements: Statements, startMs: number, endMs: number): Entry[] {
    return statements.all<EntryRow>(BETWEEN, startMs, endMs).map(readEntry)
  },

  page(statements: Statements, filter: EntryFilter, limit: number, cursor: string | undefined, newestFirst: boolean) {
    const where = entryConditions(statements, filter)
    const days = entryDayConditions(filter)
    const after = cursor === undefined ? undefined : parseCursor(cursor)
    const parts = [where.sql]
    const params = [...where.params]
    if (days !== undefined) {
      parts.push(days.sql)
      params.push(...days.params)
    }
    if (after !== undefined) {
      parts.push(`(e.sort_ms, e.seq) ${newestFirst ? '<' : '>'} (?, ?)`)
      params.push(after.sortMs, after.seq)
    }
    const order = newestFirst ? 'e.sort_ms desc, e.seq desc' : 'e.sort_ms, e.seq'
    const rows = statements.all<EntryRow>(
      `${SELECT} where ${parts.join(' and ')} order by ${order} limit ?`,
      ...params,
      limit + 1,
    )
    const page = rows.slice(0, limit)
    const last = page.at(-1)
    return {
      entries: page.map(readEntry),
      nextCursor: rows.length > limit && last !== undefined ? `${last.sort_ms}.${last.seq}` : null,
    }
  },

  frequencies(statements: Statements, sinceMs: number, text: string | undefined, limit: number): Frequency[] {
    const where = entryConditions(statements, { text })
    const rows = statements.all<EntryRow & { uses: number; last_used: number }>(
      `select ${ENTRY_COLUMNS}, count(*) as uses, max(e.sort_ms) as last_used from entries e
       where ${where.sql} and e.sort_ms >= ? and (e.note <> '' or e.project_id is not null)
       group by e.note, e.project_id, e.activity_id order by last_used desc limit ?`,
      ...where.params,
      sinceMs,
      limit,
    )
    // SQLite promises that bare columns beside max() come from the row that holds the maximum.
    return rows.map((row) => ({ entry: readEntry(row), uses: row.uses, lastUsedMs: row.last_used }))
  },

  knownImportKeys(statements: Statements, keys: readonly string[]): Set<string> {
    const rows = statements.all<{ import_key: string }>(
      `select import_key from entries where import_key in (select value from json_each(?)) and deleted_at_ms is null`,
      JSON.stringify(keys),
    )
    return new Set(rows.map((row) => row.import_key))
  },

  states(statements: Statements, ids: readonly string[]): Map<string, 'live' | 'removed'> {
    const rows = statements.all<{ id: string; live: number }>(
      'select id, deleted_at_ms is null as live from entries where id in (select value from json_each(?))',
      JSON.stringify(ids),
    )
    return new Map(rows.map((row) => [row.id, row.live === 1 ? 'live' : 'removed']))
  },
}

/** A cursor is made here only; one that was altered simply finds another place in the list. */
function parseCursor(cursor: string): { sortMs: number; seq: number } {
  const match = /^(-?\d{1,16})\.(\d{1,16})$/.exec(cursor)
  return match ? { sortMs: Number(match[1]), seq: Number(match[2]) } : { sortMs: 0, seq: 0 }
}
