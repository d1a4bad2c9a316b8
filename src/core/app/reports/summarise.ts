import type { ContractInputs, ContractOutputs } from '../../../shared/contract/contract.ts'
import type { Entry } from '../../../shared/contract/entities.ts'
import type { ReportGroup } from '../../../shared/contract/reports.ts'
import type { WeekStart } from '../../../shared/zone/periods.ts'
import { splitByDay } from '../../../shared/zone/split-by-day.ts'
import { isRunning } from '../../domain/entries/entry-span.ts'
import { keysOf } from '../../domain/reports/running-rows.ts'
import type { ReportRow, StoreReader } from '../../ports/store.ts'
import type { CoreContext } from '../core-context.ts'

type Summary = ContractOutputs['reports']['summary']
type Input = ContractInputs['reports']['summary']

/** ISO Monday, for people whose week begins where their locale says: the host does not know a viewer's locale. */
const DEFAULT_WEEK_START: WeekStart = 1

/** Sums of raw time by one or two groups, the running entry counted until now. */
export function summarise({ ports }: CoreContext, { groupBy, weekStart: asked, ...filter }: Input): Summary {
  const nowMs = ports.clock.nowMs()
  return ports.store.read((reader) => {
    const setting = reader.settings().weekStart
    // Both were parsed as 1 to 7.
    const weekStart = (asked ?? (setting === 'locale' ? DEFAULT_WEEK_START : setting)) as WeekStart
    const { total, rows } = reader.report(filter, groupBy, weekStart)
    const sums = new Map(rows.map((row) => [JSON.stringify(row.keys), { ...row }]))
    const running = reader.runningEntry()
    const slices =
      running !== undefined && reader.matches(running.id, filter) ? slicesUntil(running, nowMs, filter) : []
    let runningMs = 0
    const counted = new Set<string>()
    for (const slice of slices) {
      if (running === undefined) break
      runningMs += slice.ms
      for (const keys of keysOf(running, slice, groupBy, weekStart, (id) => reader.get('project', id))) {
        addTo(sums, keys, slice.ms, running.billable, counted)
      }
    }
    return {
      totalMs: total.totalMs + runningMs,
      billableMs: total.billableMs + (running?.billable === true ? runningMs : 0),
      entries: total.entries + (slices.length > 0 ? 1 : 0),
      runningMs,
      rows: [...sums.values()].map((row) => labelled(row, groupBy, reader)).sort(rowOrder(groupBy)),
    }
  })
}

function slicesUntil(
  entry: Entry,
  nowMs: number,
  { fromDay = '0000', toDay = '9999' }: Pick<Input, 'fromDay' | 'toDay'>,
) {
  if (!isRunning(entry)) return []
  return splitByDay(entry.time.startedAtMs, nowMs, entry.time.zone).filter(({ day }) => fromDay <= day && day <= toDay)
}

function addTo(
  sums: Map<string, ReportRow>,
  keys: (string | null)[],
  ms: number,
  billable: boolean,
  counted: Set<string>,
): void {
  const id = JSON.stringify(keys)
  const row = sums.get(id)
  sums.set(id, {
    keys,
    totalMs: (row?.totalMs ?? 0) + ms,
    billableMs: (row?.billableMs ?? 0) + (billable ? ms : 0),
    // Over midnight an entry has several slices; it counts once in each row.
    entries: (row?.entries ?? 0) + (counted.has(id) ? 0 : 1),
  })
  counted.add(id)
}

function labelled(row: ReportRow, groupBy: readonly ReportGroup[], reader: StoreReader): Summary['rows'][number] {
  return {
    totalMs: row.totalMs,
    billableMs: row.billableMs,
    entries: row.entries,
    keys: groupBy.map((by, index) => {
      const key = row.keys[index] ?? null
      if (by === 'day' || by === 'week' || by === 'month' || by === 'note') return { by, id: null, label: key ?? '' }
      return { by, id: key, label: key === null ? '' : labelOf(by, key, reader) }
    }),
  }
}

function labelOf(by: 'client' | 'project' | 'activity' | 'workItem' | 'tag', id: string, reader: StoreReader): string {
  return by === 'workItem' ? (reader.get('workItem', id)?.key ?? '') : (reader.get(by, id)?.name ?? '')
}

/** Days, weeks and months in order of time; everything else largest first. */
function rowOrder(groupBy: readonly ReportGroup[]) {
  const byTime = groupBy[0] === 'day' || groupBy[0] === 'week' || groupBy[0] === 'month'
  return (a: Summary['rows'][number], b: Summary['rows'][number]) => {
    const inTime = byTime ? (a.keys[0]?.label ?? '').localeCompare(b.keys[0]?.label ?? '') : 0
    return inTime || b.totalMs - a.totalMs
  }
}
