import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { activities, projects, tags, workItems } from './catalogue.ts'

export const importBatches = sqliteTable('import_batches', {
  id: text('id').primaryKey(),
  format: text('format').notNull(),
  fileName: text('file_name').notNull(),
  hash: text('hash').notNull(),
  importedAtMs: integer('imported_at_ms').notNull(),
  added: integer('added').notNull(),
  skipped: integer('skipped').notNull(),
  undone: integer('undone').notNull().default(0),
  deletedAtMs: integer('deleted_at_ms'),
})

export const entries = sqliteTable(
  'entries',
  {
    /** Joins slices and tags by a small integer; never leaves the store. */
    seq: integer('seq').primaryKey({ autoIncrement: true }),
    id: text('id').notNull(),
    kind: text('kind', { enum: ['clock', 'day'] }).notNull(),
    startedAtMs: integer('started_at_ms'),
    /** null while running. */
    endedAtMs: integer('ended_at_ms'),
    /** Finished time of either kind; null while running. */
    durationMs: integer('duration_ms'),
    zone: text('zone').notNull(),
    /** Local day of the start in `zone`, or the day of a day entry. */
    day: text('day').notNull(),
    /** Order in lists: the start, or the first instant of the day. */
    sortMs: integer('sort_ms').notNull(),
    note: text('note').notNull(),
    /** The note as searched: normalised, lower case. */
    noteKey: text('note_key').notNull(),
    projectId: text('project_id').references(() => projects.id, { onDelete: 'restrict' }),
    activityId: text('activity_id').references(() => activities.id, { onDelete: 'restrict' }),
    workItemId: text('work_item_id').references(() => workItems.id, { onDelete: 'restrict' }),
    billable: integer('billable').notNull(),
    offComputer: integer('off_computer').notNull(),
    source: text('source', { enum: ['timer', 'manual', 'import', 'api', 'provider'] }).notNull(),
    importBatchId: text('import_batch_id').references(() => importBatches.id, { onDelete: 'restrict' }),
    importKey: text('import_key'),
    createdAtMs: integer('created_at_ms').notNull(),
    updatedAtMs: integer('updated_at_ms').notNull(),
    deletedAtMs: integer('deleted_at_ms'),
  },
  (table) => [
    uniqueIndex('entries_id').on(table.id),
    uniqueIndex('entries_one_running')
      .on(table.kind)
      .where(sql`kind = 'clock' and ended_at_ms is null and deleted_at_ms is null`),
    index('entries_order').on(table.sortMs, table.seq).where(sql`deleted_at_ms is null`),
    index('entries_ended').on(table.endedAtMs).where(sql`ended_at_ms is not null and deleted_at_ms is null`),
    index('entries_day').on(table.day).where(sql`deleted_at_ms is null`),
    index('entries_project').on(table.projectId, table.billable, table.durationMs).where(sql`deleted_at_ms is null`),
    index('entries_import_key').on(table.importKey).where(sql`import_key is not null`),
    index('entries_import_batch').on(table.importBatchId).where(sql`import_batch_id is not null`),
    check(
      'entries_time',
      sql`(kind = 'clock' and started_at_ms is not null and (ended_at_ms is null or ended_at_ms >= started_at_ms)) or (kind = 'day' and started_at_ms is null and ended_at_ms is null and duration_ms is not null and duration_ms >= 0)`,
    ),
  ],
)

export const entryTags = sqliteTable(
  'entry_tags',
  {
    entrySeq: integer('entry_seq')
      .notNull()
      .references(() => entries.seq, { onDelete: 'restrict' }),
    tagId: text('tag_id')
      .notNull()
      .references(() => tags.id, { onDelete: 'restrict' }),
  },
  (table) => [primaryKey({ columns: [table.entrySeq, table.tagId] }), index('entry_tags_tag').on(table.tagId)],
)

/**
 * Derived: how much of a finished, live entry falls on each local day in its own zone. Kept beside the
 * entries in the same transaction so that reports split at midnight are a plain sum in SQL.
 */
export const entryDays = sqliteTable(
  'entry_days',
  {
    day: text('day').notNull(),
    entrySeq: integer('entry_seq')
      .notNull()
      .references(() => entries.seq, { onDelete: 'restrict' }),
    ms: integer('ms').notNull(),
  },
  (table) => [primaryKey({ columns: [table.day, table.entrySeq] }), index('entry_days_entry').on(table.entrySeq)],
)
