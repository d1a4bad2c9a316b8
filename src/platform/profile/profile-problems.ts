import type { OpenProfileError } from './open-profile-error.ts'
import type { ProfilePaths } from './profile-paths.ts'

export function damagedError(paths: ProfilePaths, reason: string, newestBackup: string | null): OpenProfileError {
  return {
    code: 'damaged',
    reason,
    newestBackup,
    message: `The database ${paths.database} is damaged: ${reason}.`,
    mend: offer(newestBackup),
  }
}

export function emptyFile(paths: ProfilePaths, newestBackup: string | null): OpenProfileError {
  return {
    code: 'empty-file',
    newestBackup,
    message: `The database ${paths.database} is empty, though it never is when Stint made it.`,
    mend: offer(newestBackup),
  }
}

export function missingDatabase(paths: ProfilePaths, newestBackup: string | null): OpenProfileError {
  return {
    code: 'missing-database',
    newestBackup,
    message: `The database ${paths.database} is gone, though ${paths.dir} has been a profile.`,
    mend: offer(newestBackup),
  }
}

export function foreignFile(paths: ProfilePaths, reason: string, newestBackup: string | null): OpenProfileError {
  return {
    code: 'foreign',
    reason,
    newestBackup,
    message: `${paths.database} is not the database of this profile: ${reason}.`,
    mend: newestBackup === null ? 'Move it away, or choose another folder with --profile.' : offer(newestBackup),
  }
}

function offer(newestBackup: string | null): string {
  return newestBackup === null
    ? 'No good backup was found. Put back a copy of stint.db from elsewhere, or start an empty profile with "stint restore --empty"; the file that is there is kept under another name.'
    : `Put back the newest good backup with "stint restore ${newestBackup}"; the file that is there is kept under another name.`
}
