import { z } from 'zod'
import { daySchema } from '../zone/day-schema.ts'
import { zoneSchema } from '../zone/zone-schema.ts'
import {
  colourSchema,
  durationSchema,
  idSchema,
  instantSchema,
  MAX_TAGS,
  nameSchema,
  noteSchema,
  tagNameSchema,
  titleSchema,
} from './primitives.ts'

export const clockTimeSchema = z.strictObject({
  kind: z.literal('clock'),
  startedAtMs: instantSchema,
  /** null while the entry runs; at most one entry in a profile runs. */
  endedAtMs: instantSchema.nullable(),
  zone: zoneSchema,
})

/** Time known only as an amount on a day, with no clock times. */
export const dayTimeSchema = z.strictObject({
  kind: z.literal('day'),
  day: daySchema,
  durationMs: durationSchema,
  zone: zoneSchema,
})

export const entryTimeSchema = z.discriminatedUnion('kind', [clockTimeSchema, dayTimeSchema])

export const entrySourceSchema = z.enum(['timer', 'manual', 'import', 'api', 'provider'])

export const entrySchema = z.strictObject({
  id: idSchema,
  time: entryTimeSchema,
  note: noteSchema,
  projectId: idSchema.nullable(),
  activityId: idSchema.nullable(),
  workItemId: idSchema.nullable(),
  /** Sorted, without repeats. */
  tagIds: z.array(idSchema).max(MAX_TAGS),
  billable: z.boolean(),
  /** Work away from the computer (a meeting): idle detection never cuts it. */
  offComputer: z.boolean(),
  source: entrySourceSchema,
  importBatchId: idSchema.nullable(),
  createdAtMs: instantSchema,
  updatedAtMs: instantSchema,
})

export const clientSchema = z.strictObject({ id: idSchema, name: nameSchema, archived: z.boolean() })

export const projectSchema = z.strictObject({
  id: idSchema,
  name: nameSchema,
  clientId: idSchema.nullable(),
  colour: colourSchema,
  billableByDefault: z.boolean(),
  archived: z.boolean(),
})

export const activitySchema = z.strictObject({
  id: idSchema,
  name: nameSchema,
  /** null: offered with every project. */
  projectId: idSchema.nullable(),
  archived: z.boolean(),
})

export const tagSchema = z.strictObject({
  id: idSchema,
  name: tagNameSchema,
  colour: colourSchema.nullable(),
  archived: z.boolean(),
})

/** A local task, and later anything with a key and a title from an issue tracker. */
export const workItemSchema = z.strictObject({
  id: idSchema,
  key: z
    .string()
    .trim()
    .regex(/^\S{1,64}$/, 'Give a key of 1 to 64 characters without spaces')
    .overwrite((text) => text.toWellFormed()),
  title: titleSchema,
  projectId: idSchema.nullable(),
  state: z.enum(['open', 'done']),
})

export const templateSchema = z.strictObject({
  id: idSchema,
  name: nameSchema,
  note: noteSchema,
  projectId: idSchema.nullable(),
  activityId: idSchema.nullable(),
  workItemId: idSchema.nullable(),
  tagIds: z.array(idSchema).max(MAX_TAGS),
  billable: z.boolean(),
  /** How long an entry made from this template lasts; null: it starts the timer. */
  durationMs: durationSchema.nullable(),
})

export const hotkeyActionSchema = z.enum(['toggle', 'show', 'note'])

/** A minute of the local day, 0 to 1439. */
const minuteSchema = z.int().min(0).max(1439)
/** Keys such as `mod+alt+s`; `mod` is Ctrl, or ⌘ on a Mac. '' is none. */
const keysSchema = z.string().max(64)

export const settingsSchema = z.strictObject({
  theme: z.enum(['light', 'dark', 'system']),
  density: z.enum(['comfortable', 'compact']),
  /** ISO weekday (1 Monday … 7 Sunday), or by the person's locale. */
  weekStart: z.union([z.literal('locale'), z.int().min(1).max(7)]),
  clock: z.enum(['locale', '24h', '12h']),
  /** Toki2's habit: stopping starts a new, empty timer at the same instant. */
  saveAndContinue: z.boolean(),
  /** What a working day should hold; null shows no target. */
  dayTargetMs: durationSchema.nullable(),
  /** Actions whose shortcut the person changed: action id to key combination ('' = none). */
  shortcuts: z
    .record(z.string().max(64), z.string().max(64))
    .refine((map) => Object.keys(map).length <= 200, 'At most 200 shortcuts'),
  backupsKept: z.int().min(3).max(365),

  /** Asks about time without the person when they come back. */
  idleDetection: z.boolean(),
  /** Shorter absences are never asked about. */
  idleMinutes: z.int().min(1).max(480),

  /** Off: notifications are kept in Stint and nobody is disturbed. */
  notifications: z.boolean(),
  /** From a minute of the day to another, over midnight where `from` is later; null: none. */
  quietHours: z.strictObject({ fromMinute: minuteSchema, toMinute: minuteSchema }).nullable(),
  /** Minute of the day by which something should be tracked; null: no reminder. */
  remindNothingTrackedAt: minuteSchema.nullable(),
  /** A timer that runs longer than this is worth a word; null: no reminder. */
  remindLongRunningMinutes: z.int().min(30).max(1440).nullable(),
  remindDailySummaryAt: minuteSchema.nullable(),
  /** A break is due after this much time in one go; null: no reminder. */
  remindBreakMinutes: z.int().min(15).max(240).nullable(),
  /** ISO weekdays (1 Monday … 7 Sunday) on which reminders come. */
  remindDays: z
    .array(z.int().min(1).max(7))
    .max(7)
    .overwrite((days) => [...new Set(days)].sort()),

  /** Global hotkeys of the desktop. */
  hotkeys: z.strictObject({ toggle: keysSchema, show: keysSchema, note: keysSchema }),
  /** The desktop's window goes to the tray when it is closed, and Stint goes on. */
  closeToTray: z.boolean(),
  startAtLogin: z.boolean(),
})

export const entityKindSchema = z.enum([
  'entry',
  'client',
  'project',
  'activity',
  'tag',
  'workItem',
  'template',
  'planItem',
  'settings',
  'importBatch',
  'absence',
  'notification',
  'account',
])

export type EntryTime = z.infer<typeof entryTimeSchema>
export type ClockTime = z.infer<typeof clockTimeSchema>
export type DayTime = z.infer<typeof dayTimeSchema>
export type Entry = z.infer<typeof entrySchema>
export type Client = z.infer<typeof clientSchema>
export type Project = z.infer<typeof projectSchema>
export type Activity = z.infer<typeof activitySchema>
export type Tag = z.infer<typeof tagSchema>
export type WorkItem = z.infer<typeof workItemSchema>
export type Template = z.infer<typeof templateSchema>
export type Settings = z.infer<typeof settingsSchema>
export type HotkeyAction = z.infer<typeof hotkeyActionSchema>
export type EntityKind = z.infer<typeof entityKindSchema>
