import { CSV_EXPORT_COLUMNS } from '../exports/csv-export.ts'
import type { NameTable } from './column-plan.ts'

/** The columns of Stint's own CSV, as `columnKey` writes their names. */
export const OWN_COLUMNS: NameTable = {
  start: ['start'],
  end: ['end'],
  date: ['date'],
  duration: ['duration ms'],
  note: ['note'],
  client: ['client'],
  project: ['project'],
  activity: ['activity'],
  tags: ['tags'],
  billable: ['billable'],
  workItem: ['work item'],
  zone: ['zone'],
  id: ['id'],
}

/** True for a file that Stint wrote: every column of the export is there, in any order. */
export function isOwnCsv(header: readonly string[]): boolean {
  return CSV_EXPORT_COLUMNS.every((column) => header.includes(column))
}
