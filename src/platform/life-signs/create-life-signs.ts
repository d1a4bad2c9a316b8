import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { LifeSigns } from '../../core/ports/life-signs.ts'
import type { Log } from '../../core/ports/log.ts'
import { awaySchema } from '../../shared/contract/absence.ts'
import { instantSchema } from '../../shared/contract/primitives.ts'

const lifeSignSchema = z.strictObject({
  atMs: instantSchema,
  entryId: z.string(),
  away: awaySchema.nullable(),
  ended: z.boolean(),
})

/** `presence.json` in the profile. Losing it costs a question, never time: so a failure is noted and nothing stops. */
export function createLifeSigns(profileDir: string, log: Log): LifeSigns {
  const file = path.join(profileDir, 'presence.json')
  return {
    read() {
      try {
        return lifeSignSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
        log.warn({ err: error }, 'The last sign of life cannot be read')
        return null
      }
    },
    write(sign) {
      try {
        mkdirSync(profileDir, { recursive: true })
        writeFileSync(file, JSON.stringify(sign), { mode: 0o600 })
      } catch (error) {
        log.warn({ err: error }, 'The sign of life was not written')
      }
    },
    clear() {
      rmSync(file, { force: true })
    },
  }
}
