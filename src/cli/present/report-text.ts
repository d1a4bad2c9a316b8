import type { ReportGroup, ReportSummary } from '../../shared/contract/reports.ts'
import { formatDayTitle } from '../../shared/format/format-day-title.ts'
import { formatDurationProse, formatDurationTable } from '../../shared/format/format-duration.ts'
import type { Days } from '../input/read-period.ts'
import { oneLine } from '../output/display-width.ts'
import type { Paint } from '../output/paint.ts'
import { tableLines } from '../output/table.ts'
import { plural } from './entry-answer.ts'

type Row = ReportSummary['rows'][number]
type Key = Row['keys'][number]

/** One line per group, with its share of the total; a second group stands indented under the first. */
export function reportLines(
  summary: ReportSummary,
  groups: readonly ReportGroup[],
  days: Days,
  paint: Paint,
  columns: number | undefined,
): string[] {
  if (summary.rows.length === 0) return [`Nothing is tracked${rangeText(days, ' ')}.`]
  const rows = groups.length === 1 ? summary.rows.map((row) => cells(row, 0, summary.totalMs)) : nested(summary)
  const table = tableLines(
    [
      { flexible: true },
      { align: 'right' },
      { align: 'right', paint: paint.dim },
      { align: 'right', paint: paint.dim },
    ],
    rows,
    columns,
  )
  const billable = summary.billableMs === 0 ? '' : `, ${formatDurationProse(summary.billableMs)} billable`
  const running = summary.runningMs === 0 ? '' : `, ${formatDurationProse(summary.runningMs)} of it still running`
  const total = `Total ${formatDurationProse(summary.totalMs)} in ${plural(summary.entries, 'entry', 'entries')}`
  return [paint.strong(`Time${rangeText(days, ' ')}`), ...table, '', `${total}${billable}${running}.`]
}

function nested(summary: ReportSummary): string[][] {
  const byFirst = new Map<string, Row[]>()
  for (const row of summary.rows) {
    const id = row.keys[0]?.id ?? row.keys[0]?.label ?? ''
    byFirst.set(id, [...(byFirst.get(id) ?? []), row])
  }
  return [...byFirst.values()].flatMap((rows) => {
    const [first] = rows
    if (first === undefined) return []
    // By tag an entry stands in several rows, so their sum would be more than the group's time.
    const isSummable = first.keys[1]?.by !== 'tag'
    const totalMs = rows.reduce((sum, row) => sum + row.totalMs, 0)
    const heading = isSummable
      ? [labelOf(first.keys[0]), formatDurationTable(totalMs), share(totalMs, summary.totalMs), '']
      : [labelOf(first.keys[0]), '', '', '']
    return [heading, ...rows.map((row) => cells(row, 1, summary.totalMs))]
  })
}

function cells(row: Row, level: number, totalMs: number): string[] {
  return [
    `${'  '.repeat(level)}${labelOf(row.keys[level])}`,
    formatDurationTable(row.totalMs),
    share(row.totalMs, totalMs),
    plural(row.entries, 'entry', 'entries'),
  ]
}

function labelOf(key: Key | undefined): string {
  if (key === undefined) return ''
  if (key.by === 'day') return formatDayTitle(key.label, 'en-GB', '')
  if (key.by === 'week') return `week of ${formatDayTitle(key.label, 'en-GB', '')}`
  if (key.label !== '') return oneLine(key.label)
  return key.by === 'note' ? '(no note)' : `(no ${key.by === 'workItem' ? 'work item' : key.by})`
}

function share(partMs: number, totalMs: number): string {
  return totalMs === 0 ? '' : `${Math.round((100 * partMs) / totalMs)} %`
}

function rangeText({ fromDay, toDay }: Days, before: string): string {
  if (fromDay === undefined && toDay === undefined) return ''
  if (fromDay === toDay && fromDay !== undefined) return `${before}on ${formatDayTitle(fromDay, 'en-GB', '')}`
  const from = fromDay === undefined ? '' : `from ${formatDayTitle(fromDay, 'en-GB', '')}`
  const to = toDay === undefined ? '' : `to ${formatDayTitle(toDay, 'en-GB', '')}`
  return `${before}${[from, to].filter((part) => part !== '').join(' ')}`
}
