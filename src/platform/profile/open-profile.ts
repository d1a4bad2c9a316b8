import { existsSync, statSync } from 'node:fs'
import type Database from 'better-sqlite3'
import type { Clock } from '../../core/ports/clock.ts'
import type { Log } from '../../core/ports/log.ts'
import type { Backups, Diagnostics } from '../../core/ports/profile-files.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { createDbHandle, type DbHandle } from '../db/db-handle.ts'
import { createBackups } from './backups/create-backups.ts'
import { listBackups, newestGoodBackup } from './backups/list-backups.ts'
import { noteProfile, removeIncoming } from './backups/restore-backup.ts'
import { writeBackup } from './backups/write-backup.ts'
import { checkInvariants } from './check-invariants.ts'
import { openConnection } from './connection.ts'
import { createDatabase } from './create-database.ts'
import { createDiagnostics, type ExtraCheck } from './diagnostics/create-diagnostics.ts'
import { fileErrorOf } from './file-errors.ts'
import { type Findings, inspectDatabase } from './inspect-database.ts'
import { lockProfile } from './lock-profile.ts'
import { migrateProfile } from './migrate-profile.ts'
import type { OpenProfileError } from './open-profile-error.ts'
import { prepareFolder } from './prepare-folder.ts'
import type { ProfileLock } from './profile-lock.ts'
import { type ProfilePaths, profilePaths } from './profile-paths.ts'
import { damagedError, emptyFile, foreignFile, missingDatabase } from './profile-problems.ts'
import { readSentinel } from './sentinel.ts'
import { type Migration, readShippedMigrations } from './shipped-migrations.ts'

export interface OpenProfileDeps {
  /** Folder of drizzle-kit's SQL: `drizzle/local`, or its copy in a build. */
  readonly migrationsDir: string
  readonly clock: Clock
  readonly log: Log
  /** How long to wait for another owner to finish before `in-use`; a one-off command lasts less. Default 3000. */
  readonly busyTimeoutMs?: number
  /** Checks of the host's own for `doctor`. */
  readonly extraChecks?: readonly ExtraCheck[]
  /** Tables that a migration is meant to take rows from. */
  readonly mayShrink?: readonly string[]
}

export interface Profile {
  readonly dir: string
  readonly profileId: string
  readonly db: DbHandle
  readonly backups: Backups
  readonly diagnostics: Diagnostics
  /** true: this call made the profile. */
  readonly created: boolean
  /** The backup that was made before this version's migrations ran; null when none had to run. */
  readonly migratedFrom: string | null
  /** Whether anything was written since it was opened. */
  changed(): boolean
  /** Writes all to the one file and lets go of the profile. Again is harmless. */
  close(): Promise<void>
}

/**
 * Opens the profile in `dir`, making it where there is none and no trace of an older one. The one way to a database:
 * lock, look at it read-only, open it as sole owner, migrate behind a verified backup, check. An error value leaves
 * every file as it was; nothing is ever repaired, renamed or started anew without being asked (`recoverProfile`).
 */
export async function openProfile(dir: string, deps: OpenProfileDeps): Promise<Result<Profile, OpenProfileError>> {
  const paths = profilePaths(dir)
  const busyTimeoutMs = deps.busyTimeoutMs ?? 3000
  let lock: ProfileLock | undefined
  try {
    const folder = prepareFolder(paths)
    if (!folder.ok) return folder
    const locked = lockProfile(paths, busyTimeoutMs)
    if (!locked.ok) return locked
    lock = locked.value
    const opened = openLocked(paths, deps, busyTimeoutMs, lock)
    if (!opened.ok) lock.release()
    return opened
  } catch (error) {
    lock?.release()
    const known = fileErrorOf(error, paths.dir)
    if (known === undefined) throw error
    return err(known)
  }
}

function openLocked(
  paths: ProfilePaths,
  deps: OpenProfileDeps,
  busyTimeoutMs: number,
  lock: ProfileLock,
): Result<Profile, OpenProfileError> {
  const shipped = readShippedMigrations(deps.migrationsDir)
  const present = findDatabase(paths)
  if (!present.ok) return present
  if (present.value === 'absent') createDatabase(paths, shipped, deps.clock.nowMs(), busyTimeoutMs)
  removeIncoming(paths)
  const findings = look(paths, shipped)
  if (!findings.ok) return findings
  const db = openConnection(paths.database, busyTimeoutMs)
  try {
    const ready = makeReady(db, paths, deps, findings.value)
    if (!ready.ok) {
      db.close()
      return ready
    }
    const created = present.value === 'absent'
    return ok(assemble(db, { paths, deps, busyTimeoutMs, lock, shipped, created, migratedFrom: ready.value }))
  } catch (error) {
    db.close()
    throw error
  }
}

/** New only where nothing says that there ever was a profile here. */
function findDatabase(paths: ProfilePaths): Result<'present' | 'absent', OpenProfileError> {
  const stat = statSync(paths.database, { throwIfNoEntry: false })
  if (stat === undefined) {
    const traces =
      readSentinel(paths.sentinel) !== 'absent' || listBackups(paths.backups).length > 0 || existsSync(paths.wal)
    return traces ? err(missingDatabase(paths, newestGoodBackup(paths.backups))) : ok('absent')
  }
  if (!stat.isFile()) {
    return err(foreignFile(paths, 'it is not a file', newestGoodBackup(paths.backups)))
  }
  // SQLite takes an empty file for a new database and deletes a log it finds beside it, which may hold everything.
  return stat.size === 0 ? err(emptyFile(paths, newestGoodBackup(paths.backups))) : ok('present')
}

function look(paths: ProfilePaths, shipped: readonly Migration[]): Result<Findings, OpenProfileError> {
  const sentinel = readSentinel(paths.sentinel)
  const expected = typeof sentinel === 'object' ? sentinel.profileId : undefined
  const findings = inspectDatabase(paths.database, shipped, expected)
  if (findings.ok) return findings
  const problem = findings.error
  if (problem.kind === 'refused') return err(problem.error)
  const newestBackup = newestGoodBackup(paths.backups)
  // A file that is no database counts as ours gone bad where we left traces, else as somebody's file of that name.
  const isOurs = problem.kind === 'damaged' && (sentinel !== 'absent' || newestBackup !== null)
  return err(
    isOurs ? damagedError(paths, problem.reason, newestBackup) : foreignFile(paths, problem.reason, newestBackup),
  )
}

/** Migrates where needed, and checks. Answers the name of the backup made before, or null. */
function makeReady(
  db: Database.Database,
  paths: ProfilePaths,
  { clock, log, mayShrink }: OpenProfileDeps,
  { pending }: Findings,
): Result<string | null, OpenProfileError> {
  const backup = pending.length === 0 ? null : writeBackup(db, paths.backups, 'migration', clock.nowMs()).name
  const migrated = migrateProfile(db, pending, mayShrink)
  if (!migrated.ok) {
    return err({
      code: 'migration-failed',
      ...migrated.error,
      backup,
      message: `The profile could not be brought up to this version: ${migrated.error.reason}.`,
      mend: 'Go on with the version you had before; nothing was changed. Please report this.',
    })
  }
  if (backup !== null) log.info({ backup, migrations: pending.map(({ tag }) => tag) }, 'profile migrated')
  const broken = checkInvariants(db)
  if (broken !== undefined) return err(damagedError(paths, broken, newestGoodBackup(paths.backups)))
  if (readSentinel(paths.sentinel) === 'absent') noteProfile(paths, db)
  return ok(backup)
}

interface Assembly {
  readonly paths: ProfilePaths
  readonly deps: OpenProfileDeps
  readonly busyTimeoutMs: number
  readonly lock: ProfileLock
  readonly shipped: readonly Migration[]
  readonly created: boolean
  readonly migratedFrom: string | null
}

function assemble(first: Database.Database, assembly: Assembly): Profile {
  const { paths, deps, busyTimeoutMs, lock, shipped, created, migratedFrom } = assembly
  const db = createDbHandle(first)
  const writesSince = (open: Database.Database) => Number(open.prepare('select total_changes()').pluck().get())
  const backups = createBackups({ paths, db, clock: deps.clock, log: deps.log, shipped, busyTimeoutMs })
  let unchanged = { db: first, writes: writesSince(first) }
  db.onReopen(() => {
    unchanged = { db: db.current(), writes: 0 }
  })
  return {
    dir: paths.dir,
    profileId: String(first.prepare('select profile_id from profile where id = 1').pluck().get()),
    db,
    backups,
    diagnostics: createDiagnostics({
      paths,
      db,
      clock: deps.clock,
      busyTimeoutMs,
      extraChecks: deps.extraChecks ?? [],
    }),
    created,
    migratedFrom,
    changed: () => writesSince(unchanged.db) > unchanged.writes,
    async close() {
      await backups.settled()
      if (db.current().open) db.current().close()
      lock.release()
    },
  }
}
