import { existsSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import type Database from 'better-sqlite3'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { SwappableDb } from '../../db/db-handle.ts'
import { checkInvariants, countEntries } from '../check-invariants.ts'
import { openConnection } from '../connection.ts'
import { copyDurably, fsyncFile, fsyncFolder } from '../durable-files.ts'
import { readProfileRow } from '../inspect-database.ts'
import { migrateProfile } from '../migrate-profile.ts'
import type { ProfilePaths } from '../profile-paths.ts'
import { writeSentinel } from '../sentinel.ts'
import { type Migration, pendingMigrations } from '../shipped-migrations.ts'

/**
 * Makes a copy of a backup that this version can work on: migrated, checked, closed. Answers its path, or what
 * stands against it. The backup itself is only read. The caller has verified it. Throws SQLite's and file errors.
 */
export function prepareRestore(
  paths: ProfilePaths,
  backupFile: string,
  shipped: readonly Migration[],
  busyTimeoutMs: number,
): Result<string, string> {
  const incoming = `${paths.database}.incoming`
  removeDatabase(incoming)
  copyDurably(backupFile, incoming)
  let problem: string | undefined
  const db = openConnection(incoming, busyTimeoutMs)
  try {
    const pending = pendingMigrations(db, shipped)
    if (!pending.ok) problem = pending.error.message
    else {
      const migrated = migrateProfile(db, pending.value)
      problem = migrated.ok ? checkInvariants(db) : migrated.error.reason
    }
  } catch (error) {
    db.close()
    removeDatabase(incoming)
    throw error
  }
  db.close()
  if (problem === undefined && existsSync(`${incoming}-wal`)) problem = 'its copy could not be written whole'
  if (problem === undefined) {
    fsyncFile(incoming)
    return ok(incoming)
  }
  removeDatabase(incoming)
  return err(problem)
}

/**
 * Puts `incoming` in the place of the open database by one rename. Before it nothing has changed; after it the new
 * database is the profile. What was there lives on in the backup the caller made. Answers the number of entries.
 */
export function swapIn(paths: ProfilePaths, handle: SwappableDb, incoming: string, busyTimeoutMs: number): number {
  handle.current().close()
  // A log that outlived its database would be carried into the one that takes its name.
  if (existsSync(paths.wal)) {
    handle.swap(openConnection(paths.database, busyTimeoutMs))
    throw new Error('The open database could not be closed whole, so nothing was replaced')
  }
  renameSync(incoming, paths.database)
  fsyncFolder(paths.dir)
  const db = openConnection(paths.database, busyTimeoutMs)
  noteProfile(paths, db)
  handle.swap(db)
  return countEntries(db)
}

/** A backup may come from another profile; the folder then is that profile's. */
export function noteProfile(paths: ProfilePaths, db: Database.Database): void {
  const row = readProfileRow(db)
  if (row !== undefined) writeSentinel(paths.sentinel, row)
}

/** What a restore that was cut short left: a copy of a backup that is still there. */
export function removeIncoming(paths: ProfilePaths): void {
  removeDatabase(`${paths.database}.incoming`)
}

function removeDatabase(file: string): void {
  for (const part of [file, `${file}-wal`, `${file}-journal`, `${file}-shm`]) rmSync(part, { force: true })
}

/** The path of a backup by the name a list shows; undefined when it is not such a name or not there. */
export function findBackupFile(paths: ProfilePaths, name: string): string | undefined {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,116}\.db$/.test(name)) return undefined
  const file = path.join(paths.backups, name)
  return existsSync(file) ? file : undefined
}
