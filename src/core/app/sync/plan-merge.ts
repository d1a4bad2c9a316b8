import { decidePull } from '../../domain/sync/decide-pull.ts'
import { copyField } from '../../domain/sync/merge-fields.ts'
import {
  changedFields,
  FIELD_NAMES,
  type FieldName,
  isSameField,
  type SyncFields,
} from '../../domain/sync/sync-fields.ts'
import type { SyncConflict, SyncLink } from '../../domain/sync/sync-item.ts'
import type { StoreReader } from '../../ports/store.ts'
import type { SyncStore } from '../../ports/sync-store.ts'
import type { RemoteRecord } from '../../ports/time-provider.ts'
import type { OpenAccount } from './open-account.ts'
import { wantedFor } from './wanted-for.ts'

/** What a look at the other side leads to here. */
export type Effect =
  /** Both say the same, each in its way. */
  | { readonly kind: 'agree'; readonly link: SyncLink }
  | {
      readonly kind: 'apply'
      readonly link: SyncLink
      readonly record: RemoteRecord
      readonly mine: SyncFields
      readonly changed: readonly FieldName[]
    }
  | { readonly kind: 'remove-here'; readonly link: SyncLink }
  /** Gone on both sides. Should the entry come back here (undo), it is a new one there. */
  | { readonly kind: 'unlink'; readonly link: SyncLink }
  | { readonly kind: 'conflict'; readonly conflict: SyncConflict }
  /** A record nobody knew is the one of an entry here. */
  | { readonly kind: 'adopt'; readonly link: SyncLink }
  | { readonly kind: 'create'; readonly record: RemoteRecord }

export interface MergeBooks {
  readonly reader: StoreReader
  readonly syncStore: SyncStore
  readonly nowMs: number
  newId(): string
}

/** What becomes of a linked record as it is there now; `null` is gone. Undefined: nothing has changed there. */
export function planMerge(
  books: MergeBooks,
  open: OpenAccount,
  link: SyncLink,
  record: RemoteRecord | null,
): Effect | undefined {
  const { quantumMs } = open.provider.capabilities.rules
  const mine = mineOf(books, open, link)
  const theirs = record?.fields ?? null
  const decision = decidePull(link, mine, theirs, { quantumMs, isWhole: link.part === '' })
  switch (decision.kind) {
    case 'nothing':
      return record === null ? { kind: 'unlink', link } : undefined
    case 'note-seen':
      if (record === null || mine === null) return undefined
      return { kind: 'agree', link: agreed(link, record, mine, [], quantumMs) }
    case 'apply':
      if (record === null || mine === null) return undefined
      return { kind: 'apply', link, record, mine, changed: decision.changed }
    case 'remove-here':
      return { kind: 'remove-here', link }
    case 'conflict':
      return { kind: 'conflict', conflict: conflictOf(books, link, mine, theirs, decision.fields) }
  }
}

function mineOf(books: MergeBooks, open: OpenAccount, link: SyncLink): SyncFields | null {
  const wanted = wantedFor(books, open, link.entryId, false, books.nowMs)
  // What cannot be said yet is not an edit.
  if (wanted.kind === 'blocked') return link.sent
  return wanted.records.find(({ part }) => part === link.part)?.fields ?? null
}

export function conflictOf(
  { newId, nowMs }: Pick<MergeBooks, 'newId' | 'nowMs'>,
  { entryId, part, remoteId, sent, seen }: SyncLink,
  mine: SyncFields | null,
  theirs: SyncFields | null,
  fields: readonly FieldName[],
): SyncConflict {
  return { id: newId(), entryId, part, remoteId, sent, seen, mine, theirs, fields, atMs: nowMs }
}

/**
 * The link once their fields `taken` stand here as well, where the entry says `mine`. What both now say alike is common;
 * what only we changed stays to be sent.
 */
export function agreed(
  link: SyncLink,
  record: RemoteRecord,
  mine: SyncFields,
  taken: readonly FieldName[],
  quantumMs: number,
): SyncLink {
  const sent: { -readonly [K in keyof SyncFields]: SyncFields[K] } = { ...link.sent }
  for (const name of FIELD_NAMES) {
    if (taken.includes(name) || isSameField(name, mine, record.fields, quantumMs)) copyField(sent, mine, name)
  }
  return { ...link, sent, seen: record.fields, version: record.version }
}

/** Entries (or parts) without a record there, to be compared with records without an entry here. */
export interface Candidate {
  readonly entryId: string
  readonly part: string
  readonly fields: SyncFields
}

/** The entry that a record nobody knew was made for, by what both say of time and note. Taken ones are taken out. */
export function adoptFor(record: RemoteRecord, candidates: Candidate[], open: OpenAccount): SyncLink | undefined {
  const { quantumMs } = open.provider.capabilities.rules
  const index = candidates.findIndex(({ fields }) => {
    const apart = changedFields(fields, record.fields, quantumMs)
    return !apart.includes('time') && !apart.includes('note')
  })
  const [found] = index < 0 ? [] : candidates.splice(index, 1)
  if (found === undefined) return undefined
  const { entryId, part, fields } = found
  const { remoteId, version } = record
  // Where only we send, what differs is sent; else it is left as it is, for neither side was edited since.
  const sent = open.account.direction === 'push' ? record.fields : fields
  return { entryId, part, remoteId, sent, seen: record.fields, version }
}
