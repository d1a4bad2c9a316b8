import type { FieldName, SyncFields } from './sync-fields.ts'

/**
 * `queued`: waits for its turn. `sending`: a call is under way. `unknown`: a call ended without telling whether it was
 * carried out; it is looked for before anything is sent again. `failed`: tried again at `notBeforeMs`. `dead`: the
 * provider said no for good; kept, shown, and tried again when the entry changes or a person says so.
 */
export type SyncState = 'queued' | 'sending' | 'unknown' | 'failed' | 'dead'

/** A write that was about to be made: noted before the call, gone with its known outcome. */
export type Intent =
  | {
      readonly kind: 'create'
      readonly part: string
      readonly key: string
      readonly fields: SyncFields
      readonly zone: string
      readonly sentAtMs: number
    }
  | {
      readonly kind: 'replace'
      readonly part: string
      readonly key: string
      readonly fields: SyncFields
      readonly zone: string
      readonly oldRemoteId: string
      readonly sentAtMs: number
    }
  | {
      readonly kind: 'update'
      readonly part: string
      readonly key: string
      readonly remoteId: string
      readonly fields: SyncFields
      readonly zone: string
      readonly changed: readonly FieldName[]
      readonly sentAtMs: number
    }
  | { readonly kind: 'remove'; readonly part: string; readonly remoteId: string; readonly sentAtMs: number }

/** Why something waits or has failed: a code of the provider's taxonomy or of ours, and words. */
export interface SyncProblem {
  readonly code: string
  readonly happened: string
  readonly todo: string
  readonly said: string | null
  readonly atMs: number
}

/** That an entry has to be brought to an account. There is one row per entry and account, however often it changed. */
export interface SyncItem {
  readonly entryId: string
  readonly state: SyncState
  readonly attempts: number
  readonly notBeforeMs: number
  /** Moves with each change of the entry: a row that moved while it was sent is not done. */
  readonly changeNumber: number
  /** A timer that runs or has just stopped: somebody waits to see it. */
  readonly urgent: boolean
  readonly queuedAtMs: number
  readonly intent: Intent | null
  readonly problem: SyncProblem | null
}

/** A record of the provider that belongs to (a part of) an entry. */
export interface SyncLink {
  readonly entryId: string
  readonly part: string
  readonly remoteId: string
  readonly sent: SyncFields
  readonly seen: SyncFields
  readonly version: string | null
}

/** The name under which a record that was replaced waits for its removal. */
export function supersededPart(remoteId: string): string {
  return `~${remoteId}`
}

/** Both sides changed the same thing apart, or one changed what the other deleted: a person decides. */
export interface SyncConflict {
  readonly id: string
  readonly entryId: string
  readonly part: string
  readonly remoteId: string
  readonly sent: SyncFields
  readonly seen: SyncFields
  /** null: removed here. */
  readonly mine: SyncFields | null
  /** null: removed there. */
  readonly theirs: SyncFields | null
  /** Empty where a removal stands against a change. */
  readonly fields: readonly FieldName[]
  readonly atMs: number
}

/** How far synchronising an account has got, and what is known of it there. */
export interface AccountProgress {
  readonly pullCursor: string | null
  /** Nothing is asked before then. 0: at once. */
  readonly notBeforeMs: number
  readonly lastSuccessAtMs: number | null
  readonly problem: SyncProblem | null
  /** When the last pull that saw all it asked for began. */
  readonly pulledAtMs: number | null
  /** From this day on records of unlinked entries may be there: they are looked for before anything is sent. */
  readonly lookFromDay: string | null
  readonly userName: string | null
  /** Of the profile there; null: it has none, and the machine's is taken. */
  readonly zone: string | null
  /** What was spent of the provider's budgets, as the providers port gave it. */
  readonly budget: string | null
}
