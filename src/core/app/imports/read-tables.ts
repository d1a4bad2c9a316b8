import type { ImportFormat, ImportOptions } from '../../../shared/contract/transfer.ts'
import type { AppError } from '../../../shared/errors.ts'
import { ok, type Result } from '../../../shared/result.ts'
import type { CsvField } from '../../domain/imports/column-names.ts'
import { createCsvRowReader } from '../../domain/imports/csv-row-reader.ts'
import type { ImportCollector } from '../../domain/imports/import-collector.ts'
import { createDateEvidence, type DateOrder, needsOrder } from '../../domain/imports/read-date.ts'
import { datePartOf } from '../../domain/imports/read-moment.ts'
import type { CorePorts } from '../../ports/core-ports.ts'
import { mappingNeeded, tooManyRows } from './import-errors.ts'
import { openTable, type Table } from './open-table.ts'
import type { ImportText, ParsedImport } from './parsed-import.ts'

type ReadTables = Pick<ParsedImport, 'options' | 'columns'>

const DATE_FIELDS: readonly CsvField[] = ['start', 'end', 'startDate', 'endDate', 'date']

/** Reads CSV files of one kind into the collector, a piece at a time, so that the host stays awake meanwhile. */
export async function readTables(
  files: readonly ImportText[],
  format: ImportFormat,
  options: ImportOptions,
  zone: string,
  ports: Pick<CorePorts, 'delimitedText' | 'scheduler'>,
  collector: ImportCollector,
): Promise<Result<ReadTables, AppError>> {
  const tables: Table[] = []
  for (const file of files) {
    const table = openTable(file, format, options, ports.delimitedText)
    if (!table.ok) return table
    tables.push(table.value)
  }
  const columns = tables[0]?.plan.header ?? []
  const order = options.dateOrder ?? (await findDateOrder(tables, ports))
  if (order === 'unknown') return mappingNeeded(columns, ['dateOrder'])

  for (const table of tables) {
    const readRow = createCsvRowReader({ plan: table.plan, file: table.label, zone, order, own: table.own })
    for (const piece of table.pieces()) {
      for (const record of piece) collector.take(readRow(record), record.line, table.label)
      if (collector.isFull()) return tooManyRows()
      await ports.scheduler.pause()
    }
  }
  const used: ImportOptions = { zone, columns: tables[0]?.plan.columns ?? {}, delimiter: tables[0]?.delimiter ?? ',' }
  return ok({ columns, options: order === 'ymd' ? used : { ...used, dateOrder: order } })
}

/** Looks at the dates of all files, but only where the first rows of some file show that they need an order. */
async function findDateOrder(
  tables: readonly Table[],
  ports: Pick<CorePorts, 'scheduler'>,
): Promise<DateOrder | 'unknown'> {
  const evidence = createDateEvidence()
  for (const table of tables) {
    const at = DATE_FIELDS.flatMap((field) => table.plan.indexes[field] ?? [])
    let isFirst = true
    for (const piece of table.pieces()) {
      const dates = piece.flatMap((record) => at.map((index) => datePartOf((record.fields[index] ?? '').trim())))
      if (isFirst && !dates.some(needsOrder)) break
      isFirst = false
      for (const date of dates) evidence.add(date)
      await ports.scheduler.pause()
    }
  }
  return evidence.verdict()
}
