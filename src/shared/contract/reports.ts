import { z } from 'zod'
import { query } from './base.ts'
import { entryFilterShape } from './entries.ts'
import { idSchema } from './primitives.ts'

export const reportGroupSchema = z.enum([
  'client',
  'project',
  'activity',
  'workItem',
  'tag',
  'day',
  'week',
  'month',
  'note',
])

const keySchema = z.strictObject({
  by: reportGroupSchema,
  /** null: entries without one. */
  id: idSchema.nullable(),
  /** Name, day, first day of the week, or month as YYYY-MM; '' where there is none. */
  label: z.string(),
})

export const reportSummarySchema = z.strictObject({
  /** Raw milliseconds. By tag an entry counts under each of its tags, so rows may add up to more than the total. */
  totalMs: z.int().min(0),
  billableMs: z.int().min(0),
  entries: z.int().min(0),
  /** Part of totalMs that a still running entry holds until now. */
  runningMs: z.int().min(0),
  rows: z.array(
    z.strictObject({
      keys: z.array(keySchema),
      totalMs: z.int().min(0),
      billableMs: z.int().min(0),
      entries: z.int().min(0),
    }),
  ),
})

export const reportsContract = {
  /** Entries over midnight count on each local day they cover, in the zone where they were recorded. */
  summary: query()
    .input(
      z.strictObject({
        ...entryFilterShape,
        groupBy: z.array(reportGroupSchema).min(1).max(2),
        /** ISO weekday; without it the setting, else Monday. */ weekStart: z.int().min(1).max(7).optional(),
      }),
    )
    .output(reportSummarySchema),
}
export type ReportSummary = z.infer<typeof reportSummarySchema>
export type ReportGroup = z.infer<typeof reportGroupSchema>
