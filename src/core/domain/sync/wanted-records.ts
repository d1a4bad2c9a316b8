import type { Account } from '../../../shared/contract/accounts.ts'
import type { Entry } from '../../../shared/contract/entities.ts'
import { entryParts, type TimeShape } from './entry-parts.ts'
import type { WantedRecord } from './plan-writes.ts'
import { renderNote } from './render-note.ts'

/** What of a provider decides how an entry looks there. */
export interface RecordRules {
  readonly shape: TimeShape
  readonly projectRequired: boolean
  readonly activityRequired: boolean
  readonly noteRequired: boolean
  readonly maxNoteLength: number
  readonly tags: boolean
  readonly billable: boolean
}

/** Names and mappings that an entry's ids stand for. */
export interface EntryWords {
  readonly projectName: string | null
  readonly item: { readonly key: string; readonly title: string } | null
  readonly tagNames: readonly string[]
  /** The provider's ids for the entry's project and activity; null: mapped to none. */
  readonly remoteProjectId: string | null
  readonly remoteActivityId: string | null
}

export type WantedOutcome =
  | { readonly kind: 'records'; readonly records: readonly WantedRecord[] }
  /** A person has to do something first. */
  | { readonly kind: 'blocked'; readonly code: 'needs-project' | 'needs-activity' | 'needs-note' }

/**
 * The records an account should hold for an entry: none where it does not go there (its rule, a day before the first),
 * where it still runs and the provider knows no timers, or where it is shorter than the provider takes.
 */
export function wantedRecords(
  entry: Entry,
  account: Account,
  rules: RecordRules,
  words: EntryWords,
  zone: string,
): WantedOutcome {
  if (!goesTo(entry, account)) return { kind: 'records', records: [] }
  const parts = entryParts(entry, rules.shape, zone)
  if (parts.kind === 'none') return { kind: 'records', records: [] }
  const projectId = words.remoteProjectId ?? account.defaultProjectId
  const activityId = words.remoteActivityId ?? account.defaultActivityId
  const note = renderNote(account.noteTemplate, entry.note, words, rules.maxNoteLength)
  if (rules.projectRequired && projectId === null) return { kind: 'blocked', code: 'needs-project' }
  if (rules.activityRequired && activityId === null) return { kind: 'blocked', code: 'needs-activity' }
  if (rules.noteRequired && note === '') return { kind: 'blocked', code: 'needs-note' }
  const fields = {
    note,
    projectId,
    activityId,
    tags: rules.tags ? [...new Set([...words.tagNames, ...account.tags])].sort() : [],
    billable: rules.billable ? entry.billable : null,
  }
  const records = parts.parts
    .filter(({ time }) => time.kind !== 'amount' || time.day >= account.fromDay)
    .map(({ part, time }) => ({ part, fields: { ...fields, time } }))
  return { kind: 'records', records }
}

function goesTo(entry: Entry, { rule }: Account): boolean {
  switch (rule.kind) {
    case 'all':
      return true
    case 'projects':
      return entry.projectId !== null && rule.projectIds.includes(entry.projectId)
    case 'tags':
      return entry.tagIds.some((id) => rule.tagIds.includes(id))
  }
}
