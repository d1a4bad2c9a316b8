import Database from 'better-sqlite3'
import { sqliteCode } from '../db/sqlite-errors.ts'

/** Says that this process owns the profile. The system takes it back when the process dies, however it dies. */
export interface ProfileLock {
  release(): void
}

/**
 * Takes the profile's lock, or answers undefined when another process (or another place in this one) has it.
 * SQLite's own lock on an otherwise empty file: it works alike on all systems and is freed by `kill -9`. A file
 * beside the database, because a restore must be able to swap `stint.db` without letting go of the profile.
 * Throws SQLite's errors when the file cannot be made.
 */
export function acquireProfileLock(file: string, waitMs: number): ProfileLock | undefined {
  const db = new Database(file, { timeout: waitMs })
  try {
    // No journal file: nothing is ever written.
    db.pragma('journal_mode = MEMORY')
    db.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    db.close()
    if (sqliteCode(error)?.startsWith('SQLITE_BUSY')) return undefined
    throw error
  }
  return {
    release() {
      if (db.open) db.close()
    },
  }
}
