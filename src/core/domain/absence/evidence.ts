import type { AbsencePiece } from '../../../shared/contract/absence.ts'
import type { PresenceState, Reading } from './presence-state.ts'

/** Something seen, heard or said that tells of the person, with both clocks at that moment. */
export type Evidence = Reading & EvidenceKind

export type EvidenceKind =
  /** A look at how long there was no input. undefined: this host cannot know, and only looks at the clocks. */
  | { readonly kind: 'look'; readonly idleMs: number | undefined }
  | { readonly kind: 'lock'; readonly idleMs: number | undefined }
  | { readonly kind: 'unlock' | 'suspend' | 'resume' | 'shutdown' | 'user-left' | 'user-back' }
  /** Said by the person. */
  | { readonly kind: 'away'; readonly sinceMs: number }
  | { readonly kind: 'back' }
  /** A command of the person changed what runs. They need not be at this computer: a locked screen stays locked. */
  | { readonly kind: 'command' }

export interface PresenceRules {
  /** Shorter absences are never asked about. */
  readonly thresholdMs: number
}

/** What is known now, and the absences that have just ended. */
export interface Observed {
  readonly state: PresenceState
  readonly pieces: readonly AbsencePiece[]
}
