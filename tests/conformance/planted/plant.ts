import type { Subject } from '../kit/create-stand.ts'
import type { WireProfile } from '../kit/wire-profile.ts'

/** An adapter with one bug, and the scenario that must not let it pass. */
export interface Plant extends Subject {
  readonly bug: string
  readonly caughtBy: string
  /** Toggl's where none is named. */
  readonly profile?: WireProfile
}
