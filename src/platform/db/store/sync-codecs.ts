import { z } from 'zod'
import { FIELD_NAMES, type SyncFields } from '../../../core/domain/sync/sync-fields.ts'
import type { Intent, SyncItem, SyncLink, SyncProblem } from '../../../core/domain/sync/sync-item.ts'
import type { AccountConflict } from '../../../core/ports/sync-store.ts'

const timeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('instants'), startMs: z.int(), endMs: z.int().nullable() }),
  z.strictObject({ kind: z.literal('amount'), day: z.string(), durationMs: z.int() }),
])

const fieldsSchema: z.ZodType<SyncFields> = z.strictObject({
  time: timeSchema,
  note: z.string(),
  projectId: z.string().nullable(),
  activityId: z.string().nullable(),
  tags: z.array(z.string()),
  billable: z.boolean().nullable(),
})

export const activitiesSchema = z.array(z.strictObject({ remoteId: z.string(), name: z.string() }))
const fieldNamesSchema = z.array(z.enum(FIELD_NAMES))

export interface ConflictRow {
  id: string
  account_id: string
  entry_id: string
  part: string
  remote_id: string
  sent_json: string
  seen_json: string
  mine_json: string | null
  theirs_json: string | null
  fields_json: string
  at_ms: number
}

const sendingShape = { part: z.string(), sentAtMs: z.int() }
const writingShape = { ...sendingShape, key: z.string(), fields: fieldsSchema, zone: z.string() }

const intentSchema: z.ZodType<Intent> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('create'), ...writingShape }),
  z.strictObject({ kind: z.literal('replace'), ...writingShape, oldRemoteId: z.string() }),
  z.strictObject({
    kind: z.literal('update'),
    ...writingShape,
    remoteId: z.string(),
    changed: z.array(z.enum(FIELD_NAMES)),
  }),
  z.strictObject({ kind: z.literal('remove'), ...sendingShape, remoteId: z.string() }),
])

const problemSchema: z.ZodType<SyncProblem> = z.strictObject({
  code: z.string(),
  happened: z.string(),
  todo: z.string(),
  said: z.string().nullable(),
  atMs: z.int(),
})

export interface ItemRow {
  entry_id: string
  state: SyncItem['state']
  attempts: number
  not_before_ms: number
  change_number: number
  is_urgent: number
  queued_at_ms: number
  intent_json: string | null
  problem_json: string | null
}

export interface LinkRow {
  entry_id: string
  part: string
  remote_id: string
  sent_json: string
  seen_json: string
  version: string | null
}

export function readItem(row: ItemRow): SyncItem {
  return {
    entryId: row.entry_id,
    state: row.state,
    attempts: row.attempts,
    notBeforeMs: row.not_before_ms,
    changeNumber: row.change_number,
    urgent: row.is_urgent === 1,
    queuedAtMs: row.queued_at_ms,
    intent: row.intent_json === null ? null : intentSchema.parse(JSON.parse(row.intent_json)),
    problem: readProblem(row.problem_json),
  }
}

export function readLink(row: LinkRow): SyncLink {
  return {
    entryId: row.entry_id,
    part: row.part,
    remoteId: row.remote_id,
    sent: fieldsSchema.parse(JSON.parse(row.sent_json)),
    seen: fieldsSchema.parse(JSON.parse(row.seen_json)),
    version: row.version,
  }
}

export function readProblem(json: string | null): SyncProblem | null {
  return json === null ? null : problemSchema.parse(JSON.parse(json))
}

export function readConflict(row: ConflictRow): AccountConflict {
  const fields = (json: string | null) => (json === null ? null : fieldsSchema.parse(JSON.parse(json)))
  return {
    id: row.id,
    accountId: row.account_id,
    entryId: row.entry_id,
    part: row.part,
    remoteId: row.remote_id,
    sent: fieldsSchema.parse(JSON.parse(row.sent_json)),
    seen: fieldsSchema.parse(JSON.parse(row.seen_json)),
    mine: fields(row.mine_json),
    theirs: fields(row.theirs_json),
    fields: fieldNamesSchema.parse(JSON.parse(row.fields_json)),
    atMs: row.at_ms,
  }
}
