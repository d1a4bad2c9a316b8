import type { Clock } from '../../../core/ports/clock.ts'
import type { DoctorCheck } from '../../../shared/contract/host.ts'
import type { DbHandle } from '../../db/db-handle.ts'
import type { ProfilePaths } from '../profile-paths.ts'

/** What the checks look at. */
export interface CheckedProfile {
  readonly paths: ProfilePaths
  readonly db: DbHandle
  readonly clock: Clock
  readonly busyTimeoutMs: number
}

/** A check before it has run. */
export interface PlannedCheck {
  readonly id: string
  readonly title: string
  run(): Finding
}

export interface Finding {
  readonly status: DoctorCheck['status']
  readonly detail: string
  readonly mend?: string
}
