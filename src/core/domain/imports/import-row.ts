import type { EntryTime } from '../../../shared/contract/entities.ts'

/**
 * One finished piece of time from a file, whatever the format: names as the file writes them, times already instants.
 * Readers make these; `resolve-rows.ts` finds or creates what the names mean.
 */
export interface ImportRow {
  /** Line in the file, from 1. */
  readonly line: number
  /** File inside a data folder, else ''. */
  readonly file: string
  /** Never running: endedAtMs is a number. */
  readonly time: EntryTime
  readonly note: string
  /** null: the file does not speak of clients; '': it says that there is none. */
  readonly client: string | null
  readonly project: string
  readonly activity: string
  readonly tags: readonly string[]
  readonly workItemKey: string
  /** null: the file does not say; the project's default counts. */
  readonly billable: boolean | null
  readonly offComputer: boolean
  /** Says that this row is that row of an earlier import: see `import-key.ts`. */
  readonly importKey: string
  /** Set for rows of Stint's own exports. */
  readonly origin: RowOrigin | null
}

/** What an export of Stint knows beyond names. */
export interface RowOrigin {
  readonly entryId: string
  /** Ids inside the file, which `resolve-catalogue.ts` turns into ids of this profile; null: only names are known (CSV). */
  readonly refs: {
    readonly projectId: string | null
    readonly activityId: string | null
    readonly workItemId: string | null
    readonly tagIds: readonly string[]
  } | null
}

/** What a reader makes of one row: pure, so that the same row always reads the same. */
export type RowOutcome =
  | { readonly kind: 'row'; readonly row: ImportRow; readonly warnings: readonly string[] }
  /** It cannot be read; the person is told why. */
  | { readonly kind: 'failed'; readonly reason: string }
  /** It is no finished time (yet): told as a warning and not counted. */
  | { readonly kind: 'left-out'; readonly reason: string }

export function failedRow(reason: string): RowOutcome {
  return { kind: 'failed', reason }
}
