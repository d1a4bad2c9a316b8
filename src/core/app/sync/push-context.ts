import type { Lane } from '../../domain/budget/lane.ts'
import type { WantedRecord } from '../../domain/sync/plan-writes.ts'
import type { SyncLink, SyncProblem } from '../../domain/sync/sync-item.ts'
import type { SyncStore } from '../../ports/sync-store.ts'
import type { RemoteRecord, TimeProvider } from '../../ports/time-provider.ts'

/** What an account should hold for an entry, or why that cannot be said yet. */
export type Wanted =
  | { readonly kind: 'records'; readonly records: readonly WantedRecord[]; readonly zone: string; readonly lane: Lane }
  /** A person has to do something first: map a project, write a note. */
  | { readonly kind: 'blocked'; readonly problem: SyncProblem }

/** One account while its queue is worked through. */
export interface PushContext {
  readonly accountId: string
  readonly provider: TimeProvider
  readonly store: SyncStore
  nowMs(): number
  newId(): string
  /** With jitter; grows with each attempt. */
  backOffMs(attempt: number): number
  /** By the entry as it is now; a removed one wants no records. */
  wanted(entryId: string): Wanted
  /**
   * Some providers say of a credential that has ended what they say of a right that is missing. Asked before an entry
   * is given up for such an answer; left out: it holds.
   */
  credentialHolds?(): Promise<boolean>
  /**
   * Where the other side may have been edited too: brings a record as it is there now together with what is here. Left
   * out where what is here holds in any case, and nothing has to be looked at before it is changed.
   */
  reconcile?(link: SyncLink, record: RemoteRecord | null): Reconciled
}

/** `same`: it was not changed there. `merged`: it was, and what is wanted has to be asked anew. `conflict`: a person decides. */
export type Reconciled = 'same' | 'merged' | 'conflict'

/** What the account may do after an item: go on, wait until a time, or wait for a person. */
export type PushOutcome =
  | { readonly kind: 'next' }
  | { readonly kind: 'wait'; readonly untilMs: number; readonly problem: SyncProblem }
  | { readonly kind: 'credential'; readonly problem: SyncProblem }
