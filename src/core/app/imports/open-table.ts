import type { ImportFormat, ImportOptions } from '../../../shared/contract/transfer.ts'
import type { AppError } from '../../../shared/errors.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { COLUMN_NAMES } from '../../domain/imports/column-names.ts'
import { type ColumnPlan, planColumns } from '../../domain/imports/column-plan.ts'
import type { CsvRecord } from '../../domain/imports/csv-row-reader.ts'
import { type Delimiter, detectDelimiter, readSepLine } from '../../domain/imports/detect-delimiter.ts'
import { isOwnCsv, OWN_COLUMNS } from '../../domain/imports/own-csv.ts'
import { splitRecords } from '../../domain/imports/split-records.ts'
import { missingForToggl, TOGGL_COLUMNS } from '../../domain/imports/toggl-columns.ts'
import type { DelimitedText } from '../../ports/profile-files.ts'
import { mappingNeeded, unreadable } from './import-errors.ts'
import type { ImportText } from './parsed-import.ts'

/** A delimited file whose columns are known. */
export interface Table {
  readonly label: string
  readonly plan: ColumnPlan
  readonly own: boolean
  readonly delimiter: Delimiter
  /** The rows below the header, blank lines left out, some thousand at a time; may be asked for again. */
  pieces(): Iterable<readonly CsvRecord[]>
}

/** Finds delimiter, header and columns; refuses a file in which no time can be found. */
export function openTable(
  source: ImportText,
  format: ImportFormat,
  options: ImportOptions,
  parser: DelimitedText,
): Result<Table, AppError> {
  const text = withNewlines(source.text)
  if (text.trim() === '') return unreadable(null, `“${source.name}” is empty.`)
  const sep = readSepLine(text)
  const delimiter = options.delimiter ?? sep?.delimiter ?? detectDelimiter(text)
  const records = () => readRecords(text, delimiter, parser, sep === undefined ? 0 : sep.length)
  const header = firstRecord(records())
  if (header === undefined || header.error !== undefined) {
    return unreadable(
      header?.line ?? 1,
      `The first line of “${source.name}” is no header: ${header?.error ?? 'it is empty'}.`,
    )
  }
  const names = header.fields.map((name) => name.trim())
  const own = format === 'csv' && isOwnCsv(names)
  const plan = planColumns(
    names,
    options.columns ?? {},
    own ? OWN_COLUMNS : format === 'toggl' ? TOGGL_COLUMNS : COLUMN_NAMES,
  )
  const missing = format === 'toggl' ? missingForToggl(plan) : plan.missing
  if (missing.length > 0) return mappingNeeded(names, missing)
  return ok({
    label: source.label,
    plan,
    own,
    delimiter,
    *pieces() {
      let headerPassed = false
      for (const piece of records()) {
        const filled = piece.filter((record) => !isBlank(record))
        const rows = headerPassed ? filled : filled.slice(1)
        headerPassed ||= filled.length > 0
        if (rows.length > 0) yield rows
      }
    },
  })
}

function* readRecords(
  text: string,
  delimiter: string,
  parser: DelimitedText,
  skip: number,
): Generator<readonly CsvRecord[]> {
  const skippedLines = skip === 0 ? 0 : 1
  for (const piece of splitRecords(skip === 0 ? text : text.slice(skip), delimiter)) {
    const before = piece.firstLine - 1 + skippedLines
    if (piece.kind === 'malformed') yield [{ line: before + 1, fields: [], error: piece.reason }]
    else yield parser.parse(piece.text, delimiter).map((record) => ({ ...record, line: record.line + before }))
  }
}

function firstRecord(pieces: Iterable<readonly CsvRecord[]>): CsvRecord | undefined {
  for (const piece of pieces) {
    const record = piece.find((candidate) => !isBlank(candidate))
    if (record !== undefined) return record
  }
  return undefined
}

function isBlank(record: CsvRecord): boolean {
  return record.error === undefined && record.fields.every((cell) => cell.trim() === '')
}

/** Files of old Macs end lines with a return alone. */
function withNewlines(text: string): string {
  return text.includes('\n') ? text : text.replaceAll('\r', '\n')
}
