import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { err, ok, type Result } from '../../shared/result.ts'
import { notADirectory } from './file-errors.ts'
import type { OpenProfileError } from './open-profile-error.ts'
import type { ProfilePaths } from './profile-paths.ts'

/** Makes the profile's folder, for its owner only, where it is missing. Throws where it cannot be written. */
export function prepareFolder(paths: ProfilePaths): Result<void, OpenProfileError> {
  const there = nearestThatExists(paths.dir)
  if (!statSync(there).isDirectory()) return err(notADirectory(there))
  // Asked before SQLite is: what it cannot write it opens for reading alone, and then locks nothing. And before
  // mkdir, which calls a read-only disk a missing folder.
  accessSync(there, constants.R_OK | constants.W_OK | constants.X_OK)
  if (there !== paths.dir) mkdirSync(paths.dir, { recursive: true, mode: 0o700 })
  for (const file of [paths.lock, paths.database]) {
    if (existsSync(file)) accessSync(file, constants.R_OK | constants.W_OK)
  }
  return ok(undefined)
}

function nearestThatExists(dir: string): string {
  return existsSync(dir) || path.dirname(dir) === dir ? dir : nearestThatExists(path.dirname(dir))
}
