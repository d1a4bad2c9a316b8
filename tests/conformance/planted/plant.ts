import type { Subject } from '../kit/create-stand.ts'

/** An adapter with one bug, and the scenario that must not let it pass. */
export interface Plant extends Subject {
  readonly bug: string
  readonly caughtBy: string
}
