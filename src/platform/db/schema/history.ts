import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Every command that changed something: the unit of undo and audit. The largest revision is the profile's. */
export const commands = sqliteTable(
  'commands',
  {
    revision: integer('revision').primaryKey({ autoIncrement: true }),
    id: text('id').notNull().unique(),
    /** The caller's idempotency key. */
    commandKey: text('command_key').notNull().unique(),
    name: text('name').notNull(),
    label: text('label').notNull(),
    actor: text('actor').notNull(),
    atMs: integer('at_ms').notNull(),
    /** Fingerprint of the input: the same key with another input is refused. */
    inputHash: text('input_hash').notNull(),
    /** The answer given, for a repeated key. */
    resultJson: text('result_json').notNull(),
    undoable: integer('undoable').notNull(),
    undoneAtMs: integer('undone_at_ms'),
    /** For an undo or redo: the command it moved. */
    moves: text('moves'),
  },
  (table) => [index('commands_moves').on(table.moves).where(sql`moves is not null`)],
)

/** What a command changed, thing by thing. */
export const changes = sqliteTable(
  'changes',
  {
    revision: integer('revision')
      .notNull()
      .references(() => commands.revision, { onDelete: 'restrict' }),
    ordinal: integer('ordinal').notNull(),
    kind: text('kind').notNull(),
    entityId: text('entity_id').notNull(),
    /** null: it was not there. */
    beforeJson: text('before_json'),
    /** null: it is gone. '' for imported entries: as it was created (the next change's `before` holds it). */
    afterJson: text('after_json'),
  },
  (table) => [
    primaryKey({ columns: [table.revision, table.ordinal] }),
    // Asked for imports only, and each index is a page more to write with every command.
    index('changes_batch').on(table.entityId).where(sql`kind = 'importBatch'`),
  ],
)
