import { type Intent, type SyncItem, type SyncLink, supersededPart } from '../../domain/sync/sync-item.ts'
import type { RemoteRecord } from '../../ports/time-provider.ts'
import type { PushContext, PushOutcome } from './push-context.ts'

/** Notes a write that is known to have been carried out; link and intent change in one transaction. */
export function saveOutcome(
  { accountId, store }: PushContext,
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
      writer.saveLink(accountId, linkTo(item.entryId, intent.part, intent.fields, record))
    }
    writer.saveItem(accountId, done)
  })
  return done
}

function linkTo(entryId: string, part: string, sent: SyncLink['sent'], record: RemoteRecord): SyncLink {
  return { entryId, part, remoteId: record.remoteId, sent, seen: record.fields, version: record.version }
}

/** The record that was to be changed is gone there. It is not brought back behind anybody's back: a person decides. */
export function reportGone(
  { accountId, store, newId, nowMs }: PushContext,
  item: SyncItem,
  intent: Extract<Intent, { kind: 'update' }>,
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
      problem: {
        code: 'gone-there',
        happened: 'The entry was removed at the provider.',
        todo: 'Choose under Conflicts whether to send it again or to remove it here too.',
        said: null,
        atMs,
      },
    })
  })
  return { kind: 'next' }
}
