import type { ColumnPlan, NameTable } from './column-plan.ts'

/**
 * Toggl Track's detailed report, in any column order, with or without the columns that depend on account and plan
 * (User, Email, Group, Amount with its currency), and the file that Toggl's own importer takes, which has no end columns.
 */
export const TOGGL_COLUMNS: NameTable = {
  startDate: ['start date'],
  startTime: ['start time'],
  endDate: ['end date', 'stop date'],
  endTime: ['end time', 'stop time'],
  duration: ['duration'],
  note: ['description'],
  client: ['client'],
  project: ['project'],
  activity: ['task'],
  tags: ['tags'],
  billable: ['billable'],
}

/** Toggl's file must have what makes it the detailed report; the summary report has durations only. */
export function missingForToggl(plan: ColumnPlan): ColumnPlan['missing'] {
  if (plan.missing.length > 0 || plan.indexes.start !== undefined) return plan.missing
  return (['startDate', 'startTime'] as const).filter((field) => plan.indexes[field] === undefined)
}
