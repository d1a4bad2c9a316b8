import { randomUUID } from 'node:crypto'
import { closeSync, existsSync, openSync, renameSync, rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { APPLICATION_ID, openConnection } from './connection.ts'
import { fsyncFile, fsyncFolder } from './durable-files.ts'
import { profileMark } from './inspect-database.ts'
import { migrateProfile } from './migrate-profile.ts'
import type { ProfilePaths } from './profile-paths.ts'
import { writeSentinel } from './sentinel.ts'
import type { Migration } from './shipped-migrations.ts'

/**
 * Makes the database of a new profile under another name and renames it when it is whole: a `stint.db` that exists
 * was finished once, so an empty or half one is damage, never a start that was cut short. The caller holds the
 * profile's lock. Throws SQLite's and the file system's errors.
 */
export function createDatabase(
  paths: ProfilePaths,
  migrations: readonly Migration[],
  nowMs: number,
  busyTimeoutMs: number,
): void {
  const staging = `${paths.database}.new`
  // What a start that was cut short left; nobody has put anything into it.
  for (const file of [staging, `${staging}-wal`, `${staging}-journal`, `${staging}-shm`]) rmSync(file, { force: true })
  const profileId = randomUUID()
  try {
    closeSync(openSync(staging, 'wx', 0o600))
    fill(staging, migrations, { profileId, createdAtMs: nowMs }, busyTimeoutMs)
    if (existsSync(`${staging}-wal`)) throw new Error('The new database was not written whole')
    fsyncFile(staging)
  } catch (error) {
    rmSync(staging, { force: true })
    rmSync(`${staging}-wal`, { force: true })
    throw error
  }
  renameSync(staging, paths.database)
  fsyncFolder(paths.dir)
  // After the rename: a sentinel without a database would say that one was lost.
  writeSentinel(paths.sentinel, { profileId, createdAtMs: nowMs })
}

function fill(
  file: string,
  migrations: readonly Migration[],
  row: { profileId: string; createdAtMs: number },
  busyTimeoutMs: number,
): void {
  const blank = new Database(file)
  blank.pragma(`application_id = ${APPLICATION_ID}`)
  blank.pragma(`user_version = ${profileMark(row.profileId)}`)
  blank.close()
  const db = openConnection(file, busyTimeoutMs)
  try {
    const migrated = migrateProfile(db, migrations)
    if (!migrated.ok) throw new Error(`${migrated.error.migration}: ${migrated.error.reason}`)
    db.prepare('insert into profile (id, profile_id, created_at_ms) values (1, ?, ?)').run(
      row.profileId,
      row.createdAtMs,
    )
    db.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    db.close()
  }
}
