import type { EntryFilter, ReportRow } from '../../../core/ports/store.ts'
import type { ReportGroup } from '../../../shared/contract/reports.ts'
import type { Statements } from '../statements.ts'
import { entryConditions } from './filter-sql.ts'

interface Sums {
  total_ms: number | null
  billable_ms: number | null
  entries: number
}

/**
 * Sums over local-day slices when days matter, else straight over entries (which an index covers). Either way
 * the milliseconds are raw; an entry counts once in `entries` however many slices it has.
 */
export const reportQueries = {
  totals(statements: Statements, filter: EntryFilter): { entries: number; totalMs: number } {
    const total = sums(statements, filter, [], 1)[0]
    return { entries: total?.entries ?? 0, totalMs: total?.totalMs ?? 0 }
  },

  dayTotals(
    statements: Statements,
    fromDay: string,
    toDay: string,
  ): { day: string; totalMs: number; entries: number }[] {
    return statements.all(
      `select day, sum(ms) as totalMs, count(*) as entries from entry_days where day between ? and ? group by day order by day`,
      fromDay,
      toDay,
    )
  },

  report(statements: Statements, filter: EntryFilter, groupBy: readonly ReportGroup[], weekStart: number) {
    const rows = sums(statements, filter, groupBy, weekStart)
    const [total] = groupBy.every(isExclusive) ? [addUp(rows)] : sums(statements, filter, [], weekStart)
    return { total: total ?? addUp([]), rows }
  },
}

/** Whether an entry stands in exactly one row of such a group: then the rows add up to the whole, entries included. */
function isExclusive(group: ReportGroup): boolean {
  return group !== 'tag' && group !== 'day' && group !== 'week' && group !== 'month'
}

function addUp(rows: readonly ReportRow[]): ReportRow {
  return {
    keys: [],
    totalMs: rows.reduce((sum, row) => sum + row.totalMs, 0),
    billableMs: rows.reduce((sum, row) => sum + row.billableMs, 0),
    entries: rows.reduce((sum, row) => sum + row.entries, 0),
  }
}

function sums(
  statements: Statements,
  filter: EntryFilter,
  groupBy: readonly ReportGroup[],
  weekStart: number,
): ReportRow[] {
  const ranged = filter.fromDay !== undefined || filter.toDay !== undefined
  const sliced = ranged || groupBy.some((group) => group === 'day' || group === 'week' || group === 'month')
  const where = entryConditions(statements, filter)
  const ms = sliced ? 'd.ms' : 'e.duration_ms'
  const parts = [where.sql]
  const params = [...where.params]
  let from = 'entries e'
  if (sliced) {
    // The range drives: its slices are found by day, their entries by integer key.
    from = 'entry_days d cross join entries e on e.seq = d.entry_seq'
    parts.push('d.day between ? and ?')
    params.push(filter.fromDay ?? '0000', filter.toDay ?? '9999')
  } else {
    parts.push('e.duration_ms is not null')
  }
  if (groupBy.includes('client')) from += ' left join projects p on p.id = e.project_id'
  if (groupBy.includes('tag')) from += ' left join entry_tags g on g.entry_seq = e.seq'
  const keys = groupBy.map((group, index) => `${keySql(group, weekStart)} as k${index}`)
  const count = sliced ? 'count(distinct e.seq)' : 'count(*)'
  const rows = statements.all<Sums & { k0?: string | null; k1?: string | null }>(
    `select ${[...keys, `sum(${ms}) as total_ms`, `sum(case when e.billable then ${ms} else 0 end) as billable_ms`, `${count} as entries`].join(', ')}
     from ${from} where ${parts.join(' and ')}
     ${groupBy.length === 0 ? '' : `group by ${groupBy.map((_, index) => index + 1).join(', ')}`}`,
    ...params,
  )
  return rows.map((row) => ({
    keys: groupBy.map((_, index) => (index === 0 ? row.k0 : row.k1) ?? null),
    totalMs: row.total_ms ?? 0,
    billableMs: row.billable_ms ?? 0,
    entries: row.entries,
  }))
}

function keySql(group: ReportGroup, weekStart: number): string {
  switch (group) {
    case 'client':
      return 'p.client_id'
    case 'project':
      return 'e.project_id'
    case 'activity':
      return 'e.activity_id'
    case 'workItem':
      return 'e.work_item_id'
    case 'tag':
      return 'g.tag_id'
    case 'note':
      return 'e.note'
    case 'day':
      return 'd.day'
    case 'month':
      return 'substr(d.day, 1, 7)'
    case 'week': {
      // %w counts from Sunday 0; ISO Sunday is 7.
      const first = weekStart % 7
      return `date(d.day, '-' || ((strftime('%w', d.day) - ${first} + 7) % 7) || ' days')`
    }
  }
}
