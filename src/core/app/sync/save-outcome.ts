import { copyField } from '../../domain/sync/merge-fields.ts'
import type { FieldName, SyncFields } from '../../domain/sync/sync-fields.ts'
import { type Intent, type SyncItem, type SyncProblem, supersededPart } from '../../domain/sync/sync-item.ts'
import type { RemoteRecord } from '../../ports/time-provider.ts'
import type { PushContext, PushOutcome } from './push-context.ts'

/** Notes a write that is known to have been carried out; link and intent change in one transaction. */
export function saveOutcome(
  { accountId, store, nowMs }: PushContext,
  item: SyncItem,
  intent: Intent,
  record: RemoteRecord | null,
): SyncItem {
  const done: SyncItem = { ...item, intent: null, attempts: 0, problem: null }
  store.transaction((writer) => {
    if (intent.kind === 'remove') {
      writer.removeLink(accountId, item.entryId, intent.part)
    } else {
      if (record === null) throw new Error('a write answered without a record')
      const old = store.links(accountId, item.entryId).find(({ part }) => part === intent.part)
      // The replaced record is still there: under a part of its own it is planned for removal.
      if (intent.kind === 'replace' && old !== undefined) {
        writer.removeLink(accountId, item.entryId, intent.part)
        writer.saveLink(accountId, { ...old, part: supersededPart(old.remoteId) })
      }
      writer.saveLink(accountId, {
        entryId: item.entryId,
        part: intent.part,
        remoteId: record.remoteId,
        sent: intent.fields,
        seen:
          intent.kind === 'update' && old !== undefined
            ? seenAfter(old.seen, record.fields, intent.changed)
            : record.fields,
        version: record.version,
      })
      writer.settle(accountId, item.entryId, intent.part, nowMs())
    }
    writer.saveItem(accountId, done)
  })
  return done
}

/** What this write did not touch and is another there now was edited there: the next pull has to find that. */
function seenAfter(before: SyncFields, now: SyncFields, changed: readonly FieldName[]): SyncFields {
  const seen: { -readonly [K in keyof SyncFields]: SyncFields[K] } = { ...before }
  for (const name of changed) copyField(seen, now, name)
  return seen
}

/** The record that was to be changed is gone there. It is not brought back behind anybody's back: a person decides. */
export function reportGone(
  { accountId, store, newId, nowMs }: PushContext,
  item: SyncItem,
  intent: { readonly part: string; readonly remoteId: string; readonly fields: SyncFields | null },
): PushOutcome {
  const link = store.links(accountId, item.entryId).find(({ part }) => part === intent.part)
  const atMs = nowMs()
  store.transaction((writer) => {
    if (link !== undefined) {
      writer.saveConflict(accountId, {
        id: newId(),
        entryId: item.entryId,
        part: intent.part,
        remoteId: intent.remoteId,
        sent: link.sent,
        seen: link.seen,
        mine: intent.fields,
        theirs: null,
        fields: [],
        atMs,
      })
    }
    writer.saveItem(accountId, {
      ...item,
      state: 'dead',
      intent: null,
      problem: conflictProblem('gone-there', atMs),
    })
  })
  return { kind: 'next' }
}

const CONFLICTS = {
  'gone-there': {
    happened: 'The entry was removed at the provider.',
    todo: 'Choose under Conflicts whether to send it again or to remove it here too.',
  },
  conflict: {
    happened: 'The entry was changed here and at the provider.',
    todo: 'Choose under Conflicts what holds; nothing was overwritten.',
  },
}

export function conflictProblem(code: keyof typeof CONFLICTS, atMs: number): SyncProblem {
  return { code, ...CONFLICTS[code], said: null, atMs }
}
