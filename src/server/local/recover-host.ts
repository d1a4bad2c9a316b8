import { createSystemClock } from '../../platform/clock/system-clock.ts'
import { type RecoverError, type Recovered, recoverProfile } from '../../platform/profile/recover-profile.ts'
import type { Result } from '../../shared/result.ts'

/** For a profile that `openHost` refuses as damaged, empty, missing or foreign: see `recoverProfile`. */
export function recoverHost(
  profileDir: string,
  choice: { readonly backup?: string; readonly empty?: boolean },
  migrationsDir: string,
): Result<Recovered, RecoverError> {
  return recoverProfile(profileDir, choice, { migrationsDir, clock: createSystemClock() })
}
