import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { err, ok, type Result } from '../../shared/result.ts'
import { fsyncFolder } from '../profile/durable-files.ts'
import { errnoOf } from '../profile/file-errors.ts'
import { writePrivateFile } from '../transport/private-file.ts'

const sealedSchema = z.base64().max(64 * 1024)

const wrappedKeySchema = z.strictObject({
  slot: z.enum(['keychain', 'key-file']),
  /** Under which name the slot has the key that opens this one. */
  name: z.string().min(1).max(100),
  sealed: sealedSchema,
})

const secretsFileSchema = z.strictObject({
  version: z.literal(1),
  /** Part of what every sealed text belongs to: nothing can be moved here from another profile. */
  profileKeyId: z.string().min(1).max(100),
  /** The profile's key, sealed by the key of each slot. More than one only while it moves. */
  keys: z.array(wrappedKeySchema).min(1).max(4),
  /** Account, field, sealed text. */
  secrets: z.array(z.tuple([z.string().max(200), z.string().max(200), sealedSchema])).max(1000),
})

export type WrappedKey = z.infer<typeof wrappedKeySchema>
export type SecretsContent = z.infer<typeof secretsFileSchema>

export function secretsFile(profileDir: string): string {
  return path.join(profileDir, 'secrets.json')
}

/** null: there is none yet. The error says what is wrong with the file. */
export function readSecretsFile(file: string): Result<SecretsContent | null, string> {
  if (!existsSync(file)) return ok(null)
  try {
    const parsed = secretsFileSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')))
    return parsed.success ? ok(parsed.data) : err('it does not look like a file of secrets')
  } catch (error) {
    if (error instanceof SyntaxError) return err('it is cut short or was changed')
    const code = errnoOf(error)
    if (code !== undefined) return err(`it cannot be read (${code})`)
    throw error
  }
}

/** Whole or not at all, and on the disk when this returns. */
export function writeSecretsFile(file: string, content: SecretsContent): Result<void, string> {
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
    writePrivateFile(file, `${JSON.stringify(content, null, 1)}\n`)
    fsyncFolder(path.dirname(file))
    return ok(undefined)
  } catch (error) {
    const code = errnoOf(error)
    if (code !== undefined) return err(`it cannot be written (${code})`)
    throw error
  }
}
