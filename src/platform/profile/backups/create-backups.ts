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
import { notePath } from './backup-note.ts'
import { backupsToDelete } from './backups-to-delete.ts'
import { listBackups } from './list-backups.ts'
import { findBackupFile, prepareRestore, swapIn } from './restore-backup.ts'
import { verifyBackup } from './verify-backup.ts'
import { writeBackup } from './write-backup.ts'

export interface BackupDeps {
  readonly paths: ProfilePaths
  readonly db: SwappableDb
  readonly clock: Clock
  readonly log: Log
  readonly shipped: readonly Migration[]
  readonly busyTimeoutMs: number
}

/** The port over a profile's backups folder. Each call does its work in one turn, so calls cannot mix. */
export function createBackups(deps: BackupDeps): Backups {
  const { paths, db, log, shipped, busyTimeoutMs } = deps

  function create(reason: Backup['reason'], nowMs: number): Result<Backup, AppError> {
    return asValue(() => {
      const backup = writeBackup(db.current(), paths.backups, reason, nowMs)
      log.info({ backup: backup.name, bytes: backup.bytes }, 'backup made')
      prune(deps, nowMs)
      return ok(backup)
    })
  }

  function restore(name: string, nowMs: number): Result<{ replaced: Backup; entries: number }, AppError> {
    const file = findBackupFile(paths, name)
    if (file === undefined) {
      return err(appError('not-found', `There is no backup ${name}.`, { kind: 'backup', id: name }))
    }
    const verified = verifyBackup(file)
    if (!verified.ok) return err(damaged(name, verified.error))
    return asValue(() => {
      const incoming = prepareRestore(paths, file, shipped, busyTimeoutMs)
      if (!incoming.ok) return err(damaged(name, incoming.error))
      const replaced = writeBackup(db.current(), paths.backups, 'restore', nowMs)
      const entries = swapIn(paths, db, incoming.value, busyTimeoutMs)
      log.info({ restored: name, replaced: replaced.name, entries }, 'backup restored')
      return ok({ replaced, entries })
    })
  }

  return {
    list: () => listBackups(paths.backups),
    create: async (reason, nowMs) => create(reason, nowMs),
    restore: async (name, nowMs) => restore(name, nowMs),
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

function asValue<T>(work: () => Result<T, AppError>): Result<T, AppError> {
  try {
    return work()
  } catch (error) {
    const known = storeErrorOf(error) ?? fileError(error)
    if (known === undefined) throw error
    return err(known)
  }
}

function fileError(error: unknown): AppError | undefined {
  switch (errnoOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return appError('disk-full', 'The disk is full, so no backup was made. Free some space and try again.', {})
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return appError('read-only', 'The backups folder cannot be written. Check its permissions.', {})
    default:
      return undefined
  }
}
