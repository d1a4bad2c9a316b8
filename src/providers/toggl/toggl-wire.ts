import { z } from 'zod'
import type { SyncFields } from '../../core/domain/sync/sync-fields.ts'
import type { RecordWrite, RemoteRecord } from '../../core/ports/time-provider.ts'

const idSchema = z.union([z.int(), z.string()]).transform(String)
const instantSchema = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text))

/**
 * A time entry as v9 sends it. Times come with `Z` after a write and `+00:00` in lists; `at` has five or six digits of
 * fractions; tags are null after a write and a list later.
 */
export const togglEntrySchema = z.object({
  id: idSchema,
  workspace_id: idSchema,
  project_id: idSchema.nullish(),
  task_id: idSchema.nullish(),
  billable: z.boolean().nullish(),
  start: instantSchema,
  stop: instantSchema.nullish(),
  /** Seconds; negative while it runs (-1 after a write, minus the start later). */
  duration: z.number(),
  description: z.string().nullish(),
  tags: z.array(z.string()).nullish(),
  at: z.string().nullish(),
  server_deleted_at: z.string().nullish(),
})

export type TogglEntry = z.infer<typeof togglEntrySchema>

export const togglMeSchema = z.object({
  id: idSchema,
  fullname: z.string().nullish(),
  email: z.string().nullish(),
  timezone: z.string().nullish(),
  default_workspace_id: idSchema.nullish(),
})

export const togglWorkspaceSchema = z.object({ id: idSchema, name: z.string() })

export const togglProjectSchema = z.object({
  id: idSchema,
  workspace_id: idSchema,
  name: z.string(),
  client_name: z.string().nullish(),
  active: z.boolean().nullish(),
})

/** `serverOffsetMs`: how far Toggl's clock is ahead of ours; null: not known, and then neither is when it changed. */
export function fromToggl(entry: TogglEntry, serverOffsetMs: number | null): RemoteRecord {
  const atMs = Date.parse(entry.at ?? '')
  return {
    remoteId: entry.id,
    key: null,
    fields: {
      time: { kind: 'instants', startMs: entry.start, endMs: endOf(entry) },
      note: entry.description ?? '',
      projectId: entry.project_id ?? null,
      activityId: entry.task_id ?? null,
      tags: [...(entry.tags ?? [])].sort(),
      billable: entry.billable ?? false,
    },
    version: entry.at ?? null,
    changedAtMs: serverOffsetMs === null || Number.isNaN(atMs) ? null : atMs - serverOffsetMs,
    locked: null,
    deleted: entry.server_deleted_at != null,
  }
}

/**
 * Running is what has a negative duration, and only that: an entry made without duration has 0 and no stop, and runs
 * nowhere; it is taken as ended where it began.
 */
function endOf({ start, stop, duration }: TogglEntry): number | null {
  if (duration < 0) return null
  return stop ?? start + duration * 1000
}

const CREATED_WITH = 'Stint'

/**
 * A whole entry for a create. Duration is always sent: without it Toggl makes one that neither runs nor has ended.
 * `serverNowMs`: null where it is not known.
 */
export function toToggl({ fields }: RecordWrite, workspaceId: number, serverNowMs: number | null) {
  return {
    ...timeFor(fields, serverNowMs),
    ...detailsFor(fields),
    workspace_id: workspaceId,
    created_with: CREATED_WITH,
  }
}

function timeFor({ time }: SyncFields, serverNowMs: number | null) {
  if (time.kind === 'amount') throw new Error('Toggl keeps instants')
  if (time.endMs === null) {
    // One that began in the server's future could not be stopped there.
    const startMs = serverNowMs === null ? time.startMs : Math.min(time.startMs, serverNowMs)
    return { start: new Date(startMs).toISOString(), duration: -1, stop: null }
  }
  const start = new Date(time.startMs).toISOString()
  // Stop and duration must agree: both on whole seconds, as the queue gives them.
  return { start, stop: new Date(time.endMs).toISOString(), duration: Math.round((time.endMs - time.startMs) / 1000) }
}

function detailsFor(fields: SyncFields) {
  return {
    description: fields.note,
    project_id: numberOf(fields.projectId),
    task_id: numberOf(fields.activityId),
    tags: fields.tags,
    billable: fields.billable ?? false,
  }
}

/** Only what has changed: a PUT leaves the rest as it is. */
export function changesFor(
  write: RecordWrite,
  changed: readonly string[],
  workspaceId: number,
  serverNowMs: number | null,
) {
  const { description, project_id, task_id, tags, billable } = detailsFor(write.fields)
  return {
    workspace_id: workspaceId,
    ...(changed.includes('time') ? timeFor(write.fields, serverNowMs) : {}),
    ...(changed.includes('note') ? { description } : {}),
    ...(changed.includes('projectId') ? { project_id } : {}),
    ...(changed.includes('activityId') ? { task_id } : {}),
    ...(changed.includes('tags') ? { tags } : {}),
    ...(changed.includes('billable') ? { billable } : {}),
  }
}

/** Toggl's ids are numbers on the wire. One beyond what a double holds would become another: then it is sent as it is. */
function numberOf(id: string | null): number | string | null {
  if (id === null) return null
  const number = Number(id)
  return Number.isSafeInteger(number) ? number : id
}
