import type Database from 'better-sqlite3'
import { err, ok, type Result } from '../../shared/result.ts'
import { sqliteCode } from '../db/sqlite-errors.ts'
import type { Migration } from './shipped-migrations.ts'

export interface MigrationFailure {
  readonly migration: string
  readonly reason: string
}

/**
 * Runs `pending` in one transaction with all checks before its commit: either every migration is in and the data
 * is whole, or the file is as it was. Our own loop over drizzle's files, because drizzle's migrator turns foreign
 * keys off inside its transaction, where SQLite ignores it, and a table rebuild then deletes the rows of child
 * tables without an error. The caller has made a verified backup. `mayShrink` names tables that a migration is
 * meant to take rows from.
 */
export function migrateProfile(
  db: Database.Database,
  pending: readonly Migration[],
  mayShrink: readonly string[] = [],
): Result<void, MigrationFailure> {
  if (pending.length === 0) return ok(undefined)
  switchForeignKeys(db, 0)
  let outcome: Result<void, MigrationFailure>
  try {
    outcome = runAll(db, pending, mayShrink)
  } catch (error) {
    db.pragma('foreign_keys = ON')
    throw error
  }
  switchForeignKeys(db, 1)
  return outcome
}

function runAll(
  db: Database.Database,
  pending: readonly Migration[],
  mayShrink: readonly string[],
): Result<void, MigrationFailure> {
  let current = ''
  const run = db.transaction(() => {
    const before = countRows(db)
    // The table exactly as drizzle makes it, so that its tools can read it.
    db.exec(
      'CREATE TABLE IF NOT EXISTS __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)',
    )
    const note = db.prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)')
    for (const migration of pending) {
      current = migration.tag
      for (const statement of migration.statements) db.exec(statement)
      note.run(migration.hash, migration.whenMs)
    }
    const problem = brokenReference(db) ?? lostRows(before, countRows(db), mayShrink)
    if (problem !== undefined) throw new MigrationRefused(problem)
  })
  try {
    run.immediate()
    return ok(undefined)
  } catch (error) {
    // A full or failing disk is not the migration's fault; the caller has words for it.
    if (!(error instanceof MigrationRefused) && !isFaultOfMigration(error)) throw error
    return err({ migration: current, reason: error instanceof Error ? error.message : String(error) })
  }
}

/** SQLite ignores this inside a transaction without a word: hence the reading back. */
function switchForeignKeys(db: Database.Database, on: 0 | 1): void {
  db.pragma(`foreign_keys = ${on}`)
  if (db.pragma('foreign_keys', { simple: true }) !== on) throw new Error(`foreign_keys did not become ${on}`)
}

class MigrationRefused extends Error {}

function isFaultOfMigration(error: unknown): boolean {
  return /^SQLITE_(ERROR|CONSTRAINT|MISMATCH|RANGE|TOOBIG|AUTH)/.test(sqliteCode(error) ?? '')
}

/** Rows per table of our own; SQLite's and full-text shadow tables come and go as their owner likes. */
export function countRows(db: Database.Database): Map<string, number> {
  const names = db
    .prepare("select name from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite_%'")
    .pluck()
    .all() as string[]
  return new Map(
    names.map((name) => [
      name,
      Number(
        db
          .prepare(`select count(*) from "${name.replaceAll('"', '""')}"`)
          .pluck()
          .get(),
      ),
    ]),
  )
}

function lostRows(
  before: Map<string, number>,
  after: Map<string, number>,
  mayShrink: readonly string[],
): string | undefined {
  for (const [table, rows] of before) {
    const left = after.get(table) ?? 0
    if (left < rows && !mayShrink.includes(table)) return `${table} had ${rows} rows before and ${left} after`
  }
  return undefined
}

function brokenReference(db: Database.Database): string | undefined {
  const [first] = db.pragma('foreign_key_check') as { table: string; parent: string }[]
  return first === undefined
    ? undefined
    : `a row of ${first.table} refers to a row of ${first.parent} that is not there`
}
