import type { Clock } from '../../core/ports/clock.ts'
import type { Log } from '../../core/ports/log.ts'
import type { StintRouter } from '../../platform/transport/rpc-handler.ts'

/** A profile that this process owns, with the core on top of it. */
export interface OpenedHost {
  readonly core: { readonly router: StintRouter }
  readonly profileDir: string
  readonly version: string
  readonly clock: Clock
  readonly log: Log
  /** Ends the core's work, makes the backup that is due, closes and releases the profile. */
  dispose(): Promise<void>
}
