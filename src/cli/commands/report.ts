import type { ReportGroup, ReportSummary } from '../../shared/contract/reports.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { WeekStart } from '../../shared/zone/periods.ts'
import type { CliContext } from '../cli-context.ts'
import { type CliError, usageError } from '../cli-error.ts'
import { argument, defineCommand } from '../command/cli-command.ts'
import { text } from '../command/option-spec.ts'
import { localeWeekStart } from '../input/locale-week-start.ts'
import { type Days, PERIODS, readPeriod } from '../input/read-period.ts'
import { nearest } from '../names/nearest.ts'
import { reportLines } from '../present/report-text.ts'
import { filterOptions, readFilter } from './entry-filter.ts'

const GROUPS = new Map<string, ReportGroup>([
  ['client', 'client'],
  ['project', 'project'],
  ['activity', 'activity'],
  ['item', 'workItem'],
  ['tag', 'tag'],
  ['day', 'day'],
  ['week', 'week'],
  ['month', 'month'],
  ['note', 'note'],
])

export const report = defineCommand({
  name: 'report',
  summary: 'Time by project, day, tag …',
  details: [
    'Raw time, never rounded. An entry over midnight counts on both days. By tag an entry counts under each of its tags.',
    `Periods: ${PERIODS.join(', ')}.`,
  ],
  args: [argument('[period]', 'Which days (default: week)', PERIODS)],
  options: {
    by: text('--by <groups>', `One or two of ${[...GROUPS.keys()].join(', ')} (default: project)`),
    ...filterOptions,
  },
  examples: [
    { line: 'stint report', what: 'this week by project' },
    { line: 'stint report last-month --by client,project', what: 'last month, for invoices' },
    {
      line: 'stint report --from 2026-11-01 --to 2026-11-15 --by day --json',
      what: 'half a month by day, for a script',
    },
  ],
  async run(context, [period], options) {
    const groups = readGroups(options.by ?? 'project')
    if (!groups.ok) return groups
    if (period !== undefined && (options.from !== undefined || options.to !== undefined)) {
      return err(usageError('A period and --from or --to say different things.', 'Leave one of them out.'))
    }
    const filter = await readFilter(context, options)
    if (!filter.ok) return filter
    const weekStart = await weekStartOf(context)
    if (!weekStart.ok) return weekStart
    const isOpen = filter.value.fromDay === undefined && filter.value.toDay === undefined
    const days = isOpen ? readPeriod(context, period ?? 'week', weekStart.value) : ok({})
    if (!days.ok) return days
    const asked = { ...filter.value, ...days.value }
    const summary = await context.ask((client) =>
      client.reports.summary({ ...asked, groupBy: groups.value, weekStart: weekStart.value }),
    )
    if (!summary.ok) return summary
    return ok({
      json: () => reportJson(summary.value, asked),
      text: () => reportLines(summary.value, groups.value, asked, context.paint, context.out.columns),
    })
  },
})

function readGroups(typed: string): Result<ReportGroup[], CliError> {
  const words = typed.split(',').map((word) => word.trim().toLowerCase())
  const groups: ReportGroup[] = []
  for (const word of words) {
    const group = GROUPS.get(word)
    if (group === undefined) {
      const [near] = nearest(word, [...GROUPS.keys()])
      const hint =
        near === undefined ? `Write one or two of ${[...GROUPS.keys()].join(', ')}.` : `Did you mean ${near}?`
      return err(usageError(`A report cannot be grouped by “${word}”.`, hint))
    }
    groups.push(group)
  }
  if (groups.length <= 2 && new Set(groups).size === groups.length) return ok(groups)
  return err(usageError('A report has one or two different groups.', 'For example: --by project,day'))
}

async function weekStartOf(context: CliContext): Promise<Result<WeekStart, CliError>> {
  const asked = await context.ask((client) => client.settings.get({}))
  if (!asked.ok) return asked
  const { weekStart } = asked.value.settings
  if (weekStart === 'locale') return ok(localeWeekStart(context.env))
  const days: readonly WeekStart[] = [1, 2, 3, 4, 5, 6, 7]
  return ok(days.find((day) => day === weekStart) ?? 1)
}

/** Each row has its groups' names (and ids where they have one) beside its sums: `project`, `projectId`, `totalMs`. */
function reportJson({ totalMs, billableMs, runningMs, entries, rows }: ReportSummary, { fromDay, toDay }: Days) {
  return {
    from: fromDay ?? null,
    to: toDay ?? null,
    totalMs,
    billableMs,
    runningMs,
    entries,
    rows: rows.map((row) => ({
      ...Object.fromEntries(
        row.keys.flatMap(({ by, id, label }) => {
          const hasId = by !== 'day' && by !== 'week' && by !== 'month' && by !== 'note'
          return hasId
            ? [
                [by, id === null ? null : label],
                [`${by}Id`, id],
              ]
            : [[by, label]]
        }),
      ),
      totalMs: row.totalMs,
      billableMs: row.billableMs,
      entries: row.entries,
    })),
  }
}
