import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { backupSchema } from '../../../shared/contract/host.ts'
import { errnoOf } from '../file-errors.ts'

const noteSchema = z.object({
  madeAtMs: backupSchema.shape.madeAtMs,
  reason: backupSchema.shape.reason,
  bytes: z.int().min(0),
  entries: z.int().min(0),
  rows: z.int().min(0),
  profileId: z.string(),
  /** Of the whole file: what finds a byte that flipped on the disk years later. */
  sha256: z.string(),
  /** Of the content, equal to that of the database at the moment of the backup. */
  digest: z.string(),
})

/** What was known of a backup when it was made; kept beside it as `<name>.json`. */
export type BackupNote = z.infer<typeof noteSchema>

export function notePath(backupFile: string): string {
  return backupFile.replace(/\.db$/, '.json')
}

/** undefined where the note is gone or unreadable: the backup can still be checked by its structure. */
export function readBackupNote(backupFile: string): BackupNote | undefined {
  try {
    const parsed = noteSchema.safeParse(JSON.parse(readFileSync(notePath(backupFile), 'utf8')))
    return parsed.success ? parsed.data : undefined
  } catch (error) {
    if (error instanceof SyntaxError || errnoOf(error) === 'ENOENT') return undefined
    throw error
  }
}
