import { z } from 'zod'
import { daySchema } from '../zone/day-schema.ts'
import { zoneSchema } from '../zone/zone-schema.ts'
import { command, commandInput, query } from './base.ts'
import { clockTimeSchema, dayTimeSchema, entrySchema } from './entities.ts'
import { cursorSchema, idSchema, instantSchema, noteSchema } from './primitives.ts'
import { detailsShape, onOverlapSchema } from './timer.ts'

/** The zone may be left out: the host's own is taken. */
export const typedTimeSchema = z.discriminatedUnion('kind', [
  clockTimeSchema.extend({ endedAtMs: instantSchema, zone: zoneSchema.optional() }),
  dayTimeSchema.extend({ zone: zoneSchema.optional() }),
])

/** For an edit: endedAtMs null only where the entry runs already. */
const editedTimeSchema = z.discriminatedUnion('kind', [
  clockTimeSchema.extend({ zone: zoneSchema.optional() }),
  dayTimeSchema.extend({ zone: zoneSchema.optional() }),
])

export const overlapFixSchema = z.enum(['trim-first', 'trim-second', 'split-around'])

export const gapSchema = z.strictObject({
  startMs: instantSchema,
  endMs: instantSchema,
  previousId: idSchema,
  nextId: idSchema,
})

export const overlapSchema = z.strictObject({
  firstId: idSchema,
  secondId: idSchema,
  startMs: instantSchema,
  endMs: instantSchema,
  /** The one-click fixes that are possible here, best first. */
  fixes: z.array(overlapFixSchema),
})

/** The first and last days that can be named begin and end outside what an entry's own times may be. */
const dayBoundSchema = z.int().meta({ description: 'UTC milliseconds' })

export const dayViewSchema = z.strictObject({
  day: daySchema,
  zone: zoneSchema,
  startMs: dayBoundSchema,
  endMs: dayBoundSchema,
  /** By start; day-only entries last. Includes the running entry. */
  entries: z.array(entrySchema),
  /** Finished time that falls on this day, in each entry's own zone; the running entry is left to the view. */
  closedMs: z.int().min(0),
  gaps: z.array(gapSchema),
  overlaps: z.array(overlapSchema),
})

const pageShape = { cursor: cursorSchema.optional(), limit: z.int().min(1).max(500).optional() }

export const entryFilterShape = {
  fromDay: daySchema.optional(),
  /** Inclusive. */
  toDay: daySchema.optional(),
  projectIds: z.array(idSchema).max(200).optional(),
  tagIds: z.array(idSchema).max(200).optional(),
  billable: z.boolean().optional(),
  /** Words that must all occur in note, project, client, activity, tag or work item. */
  text: z.string().max(200).optional(),
}

export const entryPageSchema = z.strictObject({
  /** Newest first. */
  entries: z.array(entrySchema),
  nextCursor: cursorSchema.nullable(),
  /** Over all pages. */
  count: z.int().min(0),
  totalMs: z.int().min(0),
})

export const suggestionSchema = z.strictObject({
  note: noteSchema,
  projectId: idSchema.nullable(),
  activityId: idSchema.nullable(),
  workItemId: idSchema.nullable(),
  tagIds: z.array(idSchema),
  billable: z.boolean(),
  uses: z.int().min(1),
  lastUsedMs: instantSchema,
})

const entriesSchema = z.strictObject({ entries: z.array(entrySchema) })
const oneSchema = z.strictObject({ entry: entrySchema })
const idsSchema = z.array(idSchema).min(1).max(1000)

export const entriesContract = {
  get: query('not-found')
    .input(z.strictObject({ id: idSchema }))
    .output(oneSchema),
  day: query()
    .input(z.strictObject({ day: daySchema }))
    .output(dayViewSchema),
  /** Total finished time per day, days without time left out. */
  days: query()
    .input(z.strictObject({ fromDay: daySchema, toDay: daySchema }))
    .output(z.strictObject({ days: z.array(z.strictObject({ day: daySchema, totalMs: z.int(), entries: z.int() })) })),
  list: query()
    .input(z.strictObject({ ...entryFilterShape, ...pageShape }))
    .output(entryPageSchema),
  /** (project, activity, note) triples ranked by frecency. */
  suggest: query()
    .input(z.strictObject({ text: z.string().max(200).optional(), limit: z.int().min(1).max(50).optional() }))
    .output(z.strictObject({ suggestions: z.array(suggestionSchema) })),
  add: command('not-found', 'ends-before-start', 'too-long')
    .input(commandInput({ ...detailsShape, time: typedTimeSchema }))
    .output(oneSchema),
  /** A field left out stays as it is. */
  update: command(
    'not-found',
    'ends-before-start',
    'too-long',
    'in-future',
    'clock-behind',
    'starts-before-last-end',
    'still-running',
  )
    .input(
      commandInput({
        id: idSchema,
        ...detailsShape,
        time: editedTimeSchema.optional(),
        onOverlap: onOverlapSchema.optional(),
      }),
    )
    .output(oneSchema),
  remove: command('not-found')
    .input(commandInput({ ids: idsSchema }))
    .output(entriesSchema),
  /** Two entries that touch at `atMs`; the first keeps the id. */
  split: command('not-found', 'no-clock-times', 'outside-entry', 'clock-behind')
    .input(commandInput({ id: idSchema, atMs: instantSchema }))
    .output(entriesSchema),
  /** One entry from the first start to the last end. Gaps are refused unless `includeGaps`, for they would become time. */
  merge: command('not-found', 'no-clock-times', 'still-running', 'gap-between', 'too-long')
    .input(commandInput({ ids: idsSchema.min(2), includeGaps: z.boolean().optional() }))
    .output(oneSchema),
  /** A copy, at the same wall-clock time of `toDay` when given. A running entry cannot be copied. */
  duplicate: command('not-found', 'still-running')
    .input(commandInput({ id: idSchema, toDay: daySchema.optional() }))
    .output(oneSchema),
  bulkEdit: command('not-found')
    .input(
      commandInput({
        ids: idsSchema,
        projectId: idSchema.nullable().optional(),
        activityId: idSchema.nullable().optional(),
        workItemId: idSchema.nullable().optional(),
        billable: z.boolean().optional(),
        note: noteSchema.optional(),
        addTagIds: z.array(idSchema).max(50).optional(),
        removeTagIds: z.array(idSchema).max(50).optional(),
      }),
    )
    .output(entriesSchema),
  /** Never deletes: a fix that would leave nothing of an entry is refused. */
  fixOverlap: command('not-found', 'no-clock-times', 'still-running', 'fix-not-possible')
    .input(commandInput({ firstId: idSchema, secondId: idSchema, fix: overlapFixSchema }))
    .output(entriesSchema),
}

export type DayView = z.infer<typeof dayViewSchema>
export type Gap = z.infer<typeof gapSchema>
export type Overlap = z.infer<typeof overlapSchema>
export type OverlapFix = z.infer<typeof overlapFixSchema>
export type EntryPage = z.infer<typeof entryPageSchema>
export type Suggestion = z.infer<typeof suggestionSchema>
