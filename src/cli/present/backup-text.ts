import path from 'node:path'
import type { Backup } from '../../shared/contract/host.ts'
import { isoInstant } from './entry-json.ts'

export function backupJson({ name, madeAtMs, bytes, reason, entries }: Backup, profileDir: string) {
  return { name, file: backupFile(profileDir, name), madeAt: isoInstant(madeAtMs), bytes, reason, entries }
}

/** Where a profile keeps a backup. */
export function backupFile(profileDir: string, name: string): string {
  return path.join(profileDir, 'backups', name)
}

/** `412 kB`, `8.2 MB`: thousands, as disks are sold. */
export function bytesText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}
