import type { ImportOptions } from '../../../shared/contract/transfer.ts'

export type ColumnChoice = NonNullable<ImportOptions['columns']>
export type CsvField = keyof ColumnChoice

export interface ColumnField {
  readonly field: CsvField
  readonly label: string
  readonly hint?: string
}

/** What a column of a CSV file can hold, in the order in which people look for it. */
export const columnFields: readonly { readonly title: string; readonly fields: readonly ColumnField[] }[] = [
  {
    title: 'When',
    fields: [
      { field: 'start', label: 'Start', hint: 'Date and time in one column' },
      { field: 'end', label: 'End', hint: 'Date and time in one column' },
      { field: 'startDate', label: 'Start date' },
      { field: 'startTime', label: 'Start time' },
      { field: 'endDate', label: 'End date' },
      { field: 'endTime', label: 'End time' },
      { field: 'date', label: 'Date', hint: 'For entries without clock times' },
      { field: 'duration', label: 'Duration' },
      { field: 'zone', label: 'Time zone' },
    ],
  },
  {
    title: 'What',
    fields: [
      { field: 'note', label: 'Note' },
      { field: 'client', label: 'Client' },
      { field: 'project', label: 'Project' },
      { field: 'activity', label: 'Activity' },
      { field: 'tags', label: 'Tags' },
      { field: 'billable', label: 'Billable' },
      { field: 'workItem', label: 'Work item' },
      { field: 'id', label: 'Id', hint: 'Tells rows apart that were imported before' },
    ],
  },
]

const labels = new Map(columnFields.flatMap(({ fields }) => fields.map(({ field, label }) => [field as string, label])))

/** What a mapping still lacks, in words; the host names fields. */
export function missingInWords(missing: readonly string[]): string {
  const names = missing.map((field) => {
    if (field === 'start') return 'when an entry starts (a start, or a date)'
    if (field === 'end') return 'when it ends (an end, or a duration)'
    if (field === 'dateOrder') return 'the order of day and month'
    return (labels.get(field) ?? field).toLowerCase()
  })
  if (names.length < 2) return names.join('')
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/** The mapping with one field moved to another column; '' keeps the field out. A column holds one field: others let go of it. */
export function withColumn(columns: ColumnChoice, field: CsvField, column: string): ColumnChoice {
  const next: ColumnChoice = { ...columns, [field]: column }
  if (column === '') return next
  for (const other of labels.keys()) {
    if (other !== field && next[other as CsvField] === column) next[other as CsvField] = ''
  }
  return next
}
