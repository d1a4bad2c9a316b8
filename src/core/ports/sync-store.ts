import type { AccountProgress, Intent, SyncConflict, SyncItem, SyncLink, SyncState } from '../domain/sync/sync-item.ts'
import type { RemoteCatalogue } from './time-provider.ts'

/** `urgent`: only what somebody waits to see. `rest`: all but that. */
export type QueueLane = 'urgent' | 'rest' | 'all'

export type AccountItem = SyncItem & { readonly accountId: string }
export type AccountConflict = SyncConflict & { readonly accountId: string }

export type ItemCounts = Readonly<Record<SyncState, number>> & { readonly conflicts: number }

/** Which of the dead to try again; what is left out does not narrow. */
export interface RetryChoice {
  readonly accountId?: string | undefined
  readonly entryId?: string | undefined
  /** Of their problem. */
  readonly code?: string | undefined
}

export type MapKind = 'project' | 'activity'

/**
 * The books of synchronising, in the profile's database beside the entries. They are not changes of anybody's time, so
 * they are no commands and cannot be undone; rows for changed entries are written in the same transaction as the
 * change itself. Called inside a command's work, everything here belongs to the command's transaction.
 */
export interface SyncStore {
  /** The item to take up now: what runs first, then the longest waiting. Undefined: nothing is due. `busy` are under way. */
  nextDue(accountId: string, nowMs: number, lane?: QueueLane, busy?: ReadonlySet<string>): SyncItem | undefined
  /** When the next one that waits may be taken up; null: none waits. */
  nextDueAtMs(accountId: string): number | null
  item(accountId: string, entryId: string): SyncItem | undefined
  items(
    filter: { accountId?: string | undefined; states?: readonly SyncState[] | undefined },
    limit: number,
  ): AccountItem[]
  /** Writes that were noted and whose outcome is not known. */
  openIntents(accountId: string): Intent[]
  /** Dead ones that stand in a conflict are counted as conflicts only. */
  counts(accountId: string): ItemCounts
  /** Dead ones are queued again; those of open conflicts are not. Returns how many. */
  retry(choice: RetryChoice): number
  /** Queues every live entry that reaches into days from `fromDay` on and has no row yet. Returns how many. */
  backfill(accountId: string, fromDay: string, nowMs: number): number
  countFrom(fromDay: string): number
  /** Queues every live entry of a local project or activity that lies from `fromDay` on. */
  queueUses(accountId: string, kind: MapKind, localId: string, fromDay: string, nowMs: number): number
  /** Whatever was being sent when the process ended may have been carried out. Once, before anything else. */
  recover(): void
  /** Replaces the row. */
  saveItem(accountId: string, item: SyncItem): void
  /** Takes the row away if the entry has not changed again since `changeNumber`; else leaves it queued. */
  finish(accountId: string, entryId: string, changeNumber: number): void
  links(accountId: string, entryId: string): SyncLink[]
  linkOf(accountId: string, remoteId: string): SyncLink | undefined
  /** Links whose record was last seen to begin in [fromMs, untilMs), or on one of these days. */
  linksBetween(accountId: string, window: LinkWindow): SyncLink[]
  /** Live entries without a link that share time with the window. */
  unlinkedEntryIds(accountId: string, window: LinkWindow): string[]
  conflicts(accountId: string | undefined, limit: number): AccountConflict[]
  conflict(id: string): AccountConflict | undefined
  progress(accountId: string): AccountProgress
  saveProgress(accountId: string, change: Partial<AccountProgress>): void
  /** The provider's projects and activities as last seen; `text` searches names. */
  catalogue(
    accountId: string,
    text: string | undefined,
    limit: number,
  ): RemoteCatalogue & { readonly seenAtMs: number | null }
  saveCatalogue(accountId: string, catalogue: RemoteCatalogue, nowMs: number): void
  mapped(accountId: string, kind: MapKind, localId: string): string | null
  maps(accountId: string, kind: MapKind): { localId: string; remoteId: string }[]
  /** null takes it away. */
  saveMap(accountId: string, kind: MapKind, localId: string, remoteId: string | null): void
  /** Forgets all that is known of an account. */
  forget(accountId: string): void
  /** After a restore: what was sent since the backup is not known here. Every account that sends looks first. */
  distrust(): void
  /** All inside `work` is one durable transaction. */
  transaction<T>(work: (writer: SyncWriter) => T): T
}

export interface LinkWindow {
  readonly fromMs: number
  readonly untilMs: number
  readonly fromDay: string
  readonly toDay: string
}

/** What changes together with a known outcome. */
export interface SyncWriter {
  saveItem(accountId: string, item: SyncItem): void
  saveLink(accountId: string, link: SyncLink): void
  removeLink(accountId: string, entryId: string, part: string): void
  /** At most one open conflict for each part: a newer finding takes the place of the older. */
  saveConflict(accountId: string, conflict: SyncConflict): void
  /** Both sides agree again, or a person has decided: there is no open conflict about this part any more. */
  settle(accountId: string, entryId: string, part: string, atMs: number): void
  /** Looks at the entry again as soon as it is its turn, whatever its row says; makes one where there is none. */
  queue(accountId: string, entryId: string, nowMs: number): void
  finish(accountId: string, entryId: string, changeNumber: number): void
}
