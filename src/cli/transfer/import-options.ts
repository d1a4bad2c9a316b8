import { csvFieldSchema, type ImportOptions } from '../../shared/contract/transfer.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { isZone } from '../../shared/zone/zone.ts'
import { type CliError, usageError } from '../cli-error.ts'
import { nearest } from '../names/nearest.ts'

interface TypedImportOptions {
  readonly map: readonly string[]
  readonly zone: string | undefined
  readonly dateOrder: string | undefined
  readonly delimiter: string | undefined
}

const DELIMITERS = new Map([
  [',', ','],
  [';', ';'],
  ['|', '|'],
  ['\t', '\t'],
  ['tab', '\t'],
  ['\\t', '\t'],
  ['comma', ','],
  ['semicolon', ';'],
] as const)

/** How to read the file, as typed. Without --zone times without one are read in the zone of this process. */
export function readImportOptions(typed: TypedImportOptions, zone: string): Result<ImportOptions, CliError> {
  const columns = readColumns(typed.map)
  if (!columns.ok) return columns
  if (typed.zone !== undefined && !isZone(typed.zone)) {
    return err(usageError(`“${typed.zone}” is not a time zone.`, 'Write one such as Europe/Stockholm or UTC.'))
  }
  const options: ImportOptions = { zone: typed.zone ?? zone }
  if (columns.value !== undefined) options.columns = columns.value
  const { dateOrder } = typed
  if (dateOrder === 'ymd' || dateOrder === 'dmy' || dateOrder === 'mdy') options.dateOrder = dateOrder
  if (typed.delimiter === undefined) return ok(options)
  const delimiter = [...DELIMITERS].find(([name]) => name === typed.delimiter)?.[1]
  if (delimiter === undefined)
    return err(usageError('--delimiter was not understood.', 'Write , ; | or tab (in quotes).'))
  return ok({ ...options, delimiter })
}

function readColumns(map: readonly string[]): Result<ImportOptions['columns'], CliError> {
  if (map.length === 0) return ok(undefined)
  const fields = csvFieldSchema.options
  const columns: NonNullable<ImportOptions['columns']> = {}
  for (const pair of map) {
    const equals = pair.indexOf('=')
    const name = equals < 0 ? pair : pair.slice(0, equals).trim()
    const field = fields.find((each) => each.toLowerCase() === name.toLowerCase())
    if (equals < 0)
      return err(
        usageError(`--map ${pair} has no column.`, 'Write it as field=Column, such as --map note=Description.'),
      )
    if (field === undefined) {
      const [near] = nearest(name, fields)
      const hint =
        near === undefined
          ? `Fields are ${fields.join(', ')}.`
          : `Did you mean ${near}? Fields are ${fields.join(', ')}.`
      return err(usageError(`“${name}” is not a field.`, hint))
    }
    columns[field] = pair.slice(equals + 1)
  }
  return ok(columns)
}
