import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/** Questions about time that an entry ran without the person. At most one is open. */
export const absences = sqliteTable(
  'absences',
  {
    id: text('id').primaryKey(),
    /** Not a reference: the question about an entry that is gone is withdrawn, and kept. */
    entryId: text('entry_id').notNull(),
    piecesJson: text('pieces_json').notNull(),
    state: text('state', { enum: ['open', 'waiting', 'answered', 'withdrawn'] }).notNull(),
    askedAtMs: integer('asked_at_ms').notNull(),
    updatedAtMs: integer('updated_at_ms').notNull(),
    deletedAtMs: integer('deleted_at_ms'),
  },
  (table) => [uniqueIndex('absences_one_open').on(table.state).where(sql`state = 'open' and deleted_at_ms is null`)],
)

export const notifications = sqliteTable(
  'notifications',
  {
    id: text('id').primaryKey(),
    /** One occasion is told once, ever. */
    naturalKey: text('natural_key').notNull(),
    kind: text('kind').notNull(),
    title: text('title').notNull(),
    body: text('body').notNull(),
    placeJson: text('place_json').notNull(),
    atMs: integer('at_ms').notNull(),
    quiet: integer('quiet').notNull(),
    readAtMs: integer('read_at_ms'),
    deletedAtMs: integer('deleted_at_ms'),
  },
  (table) => [
    uniqueIndex('notifications_key').on(table.naturalKey),
    index('notifications_at').on(table.atMs).where(sql`deleted_at_ms is null`),
  ],
)
