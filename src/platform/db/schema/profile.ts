import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** One sentinel row: proves that this file was made by Stint, so an empty or swapped file is never taken for a new profile. */
export const profile = sqliteTable('profile', {
  id: integer('id').primaryKey(),
  profileId: text('profile_id').notNull(),
  createdAtMs: integer('created_at_ms').notNull(),
})

export const settings = sqliteTable('settings', {
  id: text('id').primaryKey(),
  valueJson: text('value_json').notNull(),
})
