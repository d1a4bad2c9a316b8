import type { ImportOptions } from '../../../shared/contract/transfer.ts'
import { COLUMN_NAMES, type CsvField, columnKey } from './column-names.ts'

export type ColumnChoice = NonNullable<ImportOptions['columns']>

/** Which column holds which field. */
export interface ColumnPlan {
  /** The header as the file has it. */
  readonly header: readonly string[]
  readonly indexes: { readonly [F in CsvField]?: number }
  /** The same by name, as the preview tells it back; '' keeps a field out. */
  readonly columns: ColumnChoice
  /** Fields without which no time can be read. */
  readonly missing: readonly CsvField[]
}

const FIELDS = Object.keys(COLUMN_NAMES) as CsvField[]

/**
 * Finds the columns of a header by name, in any order. What `chosen` says wins ('' keeps a field out, so that a person can
 * say no to a proposal); a chosen column that the file does not have counts as missing.
 */
export function planColumns(
  header: readonly string[],
  chosen: ColumnChoice,
  names: NameTable = COLUMN_NAMES,
): ColumnPlan {
  const keys = header.map(columnKey)
  const indexes: { [F in CsvField]?: number } = {}
  const columns: { [F in CsvField]?: string } = {}
  const missing: CsvField[] = []
  const taken = new Set<number>()
  for (const field of FIELDS) {
    const name = chosen[field]
    if (name === undefined) continue
    columns[field] = name
    if (name === '') continue
    const index = findColumn(header, keys, name)
    if (index === -1) missing.push(field)
    else indexes[field] = index
    taken.add(index)
  }
  for (const field of FIELDS) {
    if (chosen[field] !== undefined) continue
    const index = (names[field] ?? [])
      .map((key) => keys.findIndex((have, at) => have === key && !taken.has(at)))
      .find((at) => at !== -1)
    if (index === undefined) continue
    indexes[field] = index
    columns[field] = header[index] ?? ''
    taken.add(index)
  }
  return { header, indexes, columns, missing: missing.length > 0 ? missing : missingTimes(indexes) }
}

export type NameTable = { readonly [F in CsvField]?: readonly string[] }

function findColumn(header: readonly string[], keys: readonly string[], name: string): number {
  const exact = header.indexOf(name)
  return exact !== -1 ? exact : keys.indexOf(columnKey(name))
}

/** A row needs a start, and an end or a length; or a date and a length. */
function missingTimes(indexes: ColumnPlan['indexes']): CsvField[] {
  const has = (...fields: CsvField[]) => fields.some((field) => indexes[field] !== undefined)
  const missing: CsvField[] = []
  if (!has('start', 'startDate', 'startTime', 'date')) missing.push('start')
  if (!has('end', 'endTime', 'duration')) missing.push(has('start', 'startTime') ? 'end' : 'duration')
  return missing
}
