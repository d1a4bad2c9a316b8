import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { err, ok, type Result } from '../../shared/result.ts'
import { sqliteCode } from '../db/sqlite-errors.ts'
import { APPLICATION_ID } from './connection.ts'
import type { OpenProfileError } from './open-profile-error.ts'
import { type Migration, pendingMigrations } from './shipped-migrations.ts'

export interface Findings {
  readonly profileId: string
  readonly createdAtMs: number
  readonly pending: readonly Migration[]
}

export type InspectionProblem =
  | { readonly kind: 'damaged' | 'foreign'; readonly reason: string }
  | { readonly kind: 'refused'; readonly error: OpenProfileError }

/**
 * Looks at a database without changing a byte of it or of its -wal, and says whether this version may work on it.
 * Opened for writing, SQLite would carry a damaged or foreign log into the file, or drop it; read-only it does not.
 * Throws what says nothing about the content (no access, full disk, locked by another program).
 */
export function inspectDatabase(
  file: string,
  shipped: readonly Migration[],
  expectedProfileId: string | undefined,
): Result<Findings, InspectionProblem> {
  const hasLog = (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0
  let db: Database.Database | undefined
  try {
    db = new Database(file, { readonly: hasLog, fileMustExist: true })
    // Without a log there is nothing to lose by opening it for writing, and no -shm file is made, which a full disk
    // would refuse.
    if (!hasLog) db.pragma('locking_mode = EXCLUSIVE')
    return inspect(db, shipped, expectedProfileId, hasLog)
  } catch (error) {
    const code = sqliteCode(error)
    if (code === 'SQLITE_NOTADB') return err({ kind: 'damaged', reason: 'it is not a database any more' })
    if (code !== undefined && UNREADABLE.test(code)) {
      return err({ kind: 'damaged', reason: error instanceof Error ? error.message : code })
    }
    throw error
  } finally {
    db?.close()
  }
}

const UNREADABLE = /^SQLITE_(CORRUPT|FORMAT|ERROR|NOTFOUND|IOERR$|IOERR_(READ|SHORT_READ|CORRUPTFS|DATA|SEEK))/

function inspect(
  db: Database.Database,
  shipped: readonly Migration[],
  expectedProfileId: string | undefined,
  hasLog: boolean,
): Result<Findings, InspectionProblem> {
  const applicationId = db.pragma('application_id', { simple: true })
  if (applicationId !== APPLICATION_ID) {
    return err({ kind: 'foreign', reason: 'it is a database of another program' })
  }
  const row = readProfileRow(db)
  if (row === undefined) return err({ kind: 'damaged', reason: 'the row that names the profile is gone' })
  const pending = pendingMigrations(db, shipped)
  if (!pending.ok) return err({ kind: 'refused', error: pending.error })
  if (db.pragma('user_version', { simple: true }) !== profileMark(row.profileId)) {
    return err({ kind: 'foreign', reason: 'the file or the log beside it (stint.db-wal) came from another profile' })
  }
  const problem = hasLog ? fullCheck(db) : quickCheck(db)
  if (problem !== undefined) return err({ kind: 'damaged', reason: problem })
  if (expectedProfileId !== undefined && expectedProfileId !== row.profileId) {
    return err({ kind: 'foreign', reason: 'it belongs to another profile than profile.json beside it says' })
  }
  return ok({ ...row, pending: pending.value })
}

/** The first complaint of SQLite's own check; undefined when there is none. About 10 ms per 100 000 rows. */
export function quickCheck(db: Database.Database): string | undefined {
  const answer = db.pragma('quick_check(1)', { simple: true })
  return answer === 'ok' ? undefined : String(answer)
}

/** Compares indexes with their tables as well: shows a log whose pages were never meant for this file. */
function fullCheck(db: Database.Database): string | undefined {
  const answer = db.pragma('integrity_check(1)', { simple: true })
  return answer === 'ok' ? undefined : String(answer)
}

/**
 * A number made of the profile's id, kept in page 1 of the file (`user_version`). Nearly every log carries page 1, so
 * a log that came from another profile brings another mark; SQLite itself cannot tell whose log it is.
 */
export function profileMark(profileId: string): number {
  return createHash('sha256').update(profileId).digest().readUInt32BE(0) & 0x7fffffff || 1
}

export function readProfileRow(db: Database.Database): { profileId: string; createdAtMs: number } | undefined {
  const table = db.prepare("select 1 from sqlite_schema where type = 'table' and name = 'profile'").get()
  if (table === undefined) return undefined
  const row = db.prepare('select profile_id, created_at_ms from profile where id = 1').raw().get()
  if (!Array.isArray(row)) return undefined
  const [profileId, createdAtMs] = row
  return typeof profileId === 'string' && typeof createdAtMs === 'number' ? { profileId, createdAtMs } : undefined
}
