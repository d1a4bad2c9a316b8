import { z } from 'zod'
import type { RecordWrite, RemoteRecord } from '../../core/ports/time-provider.ts'

const instantSchema = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text))

/** A time entry as the API gives it; `timeInterval.duration` is left out: the instants say it. */
export const clockifyEntrySchema = z.object({
  id: z.string().min(1),
  timeInterval: z.object({ start: instantSchema, end: instantSchema.nullish() }),
  description: z.string().nullish(),
  projectId: z.string().nullish(),
  taskId: z.string().nullish(),
  tagIds: z.array(z.string()).nullish(),
  billable: z.boolean().nullish(),
  isLocked: z.boolean().nullish(),
  type: z.string().nullish(),
  customFieldValues: z.array(z.object({ customFieldId: z.string(), value: z.unknown() })).nullish(),
})

export type ClockifyEntry = z.infer<typeof clockifyEntrySchema>

export const clockifyUserSchema = z.object({
  id: z.string().min(1),
  name: z.string().nullish(),
  email: z.string().nullish(),
  settings: z.object({ timeZone: z.string().nullish() }).nullish(),
})

export const clockifyWorkspaceSchema = z.object({ id: z.string(), name: z.string() })

export const clockifyProjectSchema = z.object({
  id: z.string(),
  name: z.string(),
  clientName: z.string().nullish(),
  archived: z.boolean().nullish(),
})

/** `serverOffsetMs`: how far Clockify's clock is ahead of ours; null: not known. */
export function fromClockify(entry: ClockifyEntry, serverOffsetMs: number | null): RemoteRecord {
  const madeAtMs = idTimeMs(entry.id)
  return {
    remoteId: entry.id,
    key: null,
    fields: {
      time: { kind: 'instants', startMs: entry.timeInterval.start, endMs: entry.timeInterval.end ?? null },
      note: entry.description ?? '',
      projectId: entry.projectId ?? null,
      activityId: entry.taskId ?? null,
      tags: [],
      billable: entry.billable ?? false,
    },
    version: null,
    changedAtMs: madeAtMs === null || serverOffsetMs === null ? null : madeAtMs - serverOffsetMs,
    locked: entry.isLocked === true ? 'Clockify has locked this entry.' : null,
    deleted: false,
  }
}

/** Ids are object ids of MongoDB: the first eight digits are the second in which it was made. Nothing else tells that. */
function idTimeMs(id: string): number | null {
  return /^[0-9a-f]{24}$/.test(id) ? Number.parseInt(id.slice(0, 8), 16) * 1000 : null
}

/** Whole seconds and `Z`: the form that the papers name. */
export function clockifyInstant(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d{3}Z$/, 'Z')
}

/** All that an entry of ours says. */
export function toClockify({ fields }: RecordWrite, serverNowMs: number | null) {
  const { time } = fields
  if (time.kind === 'amount') throw new Error('Clockify keeps instants')
  const isEarly = time.endMs === null && serverNowMs !== null && time.startMs > serverNowMs
  return {
    start: clockifyInstant(isEarly ? serverNowMs : time.startMs),
    ...(time.endMs === null ? {} : { end: clockifyInstant(time.endMs) }),
    description: fields.note,
    projectId: fields.projectId,
    taskId: fields.activityId,
    billable: fields.billable ?? false,
  }
}

/**
 * A PUT puts a whole entry in place of the old one: what we do not change has to be said as it is there, and custom
 * fields go by another name than they come.
 */
export function changedClockify(
  there: ClockifyEntry,
  write: RecordWrite,
  changed: readonly string[],
  nowMs: number | null,
) {
  const mine = toClockify(write, nowMs)
  const { start, end } = changed.includes('time')
    ? { end: undefined, ...mine }
    : {
        start: clockifyInstant(there.timeInterval.start),
        end: there.timeInterval.end == null ? undefined : clockifyInstant(there.timeInterval.end),
      }
  return {
    start,
    ...(end === undefined ? {} : { end }),
    description: changed.includes('note') ? mine.description : (there.description ?? ''),
    projectId: changed.includes('projectId') ? mine.projectId : (there.projectId ?? null),
    taskId: changed.includes('activityId') ? mine.taskId : (there.taskId ?? null),
    billable: changed.includes('billable') ? mine.billable : (there.billable ?? false),
    tagIds: there.tagIds ?? [],
    ...(there.type == null ? {} : { type: there.type }),
    customFields: there.customFieldValues ?? [],
  }
}
