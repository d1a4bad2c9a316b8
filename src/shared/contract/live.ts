import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { daySchema } from '../zone/day-schema.ts'
import { zoneSchema } from '../zone/zone-schema.ts'
import { absenceSchema } from './absence.ts'
import { stream } from './base.ts'
import { entityKindSchema, entrySchema, settingsSchema } from './entities.ts'
import { historyItemSchema } from './history.ts'
import { hostInfoSchema } from './host.ts'
import { notificationSchema } from './notifications.ts'
import { instantSchema } from './primitives.ts'

/** The small state every page shows. Its size does not grow with the profile. */
export const liveStateSchema = z.strictObject({
  /** Number of the last command; each command adds one. */
  revision: z.int().min(0),
  /** The host's clock when this was made, so that a view can correct its own. */
  nowMs: instantSchema,
  zone: zoneSchema,
  today: daySchema,
  running: entrySchema.nullable(),
  /** Finished time on today; a view adds the running entry itself, each second. */
  todayClosedMs: z.int().min(0),
  settings: settingsSchema,
  undo: historyItemSchema.nullable(),
  redo: historyItemSchema.nullable(),
  /** The question that waits for an answer, its pieces cut to what the entry still covers. */
  absence: absenceSchema.nullable(),
  /** Unread notifications of the last 12 hours, newest first: a page shows those that came while it was open. */
  notices: z.array(notificationSchema).max(5),
  host: hostInfoSchema,
})

export const liveEventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('snapshot'), state: liveStateSchema }),
  /** Follows `previousRevision` exactly; a receiver that holds another revision drops what it has and subscribes anew. */
  z.strictObject({
    type: z.literal('delta'),
    previousRevision: z.int().min(0),
    state: liveStateSchema,
    touched: z.strictObject({
      kinds: z.array(entityKindSchema),
      /** Local days whose time may have changed; null: too many to name. */
      days: z.array(daySchema).max(100).nullable(),
    }),
  }),
])

export const liveContract = {
  subscribe: stream().input(z.strictObject({})).output(eventIterator(liveEventSchema)),
}
export type LiveState = z.infer<typeof liveStateSchema>
export type LiveEvent = z.infer<typeof liveEventSchema>
