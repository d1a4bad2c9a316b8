import { err, ok, type Result } from '../../shared/result.ts'
import { readHostFile } from '../transport/host-file.ts'
import { inUse } from './file-errors.ts'
import type { OpenProfileError } from './open-profile-error.ts'
import { acquireProfileLock, type ProfileLock } from './profile-lock.ts'
import type { ProfilePaths } from './profile-paths.ts'

/**
 * Takes the profile, waiting up to `waitMs` for a one-off command of another process to end. Not for a host that
 * says in `host.json` that it is there to stay: then the answer, with its address, comes at once.
 */
export function lockProfile(paths: ProfilePaths, waitMs: number): Result<ProfileLock, OpenProfileError> {
  const atOnce = acquireProfileLock(paths.lock, 0)
  if (atOnce !== undefined) return ok(atOnce)
  const host = readHostFile(paths.dir)
  if (host !== undefined && isAlive(host.pid)) return err(inUse(paths.dir, { pid: host.pid, url: host.url }))
  const later = acquireProfileLock(paths.lock, waitMs)
  return later === undefined ? err(inUse(paths.dir, null)) : ok(later)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it is there and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
