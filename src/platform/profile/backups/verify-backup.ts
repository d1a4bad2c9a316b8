import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { err, ok, type Result } from '../../../shared/result.ts'
import { sqliteCode } from '../../db/sqlite-errors.ts'
import { countEntries } from '../check-invariants.ts'
import { APPLICATION_ID } from '../connection.ts'
import { errnoOf } from '../file-errors.ts'
import { quickCheck, readProfileRow } from '../inspect-database.ts'
import { drain } from '../steps.ts'
import { readBackupNote } from './backup-note.ts'

export interface BackupFacts {
  readonly profileId: string
  readonly entries: number
  readonly bytes: number
  /** false: its note is gone, so a byte flipped inside a value would not show. */
  readonly digestKnown: boolean
}

/** Whether a backup is what it was when it was made. The error says, in a few words, what is wrong with it. */
export function verifyBackup(file: string): Result<BackupFacts, string> {
  try {
    const bytes = statSync(file).size
    if (bytes === 0) return err('the file is empty')
    const note = readBackupNote(file)
    if (note !== undefined && note.bytes !== bytes) return err(`it has ${bytes} bytes and had ${note.bytes}`)
    if (note !== undefined && note.sha256 !== drain(sha256Steps(file)))
      return err('its bytes changed since it was made')
    return verifyContent(file, bytes, note !== undefined)
  } catch (error) {
    const reason = sqliteCode(error) ?? errnoOf(error)
    if (reason === undefined) throw error
    return err(reason === 'ENOENT' ? 'the file is gone' : error instanceof Error ? error.message : reason)
  }
}

function verifyContent(file: string, bytes: number, digestKnown: boolean): Result<BackupFacts, string> {
  const db = new Database(file, { readonly: true, fileMustExist: true })
  try {
    if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) return err('it is not a database of Stint')
    const problem = quickCheck(db)
    if (problem !== undefined) return err(problem)
    const row = readProfileRow(db)
    if (row === undefined) return err('the row that names the profile is gone')
    return ok({ profileId: row.profileId, entries: countEntries(db), bytes, digestKnown })
  } finally {
    db.close()
  }
}

/** In pieces: a backup may be larger than is good to hold in memory, or to read in one turn of the event loop. */
export function* sha256Steps(file: string): Generator<void, string> {
  const hash = createHash('sha256')
  const piece = Buffer.allocUnsafe(1 << 22)
  const handle = openSync(file, 'r')
  try {
    for (let read = readSync(handle, piece); read > 0; read = readSync(handle, piece)) {
      hash.update(piece.subarray(0, read))
      yield
    }
  } finally {
    closeSync(handle)
  }
  return hash.digest('hex')
}
