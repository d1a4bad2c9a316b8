import { closeSync, fchmodSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'

/**
 * Replaces a file whole: readers see the old text or the new, never a part. Readable by its owner only (0600),
 * for these files hold secrets. Throws what the file system throws.
 */
export function writePrivateFile(path: string, text: string): void {
  // One name, so that a process that dies here leaves one file behind and not one per death.
  const staging = `${path}.tmp`
  try {
    const file = openSync(staging, 'w', 0o600)
    try {
      fchmodSync(file, 0o600)
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
