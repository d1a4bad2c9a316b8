import { type AppError, appError } from '../../shared/errors.ts'

/**
 * Failures of the disk or of the file's state that a person can act on, by SQLite's result code.
 * Anything else (a broken constraint, bad SQL) is a bug and stays an exception.
 */
export function storeErrorOf(error: unknown): AppError | undefined {
  const code = sqliteCode(error)
  if (code === undefined) return undefined
  if (code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_WRITE' || code === 'SQLITE_IOERR_FSYNC') {
    return appError('disk-full', 'The disk is full, so nothing was changed. Free some space and try again.', {})
  }
  if (code.startsWith('SQLITE_READONLY') || code === 'SQLITE_CANTOPEN') {
    return appError(
      'read-only',
      'The profile cannot be written, so nothing was changed. Check the permissions of its folder.',
      {},
    )
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return appError('busy', 'Another program holds the profile. Try again in a moment.', {})
  }
  return undefined
}

export function sqliteCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('SQLITE_')
    ? error.code
    : undefined
}
