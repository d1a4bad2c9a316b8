import type { Catalogue } from '../../../shared/contract/catalogue.ts'
import type { ContractInputs } from '../../../shared/contract/contract.ts'
import type { Entry } from '../../../shared/contract/entities.ts'
import type { ExportFormat } from '../../../shared/contract/transfer.ts'
import { dayOf } from '../../../shared/zone/day-bounds.ts'
import { csvHeader, csvRecord } from '../../domain/exports/csv-export.ts'
import { createEntryNamer } from '../../domain/exports/entry-names.ts'
import { isoUtc } from '../../domain/exports/iso-instant.ts'
import { mergeCatalogues } from '../../domain/exports/merge-catalogues.ts'
import { jsonEntry, jsonHead, jsonTail } from '../../domain/exports/stint-document.ts'
import type { EntryFilter } from '../../ports/store.ts'
import { getCatalogue } from '../catalogue/get-catalogue.ts'
import type { CoreContext } from '../core-context.ts'

export type ExportEvent =
  | { readonly type: 'head'; readonly fileName: string; readonly mime: string; readonly entries: number }
  | { readonly type: 'chunk'; readonly text: string; readonly done: number }

const PAGE_ENTRIES = 500
const MIME: { readonly [F in ExportFormat]: string } = { csv: 'text/csv; charset=utf-8', json: 'application/json' }

/**
 * An export as a stream of text: the head, then a page at a time, as fast as the receiver takes them. Never more than a
 * page is held; leaving the loop ends it. The running entry is among them, without an end.
 */
export async function* streamExport(
  context: CoreContext,
  { format, ...filter }: ContractInputs['exports']['stream'],
): AsyncGenerator<ExportEvent, void, undefined> {
  const { clock, scheduler, store } = context.ports
  yield {
    type: 'head',
    fileName: fileName(context, format, filter),
    mime: MIME[format],
    entries: countEntries(context, filter),
  }
  const atStart = getCatalogue(context)
  yield {
    type: 'chunk',
    text: format === 'csv' ? csvHeader() : jsonHead(isoUtc(clock.nowMs())),
    done: 0,
  }
  let cursor: string | undefined
  let done = 0
  do {
    const page = store.scanEntries(filter, cursor, PAGE_ENTRIES)
    const text = format === 'csv' ? csvPage(context, page.entries) : jsonPage(page.entries, done)
    cursor = page.nextCursor ?? undefined
    done += page.entries.length
    if (text !== '') yield { type: 'chunk', text, done }
    await scheduler.pause()
  } while (cursor !== undefined)
  if (format === 'json') yield { type: 'chunk', text: jsonEnd(context, atStart), done }
}

/** Names as they are now: a page may hold an entry of a project that was made after the export began. */
function csvPage(context: CoreContext, entries: readonly Entry[]): string {
  const namesOf = createEntryNamer(getCatalogue(context))
  return entries.map((entry) => csvRecord(entry, namesOf(entry))).join('')
}

function jsonPage(entries: readonly Entry[], before: number): string {
  return entries.map((entry, index) => jsonEntry(entry, before + index === 0)).join('')
}

function jsonEnd(context: CoreContext, atStart: Catalogue): string {
  return jsonTail(mergeCatalogues(atStart, getCatalogue(context)))
}

function countEntries({ ports }: CoreContext, filter: EntryFilter): number {
  return ports.store.read((reader) => {
    const running = reader.runningEntry()
    const finished = reader.totals(filter).entries
    if (running === undefined || running.time.kind === 'day') return finished
    const day = dayOf(running.time.startedAtMs, running.time.zone)
    const inRange = day >= (filter.fromDay ?? day) && day <= (filter.toDay ?? day)
    return inRange ? finished + 1 : finished
  })
}

function fileName({ ports }: CoreContext, format: ExportFormat, { fromDay, toDay }: EntryFilter): string {
  const today = dayOf(ports.clock.nowMs(), ports.clock.zone())
  const range = fromDay === undefined && toDay === undefined ? today : `${fromDay ?? 'start'}-to-${toDay ?? today}`
  return `stint-${range}.${format}`
}
