import { z } from 'zod'
import { daySchema } from '../zone/day-schema.ts'
import { command, commandInput, query } from './base.ts'
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
  /** The organisation or company, where the provider has several for one person. */
  org: wordSchema.nullable(),
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

/** Waiting work of one account. What a conflict holds up is counted there, not among the dead. */
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
  /** What the provider lets through until it counts anew; null: it has not said. */
  budget: z.strictObject({ remaining: countSchema, resetAtMs: instantSchema }).nullable(),
})

export const accountCheckSchema = z.strictObject({
  userName: z.string(),
  zone: z.string().nullable(),
  workspaces: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  /** Rights that are missing, in words. */
  missing: z.array(z.string()),
})

/** A token or password on its way in. Nothing that the contract gives back ever holds one. */
const secretSchema = z.string().min(1, 'Give the token or password').max(4096)

const accountWithStatusSchema = z.strictObject({ account: accountSchema, status: accountStatusSchema })

export const remoteActivitySchema = z.strictObject({ remoteId: z.string(), name: z.string() })

export const remoteProjectSchema = z.strictObject({
  remoteId: z.string(),
  name: z.string(),
  clientName: z.string().nullable(),
  archived: z.boolean(),
  /** null: activities belong to the account, not to a project. */
  activities: z.array(remoteActivitySchema).nullable(),
})

/** A project or activity here that is one there. */
export const remoteMapSchema = z.strictObject({ localId: idSchema, remoteId: z.string() })

const { name: nameShape, baseUrl: _baseUrl, ...otherSettings } = accountSettingsShape
const mapInput = { accountId: idSchema, remoteId: remoteIdSchema.nullable() }

export const accountsContract = {
  /** What an account can be made for, and where each lives by itself (null: an address is needed). */
  kinds: query()
    .input(z.strictObject({}))
    .output(
      z.strictObject({
        kinds: z.array(
          z.strictObject({ kind: timeProviderKindSchema, baseUrl: z.string().nullable(), supported: z.boolean() }),
        ),
      }),
    ),
  list: query()
    .input(z.strictObject({}))
    .output(z.strictObject({ accounts: z.array(accountWithStatusSchema) })),
  /** Asks the provider first; what it refuses is not kept. Entries from `fromDay` on are queued. Not undone by undo. */
  add: command('already-exists', 'unsupported', 'provider-refused', 'secret-not-kept')
    .input(
      commandInput({
        kind: timeProviderKindSchema,
        name: nameShape,
        secret: secretSchema,
        baseUrl: baseUrlSchema.optional(),
        ...z.strictObject(otherSettings).partial().shape,
      }),
    )
    .output(z.strictObject({ account: accountSchema, check: accountCheckSchema })),
  update: command('not-found', 'already-exists', 'unsupported')
    .input(commandInput({ id: idSchema, ...z.strictObject(accountSettingsShape).partial().shape }))
    .output(z.strictObject({ account: accountSchema })),
  /** Asks the provider with the new one first; the old one stays where it is refused. */
  setSecret: command('not-found', 'unsupported', 'provider-refused', 'secret-not-kept')
    .input(commandInput({ id: idSchema, secret: secretSchema }))
    .output(z.strictObject({ account: accountSchema, check: accountCheckSchema })),
  check: query('not-found', 'unsupported', 'provider-refused', 'secret-not-kept')
    .input(z.strictObject({ id: idSchema }))
    .output(accountCheckSchema),
  pause: command('not-found')
    .input(commandInput({ id: idSchema }))
    .output(z.strictObject({ account: accountSchema })),
  resume: command('not-found')
    .input(commandInput({ id: idSchema }))
    .output(z.strictObject({ account: accountSchema })),
  /** Its secret, its queue and its links go; entries stay, here and there. */
  remove: command('not-found', 'secret-not-kept')
    .input(commandInput({ id: idSchema }))
    .output(z.strictObject({ account: accountSchema })),
  /** The provider's projects as last seen; `refresh` asks it anew. */
  catalogue: query('not-found', 'unsupported', 'provider-refused', 'secret-not-kept')
    .input(
      z.strictObject({
        id: idSchema,
        text: z.string().max(200).optional(),
        limit: z.int().min(1).max(500).optional(),
        refresh: z.boolean().optional(),
      }),
    )
    .output(
      z.strictObject({
        projects: z.array(remoteProjectSchema),
        activities: z.array(remoteActivitySchema),
        /** null: never asked. */
        seenAtMs: instantSchema.nullable(),
        projectMap: z.array(remoteMapSchema),
        activityMap: z.array(remoteMapSchema),
      }),
    ),
  /** null takes the mapping away. Entries of the project are queued anew. */
  mapProject: command('not-found')
    .input(commandInput({ ...mapInput, projectId: idSchema }))
    .output(z.strictObject({ queued: countSchema })),
  mapActivity: command('not-found')
    .input(commandInput({ ...mapInput, activityId: idSchema }))
    .output(z.strictObject({ queued: countSchema })),
  /** What sending from a day on would mean; nothing is sent. */
  preview: query('not-found')
    .input(z.strictObject({ id: idSchema, fromDay: daySchema }))
    .output(
      z.strictObject({
        entries: countSchema,
        /** When they would be there, at the pace the provider allows; null: not known. */
        doneAtMs: instantSchema.nullable(),
      }),
    ),
  /** Sends from an earlier (or later) day on. */
  backfill: command('not-found')
    .input(commandInput({ id: idSchema, fromDay: daySchema }))
    .output(z.strictObject({ account: accountSchema, queued: countSchema })),
}

export type TimeProviderKind = z.infer<typeof timeProviderKindSchema>
export type AccountRule = z.infer<typeof accountRuleSchema>
export type Account = z.infer<typeof accountSchema>
export type AccountStatus = z.infer<typeof accountStatusSchema>
export type AccountCheck = z.infer<typeof accountCheckSchema>
export type SyncDirection = z.infer<typeof syncDirectionSchema>
