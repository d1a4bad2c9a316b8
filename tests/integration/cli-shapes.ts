import { z } from 'zod'

/** The shapes that scripts rely on (product.md §10, docs/cli.md). Strict: a new key is a decision, not an accident. */
const id = z.uuid()
const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
const day = z.iso.date()
const ms = z.int().min(0)

export const entryShape = z.strictObject({
  id,
  start: instant.nullable(),
  end: instant.nullable(),
  zone: z.string(),
  date: day,
  durationMs: ms,
  note: z.string(),
  project: z.string().nullable(),
  projectId: id.nullable(),
  client: z.string().nullable(),
  clientId: id.nullable(),
  activity: z.string().nullable(),
  activityId: id.nullable(),
  tags: z.array(z.string()),
  tagIds: z.array(id),
  workItem: z.string().nullable(),
  workItemId: id.nullable(),
  billable: z.boolean(),
  offComputer: z.boolean(),
  running: z.boolean(),
  source: z.enum(['timer', 'manual', 'import', 'api', 'provider']),
})

export const oneShape = z.strictObject({ entry: entryShape })
export const manyShape = z.strictObject({ entries: z.array(entryShape) })
export const startedShape = z.strictObject({ entry: entryShape, stopped: entryShape.nullable() })
export const stoppedShape = z.strictObject({ entry: entryShape, next: entryShape.nullable() })
export const toggledShape = z.strictObject({ started: entryShape.nullable(), stopped: entryShape.nullable() })
export const statusShape = z.strictObject({ running: entryShape.nullable(), todayMs: ms })
export const listShape = z.strictObject({
  entries: z.array(entryShape),
  count: z.int().min(0),
  totalMs: ms,
  nextCursor: z.string().nullable(),
})

const overlapShape = z.strictObject({
  firstId: id,
  secondId: id,
  start: instant,
  end: instant,
  durationMs: ms,
  fixes: z.array(z.enum(['trim-first', 'trim-second', 'split-around'])),
})

export const dayShape = z.strictObject({
  day,
  zone: z.string(),
  start: instant,
  end: instant,
  totalMs: ms,
  entries: z.array(entryShape),
  gaps: z.array(z.strictObject({ start: instant, end: instant, durationMs: ms, previousId: id, nextId: id })),
  overlaps: z.array(overlapShape),
})
export const fixShape = z.strictObject({ day, overlaps: z.array(overlapShape) })

const historyItem = z.strictObject({ id: z.string(), label: z.string(), at: instant, undone: z.boolean() })
export const historyShape = z.strictObject({ items: z.array(historyItem) })
export const undoneShape = z.strictObject({ undone: historyItem })
export const redoneShape = z.strictObject({ redone: historyItem })

export const reportShape = z.strictObject({
  from: day.nullable(),
  to: day.nullable(),
  totalMs: ms,
  billableMs: ms,
  runningMs: ms,
  entries: z.int().min(0),
  rows: z.array(z.looseObject({ totalMs: ms, billableMs: ms, entries: z.int().min(1) })),
})

export const clientShape = z.strictObject({ id, name: z.string(), archived: z.boolean() })
export const projectShape = z.strictObject({
  id,
  name: z.string(),
  client: z.string().nullable(),
  clientId: id.nullable(),
  colour: z.string().regex(/^#[0-9a-f]{6}$/i),
  billableByDefault: z.boolean(),
  archived: z.boolean(),
})
export const activityShape = z.strictObject({
  id,
  name: z.string(),
  project: z.string().nullable(),
  projectId: id.nullable(),
  archived: z.boolean(),
})
export const tagShape = z.strictObject({ id, name: z.string(), colour: z.string().nullable(), archived: z.boolean() })
export const itemShape = z.strictObject({
  id,
  key: z.string(),
  title: z.string(),
  project: z.string().nullable(),
  projectId: id.nullable(),
  state: z.enum(['open', 'done']),
})
export const templateShape = entryShape
  .pick({
    id: true,
    note: true,
    project: true,
    projectId: true,
    client: true,
    clientId: true,
    activity: true,
    activityId: true,
    tags: true,
    tagIds: true,
    workItem: true,
    workItemId: true,
    billable: true,
  })
  .extend({ name: z.string(), durationMs: ms.nullable() })
  .strict()

const backup = z.strictObject({
  name: z.string(),
  file: z.string(),
  madeAt: instant,
  bytes: z.int().min(1),
  reason: z.enum(['manual', 'daily', 'migration', 'restore', 'quit', 'import']),
  entries: z.int().min(0),
})
export const backupShape = z.strictObject({ backup })
export const backupsShape = z.strictObject({ backups: z.array(backup) })
export const restoredShape = z.strictObject({ restored: z.string(), entries: z.int(), replaced: backup })

export const batchShape = z.strictObject({
  id,
  format: z.string(),
  fileName: z.string(),
  importedAt: instant,
  added: z.int().min(0),
  skipped: z.int().min(0),
  undone: z.boolean(),
})
export const importedShape = z.strictObject({
  added: z.int().min(0),
  alreadyThere: z.int().min(0),
  batch: batchShape.nullable(),
  failed: z.int().min(0),
  preview: z.looseObject({ rows: z.int(), toAdd: z.int(), alreadyThere: z.int() }),
})

export const doctorShape = z.strictObject({
  healthy: z.boolean(),
  profile: z.string(),
  checks: z
    .array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        status: z.enum(['ok', 'warn', 'fail']),
        detail: z.string(),
        mend: z.string(),
      }),
    )
    .min(1),
})

export const servedShape = z.strictObject({
  url: z.string().regex(/^http:\/\/127\.0\.0\.1:\d+\/#code=\S+$/),
  apiUrl: z.string().regex(/^http:\/\/127\.0\.0\.1:\d+\/api\/v1$/),
  token: z.string().min(32),
  pid: z.int().min(1),
  attached: z.literal(true).optional(),
})

export const errorShape = z.strictObject({
  code: z.string().regex(/^[a-z][a-z-]*$/),
  message: z.string().min(1),
  data: z.record(z.string(), z.unknown()),
  hint: z.string().min(1).optional(),
})
