import type { Entry } from '../../../shared/contract/entities.ts'
import type { Statements } from '../statements.ts'
import { localDay } from './entry-writer.ts'

/**
 * Notes that an entry has to be brought to every account that takes it: those that send, from their first day on, and
 * those that hold a record of it already. `sides` are the entry before and after; a running one, and one that has just
 * stopped, goes first. A row that is being sent keeps its state; it moves by its number.
 */
export function queueEntry(statements: Statements, entryId: string, sides: readonly Entry[], nowMs: number): void {
  const isUrgent = sides.some(({ time }) => time.kind === 'clock' && time.endedAtMs === null)
  const lastDay =
    sides
      .map((side) => localDay(side))
      .sort()
      .at(-1) ?? ''
  statements.run(
    `insert into sync_items (account_id, entry_id, state, is_urgent, queued_at_ms)
     select id, ?, 'queued', ?, ? from accounts
     where deleted_at_ms is null and direction <> 'pull' and (
       from_day <= ? or exists (select 1 from sync_links where account_id = accounts.id and entry_id = ?))
     on conflict (account_id, entry_id) do update set
       change_number = change_number + 1,
       is_urgent = max(is_urgent, excluded.is_urgent),
       attempts = 0,
       not_before_ms = case when state = 'unknown' then not_before_ms else 0 end,
       state = case when state in ('sending', 'unknown') then state else 'queued' end`,
    entryId,
    isUrgent ? 1 : 0,
    nowMs,
    lastDay,
    entryId,
  )
}
