import type { Zone } from '../../../shared/zone/zone.ts'
import { readNeutralCell } from '../exports/neutral-cell.ts'
import { readTagList } from '../exports/tag-list.ts'
import type { CsvField } from './column-names.ts'
import type { ColumnPlan } from './column-plan.ts'
import { type RowTime, readRowTime } from './csv-time.ts'
import type { ImportCollector } from './import-collector.ts'
import { contentKey, providerKey, stintKey } from './import-key.ts'
import type { ImportRow } from './import-row.ts'
import type { DateOrder } from './read-date.ts'
import { lengthUnitOf } from './read-length.ts'
import { readYesNo } from './read-yes-no.ts'
import { breaksLimit } from './row-limits.ts'
import { cleanTags, splitTags } from './split-tags.ts'

/** A record as the port `DelimitedText` gives it, with its line in the whole file. */
export interface CsvRecord {
  readonly line: number
  readonly fields: readonly string[]
  readonly error?: string
}

export interface CsvReading {
  readonly plan: ColumnPlan
  readonly file: string
  readonly zone: Zone
  readonly order: DateOrder | undefined
  /** The file is Stint's own export: ids are entry ids, formula guards are taken off, tags may be quoted. */
  readonly own: boolean
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Reads records of one file, header excluded, into the collector. */
export function createCsvRowReader(reading: CsvReading, collector: ImportCollector): (record: CsvRecord) => void {
  const { plan, file, own } = reading
  const { indexes } = plan
  const width = plan.header.length
  const offComputerAt = own ? plan.header.indexOf('off_computer') : -1
  const context = { zone: reading.zone, order: reading.order, lengthUnit: lengthUnitOf(plan.columns.duration ?? '') }
  const has = (field: CsvField) => indexes[field] !== undefined
  const hasClient = has('client')

  return (record) => {
    const { line, fields } = record
    if (record.error !== undefined) return collector.fail(line, file, record.error)
    if (fields.length < width || fields.slice(width).some((cell) => cell.trim() !== '')) {
      return collector.fail(line, file, wrongWidth(fields.length, width))
    }
    const raw = (field: CsvField) => {
      const at = indexes[field]
      return at === undefined ? '' : (fields[at] ?? '')
    }
    const cell = (field: CsvField) => raw(field).trim()
    const text = (field: CsvField) => (own ? readNeutralCell(raw(field)) : raw(field))

    const time = readRowTime(
      {
        start: cell('start') || cell('startTime'),
        end: cell('end') || cell('endTime'),
        startDate: cell('startDate') || cell('date'),
        endDate: cell('endDate'),
        duration: cell('duration'),
        zone: cell('zone'),
      },
      context,
    )
    if (time === 'running') {
      if (!own) return collector.fail(line, file, 'There is no end and no duration')
      return collector.warn(
        line,
        file,
        'This entry was still running when it was exported. Stop it, export and import again',
      )
    }
    if ('refused' in time) return collector.fail(line, file, time.refused)

    const billableText = cell('billable')
    const billable = readYesNo(billableText)
    const row = withKey(
      {
        line,
        file,
        time: time.time,
        note: text('note'),
        client: hasClient ? text('client').trim() : null,
        project: text('project').trim(),
        activity: text('activity').trim(),
        tags: own ? cleanTags(readTagList(text('tags'))) : splitTags(cell('tags')),
        workItemKey: text('workItem').trim(),
        billable: billable ?? null,
        offComputer: offComputerAt !== -1 && fields[offComputerAt] === 'true',
      },
      time,
      cell('id'),
      own,
    )
    const limit = breaksLimit(row)
    if (limit !== null) return collector.fail(line, file, limit)
    for (const warning of time.warnings) collector.warn(line, file, warning)
    if (billable === undefined) {
      collector.warn(
        line,
        file,
        `“${billableText}” says neither yes nor no; the project decides whether it is billable`,
      )
    }
    if (row.project === '' && row.client !== null && row.client !== '') {
      collector.warn(
        line,
        file,
        `A client belongs to a project and this row names none, so “${row.client}” is left out`,
      )
    }
    collector.add(row)
  }
}

function withKey(row: Omit<ImportRow, 'importKey' | 'origin'>, time: RowTime, id: string, own: boolean): ImportRow {
  if (own && UUID.test(id)) return { ...row, importKey: stintKey(id), origin: { entryId: id, refs: null } }
  const importKey =
    id === ''
      ? contentKey({ ...row, client: row.client ?? '', start: time.start, length: time.length })
      : providerKey(id, time.start)
  return { ...row, importKey, origin: null }
}

function wrongWidth(have: number, want: number): string {
  const hint = have < want ? 'The file may be cut off here' : 'A text with a comma may lack its quotation marks'
  return `This row has ${have} ${have === 1 ? 'column' : 'columns'}, the header has ${want}. ${hint}`
}
