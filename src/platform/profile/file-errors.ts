import { sqliteCode } from '../db/sqlite-errors.ts'
import type { OpenProfileError } from './open-profile-error.ts'

/** The code of a file system error (`ENOENT`), or undefined for any other value. */
export function errnoOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && 'syscall' in error
    ? error.code
    : undefined
}

/** Failures of folder, disk or permissions as values; anything else is a bug and stays an exception. */
export function fileErrorOf(error: unknown, dir: string): OpenProfileError | undefined {
  switch (sqliteCode(error) ?? errnoOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'SQLITE_FULL':
    // SQLite says these where the system would not say why; a full disk is nearly always why.
    case 'SQLITE_IOERR_WRITE':
    case 'SQLITE_IOERR_FSYNC':
    case 'SQLITE_IOERR_SHMOPEN':
    case 'SQLITE_IOERR_SHMSIZE':
    case 'SQLITE_IOERR_SHMMAP':
      return {
        code: 'disk-full',
        message: `The disk that holds ${dir} is full.`,
        mend: 'Free some space and start again; nothing was changed.',
      }
    case 'SQLITE_BUSY':
    case 'SQLITE_LOCKED':
      return inUse(dir, null)
    case 'EROFS':
    case 'SQLITE_READONLY':
    case 'SQLITE_READONLY_DIRECTORY':
    case 'SQLITE_READONLY_DBMOVED':
    case 'SQLITE_READONLY_ROLLBACK':
    case 'SQLITE_READONLY_RECOVERY':
    case 'SQLITE_READONLY_CANTINIT':
      return readOnly(dir)
    case 'EACCES':
    case 'EPERM':
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_PERM':
      return {
        code: 'no-access',
        message: `The profile folder ${dir} cannot be read and written by you.`,
        mend: 'Give yourself the right to read and write it, or choose another folder with --profile.',
      }
    case 'ENOTDIR':
    case 'EEXIST':
      return notADirectory(dir)
    default:
      return undefined
  }
}

export function inUse(dir: string, owner: { pid: number; url: string } | null): OpenProfileError {
  return {
    code: 'in-use',
    owner,
    message:
      owner === null
        ? `Another program is using the profile in ${dir}.`
        : `Stint is already running on the profile in ${dir} (process ${owner.pid}, ${owner.url}).`,
    mend:
      owner === null ? 'Wait until it is done or end it, then try again.' : `Use it at ${owner.url}, or stop it first.`,
  }
}

function readOnly(dir: string): OpenProfileError {
  return {
    code: 'read-only',
    message: `The profile in ${dir} cannot be written: its folder, its files or its disk are read-only.`,
    mend: 'Make them writable, or choose another folder with --profile. Nothing was changed.',
  }
}

export function notADirectory(dir: string): OpenProfileError {
  return {
    code: 'not-a-directory',
    message: `${dir} is a file, not a folder.`,
    mend: 'Choose another folder with --profile.',
  }
}
