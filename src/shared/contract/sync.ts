import { z } from 'zod'
import { daySchema } from '../zone/day-schema.ts'
import { accountStatusSchema, syncProblemSchema } from './accounts.ts'
import { command, commandInput, query } from './base.ts'
import { idSchema, instantSchema } from './primitives.ts'

const countSchema = z.int().min(0)
const itemStateSchema = z.enum(['queued', 'sending', 'unknown', 'failed', 'dead'])

export const syncItemSchema = z.strictObject({
  accountId: idSchema,
  entryId: idSchema,
  state: itemStateSchema,
  attempts: countSchema,
  queuedAtMs: instantSchema,
  /** null: as soon as it is its turn. */
  notBeforeMs: instantSchema.nullable(),
  problem: syncProblemSchema.nullable(),
})

const fieldNameSchema = z.enum(['time', 'note', 'projectId', 'activityId', 'tags', 'billable'])

/** A record in the provider's own terms: its ids, its steps of time. */
const recordFieldsSchema = z.strictObject({
  time: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('instants'), startMs: z.int(), endMs: z.int().nullable() }),
    z.strictObject({ kind: z.literal('amount'), day: daySchema, durationMs: z.int() }),
  ]),
  note: z.string(),
  projectId: z.string().nullable(),
  activityId: z.string().nullable(),
  tags: z.array(z.string()),
  billable: z.boolean().nullable(),
})

export const syncConflictSchema = z.strictObject({
  id: idSchema,
  accountId: idSchema,
  entryId: idSchema,
  /** '' is the whole entry; else the day of the part that a provider keeps apart. */
  part: z.string(),
  remoteId: z.string(),
  /** What both sides last had in common. */
  base: recordFieldsSchema,
  /** null: removed here. */
  mine: recordFieldsSchema.nullable(),
  /** null: removed there. */
  theirs: recordFieldsSchema.nullable(),
  /** Empty where a removal stands against a change. */
  fields: z.array(fieldNameSchema),
  atMs: instantSchema,
})

const sideSchema = z.enum(['mine', 'theirs'])

export const conflictChoiceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('mine') }),
  z.strictObject({ kind: z.literal('theirs') }),
  /** Field by field; what is not named stays mine. Only where neither side was removed. */
  z.strictObject({ kind: z.literal('fields'), fields: z.partialRecord(fieldNameSchema, sideSchema) }),
])

export const plannedWriteSchema = z.strictObject({
  entryId: idSchema,
  kind: z.enum(['create', 'update', 'replace', 'remove', 'blocked']),
  part: z.string(),
  /** null: nothing is left there (`remove`), or nothing can be sent yet (`blocked`). */
  fields: recordFieldsSchema.nullable(),
  changed: z.array(fieldNameSchema),
  problem: syncProblemSchema.nullable(),
})

export const syncContract = {
  /**
   * One pass: what is due is fetched and sent. Ends when nothing is due, or after some 20 s with `more`; then it is
   * asked again. Repeating it is always safe.
   */
  run: command('not-found')
    .input(commandInput({ accountId: idSchema.optional() }))
    .output(
      z.strictObject({
        accounts: z.array(
          z.strictObject({ accountId: idSchema, sent: countSchema, fetched: countSchema, status: accountStatusSchema }),
        ),
        more: z.boolean(),
        /** When something that waits is due; null: nothing is left but what a person has to decide. */
        nextAtMs: instantSchema.nullable(),
      }),
    ),
  items: query()
    .input(
      z.strictObject({
        accountId: idSchema.optional(),
        states: z.array(itemStateSchema).max(5).optional(),
        limit: z.int().min(1).max(500).optional(),
      }),
    )
    .output(z.strictObject({ items: z.array(syncItemSchema) })),
  /** Dead ones are tried again: one entry's, those of one reason, or all. */
  retry: command()
    .input(
      commandInput({
        accountId: idSchema.optional(),
        entryId: idSchema.optional(),
        code: z.string().min(1).max(60).optional(),
      }),
    )
    .output(z.strictObject({ queued: countSchema })),
  /** Oldest first. */
  conflicts: query()
    .input(z.strictObject({ accountId: idSchema.optional(), limit: z.int().min(1).max(500).optional() }))
    .output(z.strictObject({ conflicts: z.array(syncConflictSchema) })),
  resolve: command('not-found', 'fix-not-possible')
    .input(commandInput({ conflictId: idSchema, choice: conflictChoiceSchema }))
    .output(z.strictObject({ conflictId: idSchema })),
  /** What a pass would send now; asks nobody. */
  dryRun: query('not-found', 'unsupported')
    .input(z.strictObject({ accountId: idSchema, limit: z.int().min(1).max(500).optional() }))
    .output(z.strictObject({ writes: z.array(plannedWriteSchema), entries: countSchema })),
}

export type ConflictChoice = z.infer<typeof conflictChoiceSchema>
