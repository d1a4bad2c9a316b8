import type { Lane } from '../../domain/budget/lane.ts'
import { planWrites } from '../../domain/sync/plan-writes.ts'
import type { Intent, SyncItem } from '../../domain/sync/sync-item.ts'
import { intentOf } from '../../domain/sync/write-intent.ts'
import type { ProviderError } from '../../ports/provider-error.ts'
import { lookFirst } from './look-first.ts'
import { noteProblem } from './note-problem.ts'
import type { PushContext, PushOutcome } from './push-context.ts'
import { resolveIntent } from './resolve-intent.ts'
import { reportGone, saveOutcome } from './save-outcome.ts'

/** An entry of 80 hours in a zone of odd days has some five parts; more writes than this for one entry is a fault of ours. */
const MAX_WRITES = 100

/**
 * Brings one entry to one account: each write is noted durably before the call, so that whatever ends the process or
 * the connection, the next attempt knows what may have happened and looks before it sends again. What to write is
 * planned anew from the entry as it is after every step; edits of edits coalesce by themselves.
 */
export async function pushEntry(context: PushContext, taken: SyncItem): Promise<PushOutcome> {
  const { accountId, provider, store } = context
  let item = taken
  for (let writes = 0; writes < MAX_WRITES; writes += 1) {
    if (item.intent !== null) {
      const resolved = await resolveIntent(context, item, item.intent)
      if (resolved.kind === 'stopped') return resolved.outcome
      item = resolved.item
      continue
    }
    const wanted = context.wanted(item.entryId)
    if (wanted.kind === 'blocked') {
      store.saveItem(accountId, { ...item, state: 'dead', problem: wanted.problem })
      return { kind: 'next' }
    }
    const [write] = planWrites(wanted.records, knownRecords(context, item), provider.capabilities.rules)
    if (write === undefined) {
      store.finish(accountId, item.entryId, item.changeNumber)
      return { kind: 'next' }
    }
    const looked = await lookFirst(context, item, write, wanted.lane)
    if (looked.kind === 'again') continue
    if (looked.kind === 'stopped') return looked.outcome
    const intent = intentOf(write, item.entryId, wanted.zone, context.nowMs())
    item = { ...item, state: 'sending', intent }
    store.saveItem(accountId, item)
    const answer = await send(context, intent, wanted.lane)
    if (!answer.ok) {
      if (answer.error.kind === 'not-found' && intent.kind === 'update') return reportGone(context, item, intent)
      return noteProblem(context, item, await meant(context, answer.error), 'write')
    }
    item = saveOutcome(context, item, intent, answer.value)
  }
  throw new Error(`an entry needed more than ${MAX_WRITES} writes`)
}

/** A refusal for a missing right, as what it is: where the credential itself has ended, no entry is at fault. */
async function meant({ credentialHolds }: PushContext, error: ProviderError): Promise<ProviderError> {
  if (error.kind !== 'forbidden' || credentialHolds === undefined || (await credentialHolds())) return error
  return { kind: 'unauthenticated', said: error.said }
}

function knownRecords({ store, accountId }: PushContext, item: SyncItem) {
  return store.links(accountId, item.entryId).map(({ part, remoteId, sent }) => ({ part, remoteId, base: sent }))
}

function send({ provider }: PushContext, intent: Intent, lane: Lane) {
  switch (intent.kind) {
    case 'create':
    case 'replace':
      return provider.create({ key: intent.key, fields: intent.fields, zone: intent.zone }, lane)
    case 'update':
      return provider.update(
        intent.remoteId,
        { key: intent.key, fields: intent.fields, zone: intent.zone },
        intent.changed,
        lane,
      )
    case 'remove':
      return provider.remove(intent.remoteId, lane)
  }
}
