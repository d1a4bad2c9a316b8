import { changedFields } from '../../domain/sync/sync-fields.ts'
import type { Intent, SyncItem } from '../../domain/sync/sync-item.ts'
import type { RemoteRecord } from '../../ports/time-provider.ts'
import { noteProblem } from './note-problem.ts'
import type { PushContext, PushOutcome } from './push-context.ts'
import { reportGone, saveOutcome } from './save-outcome.ts'

type Resolved =
  | { readonly kind: 'resolved'; readonly item: SyncItem }
  | { readonly kind: 'stopped'; readonly outcome: PushOutcome }

/** How much earlier than our call the server's clock may date its work. */
const CLOCK_DOUBT_MS = 120_000

/**
 * Finds out what became of a write whose answer was lost: by a crash, a cut connection, an answer that made no sense.
 * Only a look that did not find it lets it be sent again.
 */
export async function resolveIntent(context: PushContext, item: SyncItem, intent: Intent): Promise<Resolved> {
  if (intent.kind === 'create' || intent.kind === 'replace') return adopt(context, item, intent)
  const { provider } = context
  const answer = await provider.get(intent.remoteId)
  if (!answer.ok) return { kind: 'stopped', outcome: noteProblem(context, item, answer.error, 'look') }
  const record = answer.value
  if (intent.kind === 'remove') {
    return record === null || record.deleted
      ? { kind: 'resolved', item: saveOutcome(context, item, intent, null) }
      : { kind: 'resolved', item: forget(context, item) }
  }
  if (record === null || record.deleted) return { kind: 'stopped', outcome: reportGone(context, item, intent) }
  const isThere = changedFields(intent.fields, record.fields, provider.capabilities.rules.quantumMs).length === 0
  return {
    kind: 'resolved',
    item: isThere ? saveOutcome(context, item, intent, record) : forget(context, item),
  }
}

async function adopt(
  context: PushContext,
  item: SyncItem,
  intent: Extract<Intent, { kind: 'create' | 'replace' }>,
): Promise<Resolved> {
  const { accountId, provider, store } = context
  const answer = await provider.find({ key: intent.key, fields: intent.fields, zone: intent.zone })
  if (!answer.ok) return { kind: 'stopped', outcome: noteProblem(context, item, answer.error, 'look') }
  // One that belongs to another entry is not ours, however alike: two equal entries stay two.
  const free = answer.value.filter(
    (record) => !record.deleted && store.linkOf(accountId, record.remoteId) === undefined,
  )
  const found = free.find(({ key }) => key === intent.key) ?? free.find((record) => couldBe(record, intent.sentAtMs))
  if (found === undefined) return { kind: 'resolved', item: forget(context, item) }
  // As it was sent, not as it is by now: what is another there was edited since, and the next look has to find that.
  const asSent: RemoteRecord = { ...found, fields: intent.fields, version: null }
  return { kind: 'resolved', item: saveOutcome(context, item, intent, asSent) }
}

/** A record without our key that was there before the call is somebody else's. */
function couldBe({ key, changedAtMs }: RemoteRecord, sentAtMs: number): boolean {
  return key === null && (changedAtMs === null || changedAtMs >= sentAtMs - CLOCK_DOUBT_MS)
}

/** It was not carried out: planned again from the entry as it is now. */
function forget({ accountId, store }: PushContext, item: SyncItem): SyncItem {
  const free: SyncItem = { ...item, intent: null }
  store.saveItem(accountId, free)
  return free
}
