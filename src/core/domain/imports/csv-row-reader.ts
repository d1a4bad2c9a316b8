import type { Zone } from '../../../shared/zone/zone.ts'
import { readNeutralCell } from '../exports/neutral-cell.ts'
import { readTagList } from '../exports/tag-list.ts'
import type { CsvField } from './column-names.ts'
import type { ColumnPlan } from './column-plan.ts'
import { type RowTime, readRowTime } from './csv-time.ts'
import { contentKey, providerKey, stintKey } from './import-key.ts'
import { failedRow, type ImportRow, type RowOutcome } from './import-row.ts'
import type { DateOrder } from './read-date.ts'
import { lengthUnitOf } from './read-length.ts'
import { readYesNo } from './read-yes-no.ts'
import { breaksLimit } from './row-limits.ts'
import { splitTags } from './split-tags.ts'
import { stillRunning } from './stint-json-row.ts'

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

type Cell = (field: CsvField) => string

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Reads records of one file, header excluded. */
export function createCsvRowReader(reading: CsvReading): (record: CsvRecord) => RowOutcome {
  const { plan, own } = reading
  const { indexes } = plan
  const width = plan.header.length
  const context = { zone: reading.zone, order: reading.order, lengthUnit: lengthUnitOf(plan.columns.duration ?? '') }

  return ({ line, fields, error }) => {
    if (error !== undefined) return failedRow(error)
    // Strict, even where what is too much is empty: one comma too many shifts every cell after it.
    if (fields.length !== width) return failedRow(wrongWidth(fields.length, width))
    const raw: Cell = (field) => {
      const at = indexes[field]
      return at === undefined ? '' : (fields[at] ?? '')
    }
    const time = readRowTime(
      timeCells((field) => raw(field).trim()),
      context,
    )
    if (time === 'running') return own ? stillRunning : failedRow('There is no end and no duration')
    if ('refused' in time) return failedRow(time.refused)
    const row = readRow(raw, time, reading, line, fields)
    const limit = breaksLimit(row)
    return limit === null
      ? { kind: 'row', row, warnings: warningsOf(row, raw('billable').trim(), time) }
      : failedRow(limit)
  }
}

function timeCells(cell: Cell) {
  return {
    start: cell('start') || cell('startTime'),
    end: cell('end') || cell('endTime'),
    startDate: cell('startDate') || cell('date'),
    endDate: cell('endDate'),
    duration: cell('duration'),
    zone: cell('zone'),
  }
}

function readRow(raw: Cell, time: RowTime, reading: CsvReading, line: number, fields: readonly string[]): ImportRow {
  const { plan, file, own } = reading
  const text: Cell = own ? (field) => readNeutralCell(raw(field)) : raw
  const details = {
    note: text('note'),
    project: text('project').trim(),
    activity: text('activity').trim(),
    tags: own ? readTagList(text('tags')) : splitTags(raw('tags').trim()),
    workItemKey: text('workItem').trim(),
    billable: readYesNo(raw('billable').trim()) ?? null,
  }
  const client = plan.indexes.client === undefined ? null : text('client').trim()
  const id = raw('id').trim()
  const isOwnId = own && UUID.test(id)
  const { start, length } = time
  return {
    ...details,
    client,
    line,
    file,
    time: time.time,
    offComputer: own && fields[plan.header.indexOf('off_computer')] === 'true',
    importKey: isOwnId
      ? stintKey(id)
      : id === ''
        ? contentKey({ ...details, client: client ?? '', start, length })
        : providerKey(id, start),
    origin: isOwnId ? { entryId: id, refs: null } : null,
  }
}

function warningsOf(row: ImportRow, billableText: string, time: RowTime): readonly string[] {
  const warnings = [...time.warnings]
  if (row.billable === null && billableText !== '') {
    warnings.push(`“${billableText}” says neither yes nor no; the project decides whether it is billable`)
  }
  if (row.project === '' && row.client !== null && row.client !== '') {
    warnings.push(`A client belongs to a project and this row names none, so “${row.client}” is left out`)
  }
  return warnings
}

function wrongWidth(have: number, want: number): string {
  const hint = have < want ? 'The file may be cut off here' : 'A text with a comma may lack its quotation marks'
  return `This row has ${have} ${have === 1 ? 'column' : 'columns'}, the header has ${want}. ${hint}`
}
