import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { writePrivateFile } from '../transport/private-file.ts'
import { errnoOf } from './file-errors.ts'

const sentinelSchema = z.object({ profileId: z.string().min(1).max(64), createdAtMs: z.int() })

/** What `profile.json` says: that a database belongs in this folder, and which. */
export type Sentinel = z.infer<typeof sentinelSchema>

/** `unreadable` counts as a trace of a profile as well: somebody wrote something there. */
export function readSentinel(file: string): Sentinel | 'absent' | 'unreadable' {
  try {
    return sentinelSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return 'absent'
    if (errnoOf(error) !== undefined && errnoOf(error) !== 'EISDIR') throw error
    return 'unreadable'
  }
}

export function writeSentinel(file: string, sentinel: Sentinel): void {
  writePrivateFile(file, `${JSON.stringify(sentinel, null, 2)}\n`)
}
