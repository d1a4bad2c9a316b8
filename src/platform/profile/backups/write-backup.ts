import { closeSync, existsSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import type { Backup } from '../../../shared/contract/host.ts'
import { writePrivateFile } from '../../transport/private-file.ts'
import { countEntries } from '../check-invariants.ts'
import { contentDigest } from '../content-digest.ts'
import { fsyncFile, fsyncFolder } from '../durable-files.ts'
import { quickCheck, readProfileRow } from '../inspect-database.ts'
import { backupName } from './backup-name.ts'
import { type BackupNote, notePath } from './backup-note.ts'
import { sha256OfFile } from './verify-backup.ts'

/**
 * Copies the open database into `folder` and returns when the copy was read back, found equal to the source value
 * by value, and is on the disk under its name. All in one turn of the event loop, so that nothing is written
 * between copy and comparison. Throws SQLite's and the file system's errors; then no file is left behind.
 */
export function writeBackup(db: Database.Database, folder: string, reason: Backup['reason'], nowMs: number): Backup {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  removeUnfinished(folder)
  const name = freeName(folder, reason, nowMs)
  const file = path.join(folder, name)
  const staging = `${file}.tmp`
  try {
    // Made first, empty, so that nobody else can read it; VACUUM INTO accepts an empty file.
    closeSync(openSync(staging, 'wx', 0o600))
    db.prepare('vacuum into ?').run(staging)
    fsyncFile(staging)
    const note = compare(db, staging, reason, nowMs)
    writePrivateFile(notePath(file), `${JSON.stringify(note, null, 2)}\n`)
    renameSync(staging, file)
    fsyncFolder(folder)
    return { name, madeAtMs: nowMs, bytes: note.bytes, reason, entries: note.entries }
  } catch (error) {
    rmSync(staging, { force: true })
    rmSync(`${staging}-journal`, { force: true })
    rmSync(notePath(file), { force: true })
    throw error
  }
}

function compare(db: Database.Database, staging: string, reason: Backup['reason'], nowMs: number): BackupNote {
  const copy = new Database(staging, { readonly: true, fileMustExist: true })
  try {
    const problem = quickCheck(copy)
    const wanted = contentDigest(db)
    const found = contentDigest(copy)
    if (problem !== undefined || wanted.digest !== found.digest) {
      throw new Error(`The backup differs from the database: ${problem ?? `${found.rows} of ${wanted.rows} rows`}`)
    }
    const row = readProfileRow(copy)
    if (row === undefined) throw new Error('The backup does not name its profile')
    return {
      madeAtMs: nowMs,
      reason,
      bytes: statSync(staging).size,
      entries: countEntries(copy),
      rows: found.rows,
      profileId: row.profileId,
      sha256: sha256OfFile(staging),
      digest: found.digest,
    }
  } finally {
    copy.close()
  }
}

function freeName(folder: string, reason: Backup['reason'], nowMs: number): string {
  for (let copy = 1; ; copy += 1) {
    const name = backupName(nowMs, reason, copy)
    if (!existsSync(path.join(folder, name))) return name
  }
}

/** What a backup that was cut short left. */
function removeUnfinished(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (/\.db\.tmp(-journal)?$/.test(name)) rmSync(path.join(folder, name), { force: true })
  }
}
