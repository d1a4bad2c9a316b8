import type { Entry } from '../../shared/contract/entities.ts'
import type { EntryPage } from '../../shared/contract/entries.ts'
import { formatDurationProse, formatDurationTable } from '../../shared/format/format-duration.ts'
import { ok, type Result } from '../../shared/result.ts'
import { dayOf } from '../../shared/zone/day-bounds.ts'
import type { CliContext } from '../cli-context.ts'
import type { CliError } from '../cli-error.ts'
import type { CommandResult } from '../command/cli-command.ts'
import { plural } from '../present/entry-answer.ts'
import { entryJson } from '../present/entry-json.ts'
import { entryRow } from '../present/entry-row.ts'
import { relativeDay } from '../present/entry-text.ts'
import { entryDay, entryLengthMs, isRunning } from '../present/entry-time.ts'
import { loadCatalogue } from '../present/load-names.ts'
import { type NameBook, nameBook } from '../present/name-book.ts'
import type { EntryFilter } from './entry-filter.ts'

const PAGE = 500

/** Writes entries as their pages come in, so that five years need no more memory than one page. */
export async function writeEntries(
  context: CliContext,
  filter: EntryFilter,
  most: number,
  cursor: string | undefined,
): Promise<CommandResult> {
  const first = await askPage(context, filter, Math.min(PAGE, most), cursor)
  if (!first.ok) return first
  const catalogue = await loadCatalogue(context)
  if (!catalogue.ok) return catalogue
  const names = nameBook(catalogue.value)
  const writer = context.json ? jsonWriter(context, names) : textWriter(context, names)
  let page: EntryPage = first.value
  let written = 0
  for (;;) {
    await writer.entries(page.entries)
    written += page.entries.length
    const wanted = Math.min(PAGE, most - written)
    if (page.nextCursor === null || wanted <= 0 || context.out.isClosed() || context.interrupted.aborted) break
    const next = await askPage(context, filter, wanted, page.nextCursor)
    if (!next.ok) return next
    page = next.value
  }
  const totalMs = await totalWithRunning(context, filter, first.value)
  if (!totalMs.ok) return totalMs
  await writer.end({ count: first.value.count, totalMs: totalMs.value }, written, page.nextCursor)
  return ok(null)
}

/** A page's total counts finished time; where the running entry is among the rows, its time until now counts too. */
async function totalWithRunning(
  context: CliContext,
  filter: EntryFilter,
  first: EntryPage,
): Promise<Result<number, CliError>> {
  if (!first.entries.some(isRunning)) return ok(first.totalMs)
  const summary = await context.ask((client) => client.reports.summary({ ...filter, groupBy: ['month'] }))
  return summary.ok ? ok(summary.value.totalMs) : summary
}

function askPage(
  context: CliContext,
  filter: EntryFilter,
  limit: number,
  cursor: string | undefined,
): Promise<Result<EntryPage, CliError>> {
  return context.ask((client) => client.entries.list({ ...filter, limit, ...(cursor === undefined ? {} : { cursor }) }))
}

interface EntryWriter {
  entries(entries: readonly Entry[]): Promise<void>
  end(totals: Pick<EntryPage, 'count' | 'totalMs'>, written: number, nextCursor: string | null): Promise<void>
}

function jsonWriter({ out }: CliContext, names: NameBook): EntryWriter {
  const nowMs = Date.now()
  let separator = '{"entries":['
  return {
    async entries(entries) {
      if (entries.length === 0) return
      await out.write(separator + entries.map((entry) => JSON.stringify(entryJson(entry, names, nowMs))).join(','))
      separator = ','
    },
    async end({ totalMs, count }, written, nextCursor) {
      const head = written === 0 ? separator : ''
      await out.write(`${head}],"count":${count},"totalMs":${totalMs},"nextCursor":${JSON.stringify(nextCursor)}}\n`)
    },
  }
}

/** Day by day: a day's heading shows the sum of its rows, so its rows are held until the day is whole. */
function textWriter({ out, paint, zone }: CliContext, names: NameBook): EntryWriter {
  const nowMs = Date.now()
  const today = dayOf(nowMs, zone)
  const style = { names, paint, nowMs, columns: out.columns }
  let day = ''
  let rows: Entry[] = []
  const flush = async () => {
    if (rows.length === 0) return
    const totalMs = rows.reduce((sum, entry) => sum + entryLengthMs(entry, nowMs), 0)
    const title = relativeDay(day, today)
    const heading = paint.strong(`${title.charAt(0).toUpperCase()}${title.slice(1)}`)
    const lines = [
      `${heading} ${paint.dim(formatDurationTable(totalMs))}`,
      ...rows.map((entry) => entryRow(entry, style)),
    ]
    rows = []
    await out.write(`${lines.join('\n')}\n`)
  }
  return {
    async entries(entries) {
      for (const entry of entries) {
        if (entryDay(entry) !== day) await flush()
        day = entryDay(entry)
        rows.push(entry)
      }
    },
    async end({ totalMs, count }, written, nextCursor) {
      await flush()
      if (count === 0 && written === 0) {
        await out.write('No entries.\n')
        return
      }
      const total = `${plural(count, 'entry', 'entries')}, ${formatDurationProse(totalMs)}`
      const more = nextCursor === null ? '' : ` The latest ${written} are shown; --all shows the rest.`
      await out.write(`\n${total}.${more}\n`)
    },
  }
}
