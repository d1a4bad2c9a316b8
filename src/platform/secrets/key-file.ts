import { randomBytes } from 'node:crypto'
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { err, ok, type Result } from '../../shared/result.ts'
import { fsyncFolder } from '../profile/durable-files.ts'
import { errnoOf } from '../profile/file-errors.ts'
import { writePrivateFile } from '../transport/private-file.ts'
import { KEY_BYTES } from './seal.ts'

type Trouble = { readonly kind: 'key-lost' | 'not-written'; readonly says: string }
type Env = Readonly<Record<string, string | undefined>>

/**
 * `secrets.key` in the person's configuration folder, away from the profile: who copies or backs up the profile
 * alone has no key with it. It does not protect from who can read both.
 */
export function defaultKeyFile(env: Env, platform: NodeJS.Platform = process.platform): string {
  if (platform === 'win32') {
    const local = env['LOCALAPPDATA'] ?? ''
    return path.join(local === '' ? path.join(os.homedir(), 'AppData', 'Local') : local, 'Stint', 'secrets.key')
  }
  const configured = env['XDG_CONFIG_HOME'] ?? ''
  // The XDG rules say that a relative path is to be ignored.
  const base = path.isAbsolute(configured) ? configured : path.join(os.homedir(), '.config')
  return path.join(base, 'stint', 'secrets.key')
}

/** The key of the file; with `make` one is made where none is. An existing file is never written to. */
export function readOrMakeKeyFile(file: string, want: 'read' | 'make'): Result<Buffer, Trouble> {
  try {
    return ok(readKey(file))
  } catch (error) {
    const code = errnoOf(error)
    if (code === 'ENOENT') return want === 'make' ? make(file) : lost(`there is no ${file}`)
    if (code !== undefined) return lost(`${file} cannot be read (${code})`)
    if (error instanceof NotAKey) return lost(`${file} holds no key`)
    throw error
  }
}

function make(file: string): Result<Buffer, Trouble> {
  const staging = `${file}.${process.pid}`
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
    writePrivateFile(staging, `${randomBytes(KEY_BYTES).toString('base64')}\n`)
    try {
      // Unlike a rename, a link does not replace: of two who make one at the same time, one wins and both use it.
      linkSync(staging, file)
    } catch (error) {
      if (errnoOf(error) !== 'EEXIST') throw error
    }
    fsyncFolder(path.dirname(file))
    return ok(readKey(file))
  } catch (error) {
    const code = errnoOf(error)
    if (code !== undefined) return err({ kind: 'not-written', says: `${file} cannot be written (${code})` })
    throw error
  } finally {
    rmSync(staging, { force: true })
  }
}

class NotAKey extends Error {}

function readKey(file: string): Buffer {
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64')
  if (key.length !== KEY_BYTES) throw new NotAKey(file)
  // Somebody may have copied it about: closed again for all others, as it was made.
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600)
  return key
}

function lost(says: string): Result<Buffer, Trouble> {
  return err({ kind: 'key-lost', says })
}
