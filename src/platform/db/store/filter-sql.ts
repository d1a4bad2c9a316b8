import type { EntryFilter } from '../../../core/ports/store.ts'
import { nameKey } from '../../../shared/name-key.ts'
import type { Statements } from '../statements.ts'

export interface Where {
  /** Conditions on alias `e`, joined by AND; never empty. */
  readonly sql: string
  readonly params: unknown[]
}

/** What must hold of a live entry, whatever its days. */
export function entryConditions(statements: Statements, filter: EntryFilter): Where {
  const parts = ['e.deleted_at_ms is null']
  const params: unknown[] = []
  if (filter.projectIds !== undefined) {
    parts.push('e.project_id in (select value from json_each(?))')
    params.push(JSON.stringify(filter.projectIds))
  }
  if (filter.tagIds !== undefined) {
    parts.push(
      'exists (select 1 from entry_tags t where t.entry_seq = e.seq and t.tag_id in (select value from json_each(?)))',
    )
    params.push(JSON.stringify(filter.tagIds))
  }
  if (filter.billable !== undefined) {
    parts.push('e.billable = ?')
    params.push(filter.billable ? 1 : 0)
  }
  for (const word of wordsOf(filter.text)) {
    const match = wordCondition(statements, word)
    parts.push(match.sql)
    params.push(...match.params)
  }
  return { sql: parts.join(' and '), params }
}

/** For lists: entries that touch the days, a running one by its start day. */
export function entryDayConditions(filter: EntryFilter): Where | undefined {
  if (filter.fromDay === undefined && filter.toDay === undefined) return undefined
  const from = filter.fromDay ?? '0000'
  const to = filter.toDay ?? '9999'
  return {
    sql: '(e.day between ? and ? or e.seq in (select d.entry_seq from entry_days d where d.day between ? and ?))',
    params: [from, to, from, to],
  }
}

export function wordsOf(text: string | undefined): string[] {
  return text === undefined
    ? []
    : nameKey(text)
        .split(' ')
        .filter((word) => word !== '')
}

/** Names are few and notes are many: names are matched first, to ids, and the scan compares ids. */
function wordCondition(statements: Statements, word: string): Where {
  const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`
  const ids = (sql: string, params: unknown[]) => statements.all<{ id: string }>(sql, ...params).map((row) => row.id)
  const projects = ids(
    `select p.id from projects p left join clients c on c.id = p.client_id
     where p.name_key like ? escape '\\' or c.name_key like ? escape '\\'`,
    [like, like],
  )
  const activities = ids(`select id from activities where name_key like ? escape '\\'`, [like])
  // SQLite lowers ASCII only; titles are few enough to compare here.
  const items = statements
    .all<{ id: string; name_key: string; title: string }>('select id, name_key, title from work_items')
    .filter((item) => item.name_key.includes(word) || nameKey(item.title).includes(word))
    .map((item) => item.id)
  const tags = ids(`select id from tags where name_key like ? escape '\\'`, [like])
  const parts = [`e.note_key like ? escape '\\'`]
  const params: unknown[] = [like]
  for (const [column, found] of [
    ['e.project_id', projects],
    ['e.activity_id', activities],
    ['e.work_item_id', items],
  ] as const) {
    if (found.length === 0) continue
    parts.push(`${column} in (select value from json_each(?))`)
    params.push(JSON.stringify(found))
  }
  if (tags.length > 0) {
    parts.push(
      'exists (select 1 from entry_tags t where t.entry_seq = e.seq and t.tag_id in (select value from json_each(?)))',
    )
    params.push(JSON.stringify(tags))
  }
  return { sql: `(${parts.join(' or ')})`, params }
}
