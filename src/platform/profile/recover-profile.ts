import { existsSync, renameSync } from 'node:fs'
import path from 'node:path'
import type { Clock } from '../../core/ports/clock.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { listBackups, newestGoodBackup } from './backups/list-backups.ts'
import { findBackupFile, prepareRestore } from './backups/restore-backup.ts'
import { verifyBackup } from './backups/verify-backup.ts'
import { createDatabase } from './create-database.ts'
import { fsyncFolder } from './durable-files.ts'
import { fileErrorOf } from './file-errors.ts'
import { lockProfile } from './lock-profile.ts'
import type { OpenProfileError } from './open-profile-error.ts'
import { prepareFolder } from './prepare-folder.ts'
import { type ProfilePaths, profilePaths } from './profile-paths.ts'
import { readShippedMigrations } from './shipped-migrations.ts'

export interface RecoverDeps {
  readonly migrationsDir: string
  readonly clock: Clock
  readonly busyTimeoutMs?: number
}

export type RecoverError =
  | OpenProfileError
  | { readonly code: 'no-backup' | 'damaged-backup'; readonly message: string; readonly mend: string }

/** What recovery did: which backup is now the profile (null: an empty one), and where the old files are. */
export interface Recovered {
  readonly backup: string | null
  readonly setAside: readonly string[]
}

/**
 * For a profile that `openProfile` refuses as damaged, empty, missing or foreign: puts a backup (by default the
 * newest good one) or, with `empty`, a new database in its place. What was there is renamed to
 * `stint.db.damaged-<time>`, its log beside it, and never removed. The caller then opens the profile as always.
 */
export function recoverProfile(
  dir: string,
  choice: { readonly backup?: string; readonly empty?: boolean },
  deps: RecoverDeps,
): Result<Recovered, RecoverError> {
  const paths = profilePaths(dir)
  const busyTimeoutMs = deps.busyTimeoutMs ?? 3000
  try {
    const folder = prepareFolder(paths)
    if (!folder.ok) return folder
    const lock = lockProfile(paths, busyTimeoutMs)
    if (!lock.ok) return lock
    try {
      return choice.empty === true
        ? startEmpty(paths, deps, busyTimeoutMs)
        : putBack(paths, choice.backup, deps, busyTimeoutMs)
    } finally {
      lock.value.release()
    }
  } catch (error) {
    const known = fileErrorOf(error, paths.dir)
    if (known === undefined) throw error
    return err(known)
  }
}

function putBack(
  paths: ProfilePaths,
  wanted: string | undefined,
  deps: RecoverDeps,
  busyTimeoutMs: number,
): Result<Recovered, RecoverError> {
  const name = wanted ?? newestGoodBackup(paths.backups)
  const file = name === null ? undefined : findBackupFile(paths, name)
  if (name === null || file === undefined) {
    const count = listBackups(paths.backups).length
    const message = wanted === undefined ? `None of ${count} backups is good.` : `There is no backup ${wanted}.`
    return err({ code: 'no-backup', message, mend: `Look into ${paths.backups} and name one of the backups there.` })
  }
  const verified = verifyBackup(file)
  const incoming = verified.ok
    ? prepareRestore(paths, file, readShippedMigrations(deps.migrationsDir), busyTimeoutMs)
    : verified
  if (!incoming.ok) {
    const message = `The backup ${name} cannot be used: ${incoming.error}.`
    return err({ code: 'damaged-backup', message, mend: 'Choose another one; nothing was changed.' })
  }
  const aside = setAside(paths, deps.clock.nowMs())
  renameSync(incoming.value, paths.database)
  fsyncFolder(paths.dir)
  return ok({ backup: name, setAside: aside })
}

function startEmpty(paths: ProfilePaths, deps: RecoverDeps, busyTimeoutMs: number): Result<Recovered, RecoverError> {
  const migrations = readShippedMigrations(deps.migrationsDir)
  const nowMs = deps.clock.nowMs()
  const aside = setAside(paths, nowMs)
  createDatabase(paths, migrations, nowMs, busyTimeoutMs)
  return ok({ backup: null, setAside: aside })
}

/**
 * The log is renamed in step, so that SQLite would still find it beside its database. The sentinel goes with them:
 * it named what is set aside, and the next open writes it anew.
 */
function setAside(paths: ProfilePaths, nowMs: number): string[] {
  const stamp = new Date(nowMs).toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')
  let base = `stint.db.damaged-${stamp}`
  for (let copy = 2; existsSync(path.join(paths.dir, base)); copy += 1) base = `stint.db.damaged-${stamp}-${copy}`
  const moves: [from: string, to: string][] = [
    // First: cut short after this, the next open finds no database and says so.
    [paths.database, base],
    [paths.wal, `${base}-wal`],
    [paths.sentinel, `${base}-profile.json`],
  ]
  const moved: string[] = []
  for (const [from, to] of moves) {
    if (!existsSync(from)) continue
    renameSync(from, path.join(paths.dir, to))
    moved.push(to)
  }
  fsyncFolder(paths.dir)
  return moved
}
