import type { Intent, SyncState } from '../../../core/domain/sync/sync-item.ts'
import type {
  AccountItem,
  ItemCounts,
  LinkWindow,
  MapKind,
  QueueLane,
  RetryChoice,
} from '../../../core/ports/sync-store.ts'
import type { Statements } from '../statements.ts'
import { type ItemRow, type LinkRow, readItem, readLink } from './sync-codecs.ts'

export const ITEM_COLUMNS =
  'entry_id, state, attempts, not_before_ms, change_number, is_urgent, queued_at_ms, intent_json, problem_json'
export const LINK_COLUMNS = 'entry_id, part, remote_id, sent_json, seen_json, version'

const LANES = { all: '', urgent: 'and is_urgent = 1', rest: 'and is_urgent = 0' }
const NOT_IN_CONFLICT = `not exists (select 1 from sync_conflicts c where c.account_id = sync_items.account_id
  and c.entry_id = sync_items.entry_id and c.resolved_at_ms is null)`
/** A search too early after a lost answer promises nothing: the write may still be on its way. */
const SETTLE_MS = 30_000

/** What waits for an account. */
export const queueQueries = {
  nextDue(statements: Statements, accountId: string, nowMs: number, lane: QueueLane, busy: ReadonlySet<string>) {
    const free = busy.size === 0 ? '' : 'and entry_id not in (select value from json_each(?))'
    const row = statements.one<ItemRow>(
      `select ${ITEM_COLUMNS} from sync_items
       where account_id = ? and state <> 'dead' and not_before_ms <= ? ${LANES[lane]} ${free}
       order by is_urgent desc, queued_at_ms, entry_id limit 1`,
      accountId,
      nowMs,
      ...(busy.size === 0 ? [] : [JSON.stringify([...busy])]),
    )
    return row && readItem(row)
  },

  nextDueAtMs(statements: Statements, accountId: string): number | null {
    return (
      statements.one<{ at_ms: number | null }>(
        `select min(not_before_ms) as at_ms from sync_items where account_id = ? and state <> 'dead'`,
        accountId,
      )?.at_ms ?? null
    )
  },

  list(
    statements: Statements,
    { accountId, states }: { accountId?: string | undefined; states?: readonly SyncState[] | undefined },
    limit: number,
  ): AccountItem[] {
    return statements
      .all<ItemRow & { account_id: string }>(
        `select account_id, ${ITEM_COLUMNS} from sync_items
         where (? is null or account_id = ?) and (? is null or state in (select value from json_each(?)))
         order by queued_at_ms, entry_id limit ?`,
        accountId ?? null,
        accountId ?? null,
        states === undefined ? null : 1,
        JSON.stringify(states ?? []),
        limit,
      )
      .map((row) => ({ ...readItem(row), accountId: row.account_id }))
  },

  openIntents(statements: Statements, accountId: string): Intent[] {
    return statements
      .all<ItemRow>(
        `select ${ITEM_COLUMNS} from sync_items where account_id = ? and intent_json is not null`,
        accountId,
      )
      .flatMap((row) => readItem(row).intent ?? [])
  },

  counts(statements: Statements, accountId: string): ItemCounts {
    const counts = { queued: 0, sending: 0, unknown: 0, failed: 0, dead: 0, conflicts: 0 }
    const rows = statements.all<{ state: SyncState; n: number }>(
      `select state, count(*) as n from sync_items where account_id = ? and (state <> 'dead' or ${NOT_IN_CONFLICT})
       group by state`,
      accountId,
    )
    for (const { state, n } of rows) counts[state] = n
    const open = statements.one<{ n: number }>(
      'select count(*) as n from sync_conflicts where account_id = ? and resolved_at_ms is null',
      accountId,
    )
    return { ...counts, conflicts: open?.n ?? 0 }
  },

  retry(statements: Statements, { accountId, entryId, code }: RetryChoice): number {
    return statements.run(
      `update sync_items set state = 'queued', attempts = 0, not_before_ms = 0
       where state = 'dead' and (? is null or account_id = ?) and (? is null or entry_id = ?)
         and (? is null or json_extract(problem_json, '$.code') = ?) and ${NOT_IN_CONFLICT}`,
      ...[accountId, entryId, code].flatMap((value) => [value ?? null, value ?? null]),
    ).changes
  },

  /** Each with a moment of its own: the index then gives the next one without sorting thousands. */
  backfill(statements: Statements, accountId: string, fromDay: string, nowMs: number): number {
    return statements.run(
      `insert into sync_items (account_id, entry_id, state, is_urgent, queued_at_ms)
       select ?, e.id, 'queued', e.kind = 'clock' and e.ended_at_ms is null,
         ? + row_number() over (order by e.sort_ms, e.seq) from entries e
       where e.deleted_at_ms is null and ${FROM_DAY}
       on conflict (account_id, entry_id) do nothing`,
      accountId,
      nowMs,
      fromDay,
      fromDay,
    ).changes
  },

  countFrom(statements: Statements, fromDay: string): number {
    const row = statements.one<{ n: number }>(
      `select count(*) as n from entries e where e.deleted_at_ms is null and ${FROM_DAY}`,
      fromDay,
      fromDay,
    )
    return row?.n ?? 0
  },

  queueUses(
    statements: Statements,
    accountId: string,
    kind: MapKind,
    localId: string,
    fromDay: string,
    nowMs: number,
  ): number {
    const column = kind === 'project' ? 'project_id' : 'activity_id'
    return statements.run(
      `insert into sync_items (account_id, entry_id, state, queued_at_ms)
       select ?, e.id, 'queued', ? from entries e
       where e.deleted_at_ms is null and e.${column} = ? and ${FROM_DAY}
       on conflict (account_id, entry_id) do update set change_number = change_number + 1,
         state = case when state in ('dead', 'failed') then 'queued' else state end,
         not_before_ms = case when state in ('dead', 'failed') then 0 else not_before_ms end`,
      accountId,
      nowMs,
      localId,
      fromDay,
      fromDay,
    ).changes
  },

  recover(statements: Statements): void {
    statements.run(
      `update sync_items set state = 'unknown',
         not_before_ms = max(not_before_ms, json_extract(intent_json, '$.sentAtMs') + ${SETTLE_MS})
       where state = 'sending' and intent_json is not null`,
    )
    statements.run(`update sync_items set state = 'queued' where state = 'sending'`)
  },

  linksBetween(statements: Statements, accountId: string, window: LinkWindow) {
    return statements
      .all<LinkRow>(
        `select ${LINK_COLUMNS} from sync_links where account_id = ? and (
           (json_extract(seen_json, '$.time.startMs') >= ? and json_extract(seen_json, '$.time.startMs') < ?)
           or json_extract(seen_json, '$.time.day') between ? and ?)`,
        accountId,
        window.fromMs,
        window.untilMs,
        window.fromDay,
        window.toDay,
      )
      .map(readLink)
  },

  unlinkedEntryIds(statements: Statements, accountId: string, window: LinkWindow): string[] {
    return statements
      .all<{ id: string }>(
        `select e.id from entries e where e.deleted_at_ms is null and (
           (e.started_at_ms < ? and (e.ended_at_ms is null or e.ended_at_ms >= ?))
           or (e.kind = 'day' and e.day between ? and ?))
         and not exists (select 1 from sync_links l where l.account_id = ? and l.entry_id = e.id)
         order by e.sort_ms, e.seq`,
        window.untilMs,
        window.fromMs,
        window.fromDay,
        window.toDay,
        accountId,
      )
      .map(({ id }) => id)
  },
}

/** The day an entry begins on, or one that it reaches into. */
const FROM_DAY = '(e.day >= ? or exists (select 1 from entry_days d where d.entry_seq = e.seq and d.day >= ?))'
