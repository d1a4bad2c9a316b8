import { z } from 'zod'
import { daySchema } from '../zone/day-schema.ts'
import { zoneSchema } from '../zone/zone-schema.ts'
import { command, commandInput, query } from './base.ts'
import { entrySchema } from './entities.ts'
import { idSchema, instantSchema, noteSchema } from './primitives.ts'

/** What an entry is about: all optional, so that a timer can start with nothing. */
export const detailsShape = {
  note: noteSchema.optional(),
  projectId: idSchema.nullable().optional(),
  activityId: idSchema.nullable().optional(),
  workItemId: idSchema.nullable().optional(),
  tagIds: z.array(idSchema).max(50).optional(),
  /** Left out: the project's default, else false. */
  billable: z.boolean().optional(),
  offComputer: z.boolean().optional(),
}

/** How to treat finished entries that a new start reaches back into. */
export const onOverlapSchema = z.enum(['refuse', 'cut', 'overlap'])

const startedSchema = z.strictObject({ entry: entrySchema, stopped: entrySchema.nullable() })

export const timerStatusSchema = z.strictObject({
  nowMs: instantSchema,
  zone: zoneSchema,
  today: daySchema,
  running: entrySchema.nullable(),
  /** Everything that fell on today until nowMs, the running entry included. */
  todayMs: z.int().min(0),
  revision: z.int().min(0),
})

export const timerContract = {
  status: query().input(z.strictObject({})).output(timerStatusSchema),
  /** Starts; whatever runs stops at the same instant (a switch). `startedAtMs` defaults to now. */
  start: command('in-future', 'clock-behind', 'starts-before-running', 'starts-before-last-end', 'not-found')
    .input(
      commandInput({ ...detailsShape, startedAtMs: instantSchema.optional(), onOverlap: onOverlapSchema.optional() }),
    )
    .output(startedSchema),
  stop: command('nothing-running', 'in-future', 'clock-behind', 'ends-before-start')
    .input(commandInput({ endedAtMs: instantSchema.optional() }))
    /** `next` is the empty timer that the setting saveAndContinue starts, else null. */
    .output(z.strictObject({ entry: entrySchema, next: entrySchema.nullable() })),
  /** A new running entry with the details of `entryId`, or of the latest entry. */
  continue: command('in-future', 'clock-behind', 'starts-before-running', 'starts-before-last-end', 'not-found')
    .input(
      commandInput({
        entryId: idSchema.optional(),
        startedAtMs: instantSchema.optional(),
        onOverlap: onOverlapSchema.optional(),
      }),
    )
    .output(startedSchema),
  /** Takes the running entry away; undo brings it back. */
  discard: command('nothing-running')
    .input(commandInput({}))
    .output(z.strictObject({ entry: entrySchema })),
}
