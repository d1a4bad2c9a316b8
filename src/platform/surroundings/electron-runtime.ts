import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

/**
 * Which Electron there is to run the desktop app: the one this process is, or the one of the checkout. undefined where the
 * package is absent (a server installed without it) or its runtime was never downloaded.
 */
export function electronRuntime(): string | undefined {
  if (process.versions.electron !== undefined) return process.versions.electron
  try {
    const manifest = createRequire(import.meta.url).resolve('electron/package.json')
    const dir = path.dirname(manifest)
    // Electron's installer writes the name of the program it unpacked into this file.
    const program = path.join(dir, 'dist', readFileSync(path.join(dir, 'path.txt'), 'utf8').trim())
    return existsSync(program) ? versionIn(manifest) : undefined
  } catch {
    // No package, or no runtime in it: the same answer, and no more can be learned from which.
    return undefined
  }
}

function versionIn(manifest: string): string {
  const parsed: unknown = JSON.parse(readFileSync(manifest, 'utf8'))
  const version: unknown = typeof parsed === 'object' && parsed !== null ? Reflect.get(parsed, 'version') : undefined
  return typeof version === 'string' ? version : 'of unknown version'
}
