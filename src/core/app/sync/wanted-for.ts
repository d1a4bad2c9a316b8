import type { Account } from '../../../shared/contract/accounts.ts'
import type { Entry } from '../../../shared/contract/entities.ts'
import { dayOf } from '../../../shared/zone/day-bounds.ts'
import type { WantedRecord } from '../../domain/sync/plan-writes.ts'
import type { SyncProblem } from '../../domain/sync/sync-item.ts'
import { type EntryWords, wantedRecords } from '../../domain/sync/wanted-records.ts'
import type { StoreReader } from '../../ports/store.ts'
import type { SyncStore } from '../../ports/sync-store.ts'
import type { OpenAccount } from './open-account.ts'
import type { Wanted } from './push-context.ts'

/** Of every day: what is sent from a day on is decided here, by what is there already. */
const ANY_DAY = ''

/** What an account should hold for an entry as it is now. `urgent`: somebody waits to see it. */
export function wantedFor(
  books: { readonly reader: StoreReader; readonly syncStore: SyncStore },
  { account, provider, zone }: OpenAccount,
  entryId: string,
  urgent: boolean,
  nowMs: number,
): Wanted {
  const entry = books.reader.get('entry', entryId)
  const lane = urgent ? 'interactive' : 'background'
  if (entry === undefined) return { kind: 'records', records: [], zone, lane }
  const linked = new Set(books.syncStore.links(account.id, entryId).map(({ part }) => part))
  // What came from there belongs there, whatever the rule says of new ones: a rule must not delete at its source.
  const rule = entry.source === 'provider' && linked.size > 0 ? ({ kind: 'all' } as const) : account.rule
  const outcome = wantedRecords(
    entry,
    { ...account, rule, fromDay: ANY_DAY },
    provider.capabilities,
    wordsOf(books, account, entry),
    zone,
  )
  if (outcome.kind === 'blocked') return { kind: 'blocked', problem: blockedProblem(outcome.code, nowMs) }
  // Nothing of before the first day is sent; what was sent once is not taken back because that day was moved.
  const records = outcome.records.filter(
    (record) => linked.has(record.part) || lastDayOf(record, zone) >= account.fromDay,
  )
  return { kind: 'records', records, zone: entry.time.zone, lane }
}

export function wordsOf(
  { reader, syncStore }: { readonly reader: StoreReader; readonly syncStore: SyncStore },
  account: Account,
  entry: Pick<Entry, 'projectId' | 'activityId' | 'workItemId' | 'tagIds'>,
): EntryWords {
  const { projectId, activityId, workItemId } = entry
  const item = workItemId === null ? undefined : reader.get('workItem', workItemId)
  return {
    projectName: projectId === null ? null : (reader.get('project', projectId)?.name ?? null),
    item: item === undefined ? null : { key: item.key, title: item.title },
    tagNames: entry.tagIds.flatMap((id) => reader.get('tag', id)?.name ?? []),
    remoteProjectId: projectId === null ? null : syncStore.mapped(account.id, 'project', projectId),
    remoteActivityId: activityId === null ? null : syncStore.mapped(account.id, 'activity', activityId),
  }
}

function lastDayOf({ fields: { time } }: WantedRecord, zone: string): string {
  if (time.kind === 'amount') return time.day
  return dayOf(time.endMs === null ? time.startMs : Math.max(time.startMs, time.endMs - 1), zone)
}

const BLOCKED = {
  'needs-project': {
    happened: 'The provider wants a project for every entry, and this one’s is not one there.',
    todo: 'Map the project of the entry to one of the account, or give the account a default project.',
  },
  'needs-activity': {
    happened: 'The provider wants an activity for every entry, and this one’s is not one there.',
    todo: 'Map the activity of the entry to one of the account, or give the account a default activity.',
  },
  'needs-note': {
    happened: 'The provider wants a note for every entry, and this one has none.',
    todo: 'Write a note, or give the account a note template.',
  },
}

function blockedProblem(code: keyof typeof BLOCKED, atMs: number): SyncProblem {
  return { code, ...BLOCKED[code], said: null, atMs }
}
