import type { Stand, StandOptions } from './create-stand.ts'
import type { WireProfile } from './wire-profile.ts'

/** One thing that an adapter has to get right, alone with a fresh server. */
export interface Case {
  readonly name: string
  readonly options?: StandOptions
  run(stand: Stand): Promise<void>
}

/** A scenario of the kit. Where a vendor cannot do it, its cases are others: those that show that the adapter says so. */
export interface Scenario {
  readonly id: string
  readonly title: string
  cases(profile: WireProfile): readonly Case[]
}
