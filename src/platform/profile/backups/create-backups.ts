import { rmSync } from 'node:fs'
import path from 'node:path'
import type Database from 'better-sqlite3'
import { z } from 'zod'
import type { Clock } from '../../../core/ports/clock.ts'
import type { Log } from '../../../core/ports/log.ts'
import type { Backups } from '../../../core/ports/profile-files.ts'
import type { Backup } from '../../../shared/contract/host.ts'
import { type AppError, appError } from '../../../shared/errors.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { SwappableDb } from '../../db/db-handle.ts'
import { storeErrorOf } from '../../db/sqlite-errors.ts'
import { errnoOf } from '../file-errors.ts'
import type { ProfilePaths } from '../profile-paths.ts'
import type { Migration } from '../shipped-migrations.ts'
import { drainInTurns } from '../steps.ts'
import { notePath } from './backup-note.ts'
import { backupsToDelete } from './backups-to-delete.ts'
import { listBackups } from './list-backups.ts'
import { findBackupFile, prepareRestore, swapIn } from './restore-backup.ts'
import { verifyBackup } from './verify-backup.ts'
import { backupSteps, CHANGED_MEANWHILE, writeBackup } from './write-backup.ts'

export interface BackupDeps {
  readonly paths: ProfilePaths
  readonly db: SwappableDb
  readonly clock: Clock
  readonly log: Log
  readonly shipped: readonly Migration[]
  readonly busyTimeoutMs: number
}

/** The port as the profile holds it. */
export interface ProfileBackups extends Backups {
  /** When every backup and restore that was asked for is done. */
  settled(): Promise<void>
}

const PATIENT_TRIES = 2

/** The port over a profile's backups folder. Calls wait for each other; others have their turn while one is made. */
export function createBackups(deps: BackupDeps): ProfileBackups {
  const { paths, db, log, shipped, busyTimeoutMs } = deps
  let last: Promise<unknown> = Promise.resolve()

  /** Failures belong to their own caller, not to the next in line. */
  function inTurn<T>(work: () => Promise<T> | T): Promise<T> {
    const result = last.then(work)
    last = result.catch(() => undefined)
    return result
  }

  async function write(reason: Backup['reason'], nowMs: number): Promise<Backup> {
    for (let left = PATIENT_TRIES; left > 0; left -= 1) {
      const made = await drainInTurns(backupSteps(db.current(), paths.backups, reason, nowMs))
      if (made !== CHANGED_MEANWHILE) return made
    }
    // Someone is busy writing: hold them up for once.
    return writeBackup(db.current(), paths.backups, reason, nowMs)
  }

  async function create(reason: Backup['reason'], nowMs: number): Promise<Result<Backup, AppError>> {
    try {
      const backup = await write(reason, nowMs)
      log.info({ backup: backup.name, bytes: backup.bytes }, 'backup made')
      prune(deps, nowMs)
      return ok(backup)
    } catch (error) {
      return err(asValue(error))
    }
  }

  function restore(name: string, nowMs: number): Result<{ replaced: Backup; entries: number }, AppError> {
    const file = findBackupFile(paths, name)
    if (file === undefined) {
      return err(appError('not-found', `There is no backup ${name}.`, { kind: 'backup', id: name }))
    }
    const verified = verifyBackup(file)
    if (!verified.ok) return err(damaged(name, verified.error))
    try {
      const incoming = prepareRestore(paths, file, shipped, busyTimeoutMs)
      if (!incoming.ok) return err(damaged(name, incoming.error))
      const replaced = writeBackup(db.current(), paths.backups, 'restore', nowMs)
      const entries = swapIn(paths, db, incoming.value, busyTimeoutMs)
      log.info({ restored: name, replaced: replaced.name, entries }, 'backup restored')
      return ok({ replaced, entries })
    } catch (error) {
      return err(asValue(error))
    }
  }

  return {
    list: () => listBackups(paths.backups),
    create: (reason, nowMs) => inTurn(() => create(reason, nowMs)),
    restore: (name, nowMs) => inTurn(() => restore(name, nowMs)),
    settled: () => inTurn(() => undefined),
  }
}

function prune({ paths, db, clock, log }: BackupDeps, nowMs: number): void {
  const retention = { kept: backupsKept(db.current()), nowMs, zone: clock.zone() }
  for (const name of backupsToDelete(listBackups(paths.backups), retention)) {
    const file = path.join(paths.backups, name)
    rmSync(file, { force: true })
    rmSync(notePath(file), { force: true })
    log.info({ backup: name }, 'old backup removed')
  }
}

const DEFAULT_KEPT = 14
const keptSchema = z.object({ backupsKept: z.int().min(3).max(365) })

/** The person's setting, read here because backups are made before and without the store. */
export function backupsKept(db: Database.Database): number {
  const table = db.prepare("select 1 from sqlite_schema where type = 'table' and name = 'settings'").get()
  if (table === undefined) return DEFAULT_KEPT
  const text = db.prepare("select value_json from settings where id = 'settings'").pluck().get()
  const parsed = keptSchema.safeParse(typeof text === 'string' ? JSON.parse(text) : undefined)
  return parsed.success ? parsed.data.backupsKept : DEFAULT_KEPT
}

function damaged(name: string, reason: string): AppError {
  return appError('damaged-backup', `The backup ${name} cannot be used: ${reason}. Choose another one.`, {
    name,
    reason,
  })
}

function asValue(error: unknown): AppError {
  const known = storeErrorOf(error) ?? fileError(error)
  if (known === undefined) throw error
  return known
}

function fileError(error: unknown): AppError | undefined {
  switch (errnoOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return appError('disk-full', 'The disk is full, so no backup was made. Free some space and try again.', {})
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
    // Something else has the folder's name.
    case 'EEXIST':
    case 'ENOTDIR':
      return appError('read-only', 'The backups folder cannot be written. Check its permissions.', {})
    default:
      return undefined
  }
}
