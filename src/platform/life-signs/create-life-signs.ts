import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { LifeSigns } from '../../core/ports/life-signs.ts'
import type { Log } from '../../core/ports/log.ts'
import { awaySchema } from '../../shared/contract/absence.ts'
import { instantSchema } from '../../shared/contract/primitives.ts'

const lifeSignSchema = z.strictObject({
  atMs: instantSchema,
  entryId: z.string().max(64),
  away: awaySchema.nullable(),
  ended: z.boolean(),
})

/**
 * `presence.json` in the profile. Losing it costs a question, never time: so a failure is noted and nothing stops. Written
 * beside and renamed, so that a crash leaves the one before; not synced to the disk, which would wake it each minute.
 */
export function createLifeSigns(profileDir: string, log: Log): LifeSigns {
  const file = path.join(profileDir, 'presence.json')
  const attempt = (what: string, work: () => void) => {
    try {
      work()
    } catch (err) {
      log.warn({ err }, what)
    }
  }
  return {
    read() {
      try {
        return lifeSignSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
      } catch (err) {
        if (err instanceof Error && 'code' in err && err.code === 'ENOENT') return null
        log.warn({ err }, 'The last sign of life cannot be read')
        return null
      }
    },
    write: (sign) =>
      attempt('The sign of life was not written', () => {
        writeFileSync(`${file}.new`, JSON.stringify(sign), { mode: 0o600 })
        renameSync(`${file}.new`, file)
      }),
    clear: () =>
      attempt('The sign of life was not removed', () => {
        rmSync(file, { force: true })
      }),
  }
}
