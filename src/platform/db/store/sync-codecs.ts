import { z } from 'zod'
import { FIELD_NAMES, type SyncFields } from '../../../core/domain/sync/sync-fields.ts'
import type { Intent, SyncItem, SyncLink, SyncProblem } from '../../../core/domain/sync/sync-item.ts'

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
    intent: row.intent_json === null ? null : intentSchema.parse(JSON.parse(row.intent_json)),
    problem: row.problem_json === null ? null : problemSchema.parse(JSON.parse(row.problem_json)),
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
