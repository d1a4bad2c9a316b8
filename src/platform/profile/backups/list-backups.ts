import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Backup } from '../../../shared/contract/host.ts'
import { errnoOf } from '../file-errors.ts'
import { parseBackupName } from './backup-name.ts'
import { readBackupNote } from './backup-note.ts'
import { verifyBackup } from './verify-backup.ts'

/** The backups in `folder`, newest first. Also a file whose note is gone, and one a person put there. */
export function listBackups(folder: string): Backup[] {
  return names(folder)
    .map((name) => toBackup(folder, name))
    .sort((a, b) => b.madeAtMs - a.madeAtMs || (a.name < b.name ? 1 : -1))
}

/** The newest backup that is whole, or null. */
export function newestGoodBackup(folder: string): string | null {
  return listBackups(folder).find(({ name }) => verifyBackup(path.join(folder, name)).ok)?.name ?? null
}

function toBackup(folder: string, name: string): Backup {
  const file = path.join(folder, name)
  const note = readBackupNote(file)
  if (note !== undefined) {
    return { name, madeAtMs: note.madeAtMs, bytes: note.bytes, reason: note.reason, entries: note.entries }
  }
  const { size, mtimeMs } = statSync(file)
  const known = parseBackupName(name) ?? { madeAtMs: Math.round(mtimeMs), reason: 'manual' as const }
  const facts = verifyBackup(file)
  return { name, ...known, bytes: size, entries: facts.ok ? facts.value.entries : 0 }
}

function names(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => /^[A-Za-z0-9][A-Za-z0-9._-]{0,116}\.db$/.test(name))
  } catch (error) {
    if (errnoOf(error) === 'ENOENT' || errnoOf(error) === 'ENOTDIR') return []
    throw error
  }
}
