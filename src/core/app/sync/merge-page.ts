import { dayOf } from '../../../shared/zone/day-bounds.ts'
import { isSameField, type SyncFields } from '../../domain/sync/sync-fields.ts'
import type { RemoteRecord } from '../../ports/time-provider.ts'
import type { CoreContext } from '../core-context.ts'
import { carryOut } from './carry-out.ts'
import type { Held } from './held-entries.ts'
import type { OpenAccount } from './open-account.ts'
import { adoptFor, type Candidate, type Effect, type MergeBooks, planMerge } from './plan-merge.ts'
import { wantedFor } from './wanted-for.ts'

/** Of one transaction: others wait while it runs. */
const AT_ONCE = 200
const DAY_MS_AND_MORE = 26 * 3_600_000

/** `isComplete`: nothing was left for the next pull. */
export interface MergedPage {
  readonly changed: number
  readonly isComplete: boolean
}

export async function mergePage(
  context: CoreContext,
  open: OpenAccount,
  held: Held,
  records: readonly RemoteRecord[],
): Promise<MergedPage> {
  const { scheduler } = context.ports
  await learnNames(context, open, records)
  let changed = 0
  let isComplete = true
  for (let at = 0; at < records.length; at += AT_ONCE) {
    if (at > 0) await scheduler.pause()
    // From here to `carryOut` nothing is waited for: what was read is what is written to.
    const planned = planPage(context, open, held, records.slice(at, at + AT_ONCE))
    const done = planned.effects.length === 0 ? 0 : carryOut(context, open, planned.effects)
    changed += done ?? 0
    isComplete &&= planned.isComplete && done !== undefined
  }
  return { changed, isComplete }
}

function planPage({ ports }: CoreContext, open: OpenAccount, held: Held, records: readonly RemoteRecord[]) {
  const { account } = open
  const { clock, ids, store, syncStore } = ports
  const effects: Effect[] = []
  let isComplete = true
  store.read((reader) => {
    const books: MergeBooks = { reader, syncStore, nowMs: clock.nowMs(), newId: () => ids.next() }
    const strangers: RemoteRecord[] = []
    for (const record of records) {
      const link = syncStore.linkOf(account.id, record.remoteId)
      if (link === undefined) {
        if (!record.deleted) strangers.push(record)
        continue
      }
      // Where only we send, what is edited there is no news; a replaced record is on its way out.
      if (account.direction === 'push' || link.part.startsWith('~')) continue
      if (held.has(link.entryId) || (syncStore.item(account.id, link.entryId)?.intent ?? null) !== null) {
        isComplete = false
        continue
      }
      const effect = planMerge(books, open, link, record.deleted ? null : record)
      if (effect !== undefined) effects.push(effect)
    }
    if (strangers.length === 0) return
    const sending = writesUnderWay(books, open)
    const candidates = candidatesFor(books, open, held, strangers)
    for (const record of strangers) {
      // Our own, whose answer has not arrived: the queue finds it.
      if (sending.some((write) => isMadeBy(record, write, open))) {
        isComplete = false
        continue
      }
      const link = adoptFor(record, candidates, open)
      if (link !== undefined) effects.push({ kind: 'adopt', link })
      else if (account.direction !== 'push' && dayOfRecord(record, open) >= account.fromDay) {
        effects.push({ kind: 'create', record })
      }
    }
  })
  return { effects, isComplete }
}

interface UnderWay {
  readonly key: string
  readonly fields: SyncFields
}

function writesUnderWay({ syncStore }: MergeBooks, { account }: OpenAccount): UnderWay[] {
  return syncStore
    .openIntents(account.id)
    .flatMap((intent) =>
      intent.kind === 'create' || intent.kind === 'replace' ? [{ key: intent.key, fields: intent.fields }] : [],
    )
}

function isMadeBy(record: RemoteRecord, { key, fields }: UnderWay, { provider }: OpenAccount): boolean {
  if (record.key !== null) return record.key === key
  const { quantumMs } = provider.capabilities.rules
  return isSameField('time', record.fields, fields, quantumMs) && isSameField('note', record.fields, fields, quantumMs)
}

/** Entries near these records that have no record there, as they would be sent. */
function candidatesFor(
  books: MergeBooks,
  open: OpenAccount,
  held: Held,
  records: readonly RemoteRecord[],
): Candidate[] {
  const days = records.map((record) => dayOfRecord(record, open)).sort()
  const starts = records.flatMap(({ fields: { time } }) => (time.kind === 'instants' ? [time.startMs] : []))
  const noon = days.map((day) => Date.parse(`${day}T12:00:00Z`))
  const window = {
    fromDay: days[0] ?? '',
    toDay: days.at(-1) ?? '',
    fromMs: Math.min(...starts, ...noon) - DAY_MS_AND_MORE,
    untilMs: Math.max(...starts, ...noon) + DAY_MS_AND_MORE,
  }
  return books.syncStore.unlinkedEntryIds(open.account.id, window).flatMap((entryId) => {
    if (held.has(entryId)) return []
    // A push rule narrows what is sent; for telling what is the same, every entry counts.
    const wanted = wantedFor(books, anyRule(open), entryId, false, books.nowMs)
    return wanted.kind === 'records' ? wanted.records.map(({ part, fields }) => ({ entryId, part, fields })) : []
  })
}

function anyRule(open: OpenAccount): OpenAccount {
  return { ...open, account: { ...open.account, rule: { kind: 'all' } } }
}

function dayOfRecord({ fields: { time } }: RemoteRecord, { zone }: OpenAccount): string {
  return time.kind === 'amount' ? time.day : dayOf(time.startMs, zone)
}

/** Asks for the provider's projects once where a record names one that was never heard of. */
async function learnNames(
  { ports: { clock, syncStore, log } }: CoreContext,
  { account, provider }: OpenAccount,
  records: readonly RemoteRecord[],
): Promise<void> {
  if (account.direction === 'push') return
  const named = new Set(records.flatMap(({ fields: { projectId } }) => projectId ?? []))
  const mapped = new Set(syncStore.maps(account.id, 'project').map(({ remoteId }) => remoteId))
  const isKnown = (remoteId: string) =>
    mapped.has(remoteId) || syncStore.catalogue(account.id, remoteId, 1).projects[0]?.remoteId === remoteId
  if ([...named].every(isKnown)) return
  const asked = await provider.catalogue()
  // Without names the entries come without projects; nothing is lost there.
  if (asked.ok) syncStore.saveCatalogue(account.id, asked.value, clock.nowMs())
  else log.info({ accountId: account.id, kind: asked.error.kind }, 'projects of a provider could not be fetched')
}
