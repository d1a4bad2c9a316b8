import type { Result } from '../../shared/result.ts'
import type { Lane } from '../domain/budget/lane.ts'
import type { TimeShape } from '../domain/sync/entry-parts.ts'
import type { WriteRules } from '../domain/sync/plan-writes.ts'
import type { FieldName, SyncFields } from '../domain/sync/sync-fields.ts'
import type { ProviderError } from './provider-error.ts'

/** What a time system can do; the queue, the merge and the screens follow it, never the vendor's name. */
export interface TimeCapabilities {
  readonly shape: TimeShape
  readonly rules: WriteRules
  /** `server`: records carry our key and can be asked for by it. `list`: they carry it, but a window must be read. `none`: only their content tells. */
  readonly searchKey: 'server' | 'list' | 'none'
  /** Whether a pull learns of deletions by itself; else only a window read whole tells. */
  readonly tombstones: boolean
  /** Pull by a cursor of changes, or by windows of days. */
  readonly pull: 'changes' | 'window'
  readonly projectRequired: boolean
  readonly activityRequired: boolean
  readonly noteRequired: boolean
  readonly maxNoteLength: number
  readonly tags: boolean
  readonly billable: boolean
  /** The unit that the other side closes for changes. */
  readonly locks: 'none' | 'entry' | 'day' | 'week' | 'month'
  readonly flex: boolean
  readonly credential: 'token' | 'user-password'
}

/** A record as the provider has it, already read into our terms. */
export interface RemoteRecord {
  readonly remoteId: string
  /** Our own key, where the provider gave it back. */
  readonly key: string | null
  readonly fields: SyncFields
  /** The provider's own mark of this version, for telling whether it changed; null where it has none. */
  readonly version: string | null
  /** When it was made or last changed, by the server's clock set right to ours; null where the provider does not say. */
  readonly changedAtMs: number | null
  /** Why it may not be changed there; null: it may. */
  readonly locked: string | null
  readonly deleted: boolean
}

/** What is to be written: the fields, and a key that is the same at every attempt for the same (part of an) entry. */
export interface RecordWrite {
  readonly key: string
  readonly fields: SyncFields
  /** Zone of the entry, for providers that keep wall clock times. */
  readonly zone: string
}

export interface RemoteActivity {
  readonly remoteId: string
  readonly name: string
}

export interface RemoteProject {
  readonly remoteId: string
  readonly name: string
  readonly clientName: string | null
  readonly archived: boolean
  /** null: activities belong to the account, not to a project (`activities` of the catalogue). */
  readonly activities: readonly RemoteActivity[] | null
}

export interface RemoteCatalogue {
  readonly projects: readonly RemoteProject[]
  readonly activities: readonly RemoteActivity[]
}

export interface AccountCheck {
  readonly userName: string
  readonly userId: string
  /** Zone of the profile there: days are cut in it. null: it has none, and the machine's is taken. */
  readonly zone: string | null
  readonly workspaces: readonly { readonly id: string; readonly name: string }[]
  /** Rights that are missing, in words. */
  readonly missing: readonly string[]
}

export interface PullRequest {
  /** From an earlier pull; null: from the beginning of the window. Opaque. */
  readonly cursor: string | null
  /** Local days of the profile's zone, both included. */
  readonly fromDay: string
  readonly toDay: string
}

export interface PullPage {
  readonly records: readonly RemoteRecord[]
  readonly nextCursor: string | null
  readonly more: boolean
  /** The days of which this pull (all its pages) saw every record: only there is a missing record a deleted one. */
  readonly complete: { readonly fromDay: string; readonly toDay: string } | null
}

type Answer<T> = Promise<Result<T, ProviderError>>

/**
 * One account of one vendor. Calls are never repeated inside: whether a write of unknown outcome may be made again is
 * decided by the queue, after `find`. An error says by its phase whether the write may have happened.
 */
export interface TimeProvider {
  readonly capabilities: TimeCapabilities
  check(): Answer<AccountCheck>
  catalogue(): Answer<RemoteCatalogue>
  /** Creates; with `endMs: null` it starts the provider's running timer. Returns the record as it reads there. */
  create(write: RecordWrite, lane: Lane): Answer<RemoteRecord>
  update(remoteId: string, write: RecordWrite, changed: readonly FieldName[], lane: Lane): Answer<RemoteRecord>
  /** One that is gone already is a success. */
  remove(remoteId: string, lane: Lane): Answer<null>
  /**
   * Records that an earlier attempt of this write may have left: by key where there is one, else all whose content is
   * the same. An empty list is a promise that it is not there.
   */
  find(write: RecordWrite): Answer<readonly RemoteRecord[]>
  get(remoteId: string): Answer<RemoteRecord | null>
  /** The running one; null: none runs, or the provider knows no running timers. */
  running(): Answer<RemoteRecord | null>
  pull(request: PullRequest): Answer<PullPage>
}
