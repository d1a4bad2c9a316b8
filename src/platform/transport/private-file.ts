import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'

/**
 * Replaces a file whole: readers see the old text or the new, never a part. Readable by its owner only (0600),
 * for these files hold secrets. Throws what the file system throws.
 */
export function writePrivateFile(path: string, text: string): void {
  const staging = `${path}.${randomBytes(6).toString('hex')}.tmp`
  try {
    const file = openSync(staging, 'wx', 0o600)
    try {
      writeFileSync(file, text)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(staging, path)
  } catch (error) {
    rmSync(staging, { force: true })
    throw error
  }
}
