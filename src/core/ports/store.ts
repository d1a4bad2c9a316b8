import type { Absence } from '../../shared/contract/absence.ts'
import type { Account } from '../../shared/contract/accounts.ts'
import type {
  Activity,
  Client,
  EntityKind,
  Entry,
  Project,
  Settings,
  Tag,
  Template,
  WorkItem,
} from '../../shared/contract/entities.ts'
import type { Notification } from '../../shared/contract/notifications.ts'
import type { ReportGroup } from '../../shared/contract/reports.ts'
import type { ImportBatch } from '../../shared/contract/transfer.ts'
import type { AppError } from '../../shared/errors.ts'
import type { Result } from '../../shared/result.ts'
import type { PlanItem } from '../domain/plan/plan-item.ts'

/** What the store keeps, by kind. `settings` is one row; the rest have UUIDs. */
export interface EntityMap {
  entry: Entry
  client: Client
  project: Project
  activity: Activity
  tag: Tag
  workItem: WorkItem
  template: Template
  planItem: PlanItem
  settings: Settings & { readonly id: 'settings' }
  importBatch: ImportBatch & { readonly hash: string }
  absence: Absence
  notification: Notification
  account: Account
}

/** One change of one thing inside a command: null is "not there". */
export interface Change {
  readonly kind: EntityKind
  readonly id: string
  readonly before: unknown
  readonly after: unknown
}

/** A command as it is kept: the unit of undo, audit and (later) sync. */
export interface CommandRecord {
  /** Its place in history; the profile's revision is the largest. */
  readonly revision: number
  readonly id: string
  readonly name: string
  readonly label: string
  readonly actor: string
  readonly atMs: number
  readonly undoneAtMs: number | null
  /** For an undo or redo: the command it moved. Such records are never undone themselves. */
  readonly moves: string | null
}

export interface EntryFilter {
  readonly fromDay?: string | undefined
  readonly toDay?: string | undefined
  readonly projectIds?: readonly string[] | undefined
  readonly tagIds?: readonly string[] | undefined
  readonly billable?: boolean | undefined
  readonly text?: string | undefined
}

export interface ReportRow {
  readonly keys: readonly (string | null)[]
  readonly totalMs: number
  readonly billableMs: number
  readonly entries: number
}

export interface Frequency {
  readonly entry: Entry
  readonly uses: number
  readonly lastUsedMs: number
}

/** Questions. Entries are live ones (not removed) unless a name says otherwise. */
export interface StoreReader {
  get<K extends EntityKind>(kind: K, id: string): EntityMap[K] | undefined
  /** All live things of a catalogue kind, by name. Not for entries: those are paged. */
  all<K extends Exclude<EntityKind, 'entry' | 'settings'>>(kind: K): EntityMap[K][]
  settings(): Settings
  revision(): number

  runningEntry(): Entry | undefined
  /** The clock entry that ended last (or the latest day entry when there is no other). */
  latestEntry(): Entry | undefined
  entriesByIds(ids: readonly string[]): Entry[]
  /** Entries any part of which falls on `day` in their own zone, by start; the running one is not among them. */
  entriesOfDay(day: string): Entry[]
  /** Finished clock entries that share time with [startMs, endMs), by start; an empty one shares none. */
  entriesBetween(startMs: number, endMs: number): Entry[]
  /** Newest first. `cursor` comes from an earlier page. */
  pageEntries(
    filter: EntryFilter,
    limit: number,
    cursor: string | undefined,
  ): { entries: Entry[]; nextCursor: string | null }
  /** Whether a live entry passes the filter, its days aside. */
  matches(entryId: string, filter: EntryFilter): boolean
  /** Time inside the filter's day range only. */
  totals(filter: EntryFilter): { entries: number; totalMs: number }
  dayTotals(fromDay: string, toDay: string): { day: string; totalMs: number; entries: number }[]
  /** Grouped in SQL over local-day slices, so an entry over midnight counts on both days. The running one is left out. */
  report(
    filter: EntryFilter,
    groupBy: readonly ReportGroup[],
    weekStart: number,
  ): { total: ReportRow; rows: ReportRow[] }
  /** Distinct (note, project, activity, …) with how often and when last used, since `sinceMs`. */
  frequencies(sinceMs: number, text: string | undefined, limit: number): Frequency[]
  /** How many live entries use a thing; for projects also activities and templates count as use. */
  usage(kind: EntityKind, id: string): number
  findByName(
    kind: 'client' | 'project' | 'activity' | 'tag' | 'workItem' | 'template',
    name: string,
    parentId?: string | null,
  ): string | undefined
  /** Live entries that an import batch brought. */
  entryIdsOfBatch(batchId: string): string[]
  /** Which of these import keys an entry that is not removed has already. */
  knownImportKeys(keys: readonly string[]): Set<string>
  /** Which of these ids an entry has, or had before it was removed; the others are free. */
  entryStates(ids: readonly string[]): Map<string, 'live' | 'removed'>
  /** What the command that made an import batch made besides entries and the batch: names that may go with it again. */
  createdWithBatch(batchId: string): { kind: EntityKind; id: string }[]

  /** Questions without an answer, oldest first: that one is asked, the others wait. At most one has the state 'open'. */
  unansweredAbsences(): Absence[]
  /** Newest first. */
  notifications(filter: { unreadOnly: boolean; sinceMs?: number | undefined }, limit: number): Notification[]
  unreadNotifications(): number
  notificationByKey(key: string): Notification | undefined

  lastUndoable(sinceMs: number): CommandRecord | undefined
  lastRedoable(sinceMs: number): CommandRecord | undefined
  history(sinceMs: number, limit: number): CommandRecord[]
  changesOf(commandId: string): Change[]
}

/** Every write goes through `put` or `remove`, which note the change row themselves: nothing is written unseen. */
export interface StoreWriter extends StoreReader {
  put<K extends EntityKind>(kind: K, value: EntityMap[K]): void
  /** Entries of an import carry a key, so that the same file adds nothing a second time. */
  putImported(entry: Entry, importKey: string): void
  /** Soft: the row stays, hidden, so that undo and sync can find it. */
  remove(kind: Exclude<EntityKind, 'settings'>, id: string): void
  /** Puts things back as `side` of the changes says, in reverse order for 'before'. Refuses when a thing has changed since. */
  applyChanges(changes: readonly Change[], side: 'before' | 'after'): Result<void, AppError>
  setUndone(commandId: string, atMs: number | null): void
}

export interface CommandMeta {
  readonly id: string
  readonly name: string
  readonly label: string
  readonly actor: string
  readonly atMs: number
  readonly moves: string | null
  readonly undoable: boolean
}

export interface CommitInfo {
  readonly previousRevision: number
  readonly revision: number
  readonly kinds: readonly EntityKind[]
  /** null: more than 100. */
  readonly days: readonly string[] | null
}

export type CommandOutcome<T> =
  | { readonly outcome: 'done'; readonly value: T; readonly commit: CommitInfo }
  /** The key was seen before: the first answer again, nothing written. */
  | { readonly outcome: 'repeated'; readonly value: T }
  | { readonly outcome: 'refused'; readonly error: AppError }

/** The one door to the profile's database. All calls are synchronous: a transaction never spans a turn of the event loop. */
export interface Store {
  read<T>(ask: (reader: StoreReader) => T): T
  /**
   * Runs `work` in one durable transaction. An error value rolls everything back. `input` is the command's own
   * input as text: the same key with another input is refused. `metaOf` is asked
   * after the work, so that a label can name what was made. Disk-full, read-only and busy come back as error values.
   */
  command<T>(
    key: string,
    input: string,
    work: (writer: StoreWriter) => Result<T, AppError>,
    metaOf: (value: T) => CommandMeta,
  ): CommandOutcome<T>
  /** Yields entries oldest first in pages, for exports; sees one consistent state per page. */
  scanEntries(
    filter: EntryFilter,
    afterCursor: string | undefined,
    limit: number,
  ): { entries: Entry[]; nextCursor: string | null }
}
