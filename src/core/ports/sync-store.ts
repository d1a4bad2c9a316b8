import type { SyncConflict, SyncItem, SyncLink } from '../domain/sync/sync-item.ts'

/**
 * The books of synchronising, in the profile's database beside the entries. They are not changes of anybody's time, so
 * they are no commands and cannot be undone; rows for changed entries are written in the same transaction as the
 * change itself.
 */
export interface SyncStore {
  /** The item to take up now: what runs first, then the longest waiting. Undefined: nothing is due. */
  nextDue(accountId: string, nowMs: number): SyncItem | undefined
  item(accountId: string, entryId: string): SyncItem | undefined
  /** Replaces the row. */
  saveItem(accountId: string, item: SyncItem): void
  /** Takes the row away if the entry has not changed again since `changeNumber`; else leaves it queued. */
  finish(accountId: string, entryId: string, changeNumber: number): void
  links(accountId: string, entryId: string): SyncLink[]
  linkOf(accountId: string, remoteId: string): SyncLink | undefined
  /** All inside `work` is one durable transaction. */
  transaction<T>(work: (writer: SyncWriter) => T): T
}

/** What changes together with a known outcome. */
export interface SyncWriter {
  saveItem(accountId: string, item: SyncItem): void
  saveLink(accountId: string, link: SyncLink): void
  removeLink(accountId: string, entryId: string, part: string): void
  /** At most one open conflict for each part: a newer finding takes the place of the older. */
  saveConflict(accountId: string, conflict: SyncConflict): void
  finish(accountId: string, entryId: string, changeNumber: number): void
}
