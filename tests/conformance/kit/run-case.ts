import { checkInvariants } from './check-invariants.ts'
import { createStand, type Subject } from './create-stand.ts'
import type { Case } from './scenario.ts'
import type { WireProfile } from './wire-profile.ts'

/** One case on a fresh server, and then what always has to hold. */
export async function runCase(one: Case, profile: WireProfile, subject: Subject): Promise<void> {
  const stand = await createStand(profile, subject, one.options)
  try {
    await one.run(stand)
    checkInvariants(stand)
  } finally {
    stand.dispose()
  }
}
