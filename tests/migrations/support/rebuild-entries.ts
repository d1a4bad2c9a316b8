import type Database from 'better-sqlite3'
import { openTestDatabase } from '../../fakes/test-core.ts'
import { BREAKPOINT } from './migrations-folder.ts'

/**
 * A rebuild of `entries` in the exact shape drizzle-kit writes when a column's default changes: new table, copy, drop,
 * rename, indexes again, with a PRAGMA that has no effect inside its transaction.
 */
export function rebuildEntries(): string {
  const db: Database.Database = openTestDatabase()
  const table = db.prepare("select sql from sqlite_schema where name = 'entries'").pluck().get() as string
  const indexes = db
    .prepare("select sql from sqlite_schema where tbl_name = 'entries' and type = 'index' and sql is not null")
    .pluck()
    .all() as string[]
  const columns = (db.pragma('table_info(entries)') as { name: string }[]).map(({ name }) => `"${name}"`).join(', ')
  db.close()
  return [
    'PRAGMA foreign_keys=OFF;',
    `${table.replace(/^CREATE TABLE [`"]?entries[`"]?/i, 'CREATE TABLE `__new_entries`')};`,
    `INSERT INTO \`__new_entries\`(${columns}) SELECT ${columns} FROM \`entries\`;`,
    'DROP TABLE `entries`;',
    'ALTER TABLE `__new_entries` RENAME TO `entries`;',
    'PRAGMA foreign_keys=ON;',
    ...indexes.map((sql) => `${sql};`),
  ].join(BREAKPOINT)
}
