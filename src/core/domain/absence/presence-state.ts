import type { Away } from '../../../shared/contract/absence.ts'

/** Something that keeps the person away until it ends. Several may be open at once: a locked screen on a sleeping machine. */
export type OpenCause = 'idle' | 'lock' | 'suspend' | 'shutdown' | 'user' | 'said' | 'gap'

/** Both clocks, read together: their difference tells a clock that was set from time that passed. */
export interface Reading {
  readonly atMs: number
  readonly monotonicMs: number
}

/** What is known of the person. Changed by `observe` alone. */
export interface PresenceState {
  /** The first cause and its start, frozen until the person is back; null while somebody is there. */
  readonly away: Away | null
  readonly open: ReadonlySet<OpenCause>
  /** The person said so themselves during this absence: it counts however short it was. */
  readonly said: boolean
  /** Last sure sign of the person (a key, an unlock, a command); null until the first one. */
  readonly presentAtMs: number | null
  /** When the input stopped that made 'idle' open. */
  readonly idleSinceMs: number | null
  /** Since when there is input on and on although the screen should be locked. */
  readonly inputWhileLockedSinceMs: number | null
  /** null while nobody looks regularly: then a gap says nothing. */
  readonly reading: Reading | null
  /** An absence that ended without any sign of a person (a machine that woke): it may have to go on. */
  readonly unprovenReturn: { readonly away: Away; readonly atMs: number } | null
}

export const presentState: PresenceState = {
  away: null,
  open: new Set(),
  said: false,
  presentAtMs: null,
  idleSinceMs: null,
  inputWhileLockedSinceMs: null,
  reading: null,
  unprovenReturn: null,
}
