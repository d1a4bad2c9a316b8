import { z } from 'zod'
import { daySchema } from '../zone/day-schema.ts'
import { idSchema, instantSchema, MAX_TAGS, nameSchema, tagNameSchema } from './primitives.ts'

/** Time systems, by the name of their adapter's folder. */
export const timeProviderKindSchema = z.enum([
  'toggl',
  'milltime',
  'kleer',
  'kimai',
  'clockify',
  'harvest',
  'solidtime',
  'jira',
  'tempo',
])

export const syncDirectionSchema = z.enum(['push', 'pull', 'both'])

/** https, or plain http to this machine itself. No credentials, no query. */
export const baseUrlSchema = z.url({ protocol: /^https?$/ }).max(300)

/** Which entries go to an account. */
export const accountRuleSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('projects'), projectIds: z.array(idSchema).max(500) }),
  z.strictObject({ kind: z.literal('tags'), tagIds: z.array(idSchema).max(500) }),
])

const remoteIdSchema = z.string().min(1).max(200)
const wordSchema = z.string().trim().max(200)

/** What of an account a person sets. */
export const accountSettingsShape = {
  name: nameSchema,
  baseUrl: baseUrlSchema,
  direction: syncDirectionSchema,
  /** First local day that is sent. */
  fromDay: daySchema,
  rule: accountRuleSchema,
  workspaceId: remoteIdSchema.nullable(),
  /** The provider's project (and activity) for entries whose own project is mapped to none; null: they wait. */
  defaultProjectId: remoteIdSchema.nullable(),
  defaultActivityId: remoteIdSchema.nullable(),
  /** Added to every record there. */
  tags: z.array(tagNameSchema).max(MAX_TAGS),
  /** `{note}`, `{item}`, `{title}`, `{project}`; '' is `{note}`. */
  noteTemplate: z.string().max(500),
  /** Sign-in name, where the provider wants one beside the secret. */
  user: wordSchema.nullable(),
  /** Milltime's instance, Harvest's account, Jira's site …: what this kind calls it is in its help. */
  instance: wordSchema.nullable(),
} as const

export const accountSchema = z.strictObject({
  id: idSchema,
  kind: timeProviderKindSchema,
  ...accountSettingsShape,
  /** `needs-credential`: the provider refused it; nothing is sent until a new one is given. */
  state: z.enum(['active', 'paused', 'needs-credential']),
  createdAtMs: instantSchema,
})

/** Why something waits or failed, in words. */
export const syncProblemSchema = z.strictObject({
  code: z.string(),
  happened: z.string(),
  todo: z.string(),
  said: z.string().nullable(),
  atMs: instantSchema,
})

const countSchema = z.int().min(0)

export const accountStatusSchema = z.strictObject({
  queued: countSchema,
  sending: countSchema,
  unknown: countSchema,
  failed: countSchema,
  dead: countSchema,
  conflicts: countSchema,
  lastSuccessAtMs: instantSchema.nullable(),
  /** Nothing is sent before then: a budget, a pause the provider asked for, no network. */
  notBeforeMs: instantSchema.nullable(),
  problem: syncProblemSchema.nullable(),
  /** When the queue will be empty at the provider's pace; null: not known yet. */
  doneAtMs: instantSchema.nullable(),
})

export const accountCheckSchema = z.strictObject({
  userName: z.string(),
  zone: z.string().nullable(),
  workspaces: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  /** Rights that are missing, in words. */
  missing: z.array(z.string()),
})

export const syncItemSchema = z.strictObject({
  accountId: idSchema,
  entryId: idSchema,
  state: z.enum(['queued', 'sending', 'unknown', 'failed', 'dead']),
  attempts: countSchema,
  notBeforeMs: instantSchema.nullable(),
  problem: syncProblemSchema.nullable(),
})

export type TimeProviderKind = z.infer<typeof timeProviderKindSchema>
export type AccountRule = z.infer<typeof accountRuleSchema>
export type Account = z.infer<typeof accountSchema>
export type AccountStatus = z.infer<typeof accountStatusSchema>
