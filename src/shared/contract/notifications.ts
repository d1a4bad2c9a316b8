import { z } from 'zod'
import { daySchema } from '../zone/day-schema.ts'
import { command, commandInput, query } from './base.ts'
import { idSchema, instantSchema } from './primitives.ts'

/** Where a click leads: a place inside Stint by name, never an address. */
export const placeSchema = z.discriminatedUnion('page', [
  z.strictObject({ page: z.literal('today'), day: daySchema.optional() }),
  /** The question about an absence. */
  z.strictObject({ page: z.literal('absence') }),
  /** The timer bar, ready for typing. */
  z.strictObject({ page: z.literal('timer') }),
  z.strictObject({ page: z.literal('settings'), section: z.string().regex(/^[a-z-]{1,40}$/) }),
])

export const notificationKindSchema = z.enum([
  'nothing-tracked',
  'long-running',
  'daily-summary',
  'break',
  'absence',
  'problem',
])

/** Plain text: nothing in it is ever interpreted as markup or as a link. */
export const notificationSchema = z.strictObject({
  id: idSchema,
  /** Natural key: the same occasion is told once, ever. */
  key: z.string().min(1).max(200),
  kind: notificationKindSchema,
  title: z.string().min(1).max(120),
  body: z.string().max(400),
  place: placeSchema,
  atMs: instantSchema,
  /** It came in quiet hours, or notifications are off: kept, but nobody was disturbed. */
  quiet: z.boolean(),
  readAtMs: instantSchema.nullable(),
})

export const notificationsContract = {
  /** Newest first. */
  list: query()
    .input(z.strictObject({ unreadOnly: z.boolean().optional(), limit: z.int().min(1).max(200).optional() }))
    .output(z.strictObject({ notifications: z.array(notificationSchema), unread: z.int().min(0) })),
  /** Marks as read; without `ids` all of them. Not part of undo. */
  read: command('not-found')
    .input(commandInput({ ids: z.array(idSchema).min(1).max(200).optional() }))
    .output(z.strictObject({ unread: z.int().min(0) })),
}

export type Place = z.infer<typeof placeSchema>
export type NotificationKind = z.infer<typeof notificationKindSchema>
export type Notification = z.infer<typeof notificationSchema>
