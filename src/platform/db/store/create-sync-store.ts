import type Database from 'better-sqlite3'
import type { SyncConflict, SyncItem, SyncLink } from '../../../core/domain/sync/sync-item.ts'
import type { SyncStore, SyncWriter } from '../../../core/ports/sync-store.ts'
import type { DbHandle } from '../db-handle.ts'
import { Statements } from '../statements.ts'
import { bookQueries } from './sync-books.ts'
import { type ItemRow, type LinkRow, readItem, readLink } from './sync-codecs.ts'
import { ITEM_COLUMNS, LINK_COLUMNS, queueQueries } from './sync-queue.ts'

/** The books of synchronising, in the same database as the entries. */
export function createSyncStore(handle: DbHandle): SyncStore {
  const prepared = new WeakMap<Database.Database, Statements>()
  const statements = () => {
    const db = handle.current()
    const found = prepared.get(db) ?? new Statements(db)
    prepared.set(db, found)
    return found
  }
  const transaction = <T>(work: (writer: SyncWriter) => T): T => {
    const open = statements()
    return open.inTransaction(() => work(writerOver(open)))
  }
  return {
    nextDue: (accountId, nowMs, lane = 'all', busy = NONE) =>
      queueQueries.nextDue(statements(), accountId, nowMs, lane, busy),
    nextDueAtMs: (accountId) => queueQueries.nextDueAtMs(statements(), accountId),
    item(accountId, entryId) {
      const row = statements().one<ItemRow>(
        `select ${ITEM_COLUMNS} from sync_items where account_id = ? and entry_id = ?`,
        accountId,
        entryId,
      )
      return row && readItem(row)
    },
    items: (filter, limit) => queueQueries.list(statements(), filter, limit),
    openIntents: (accountId) => queueQueries.openIntents(statements(), accountId),
    counts: (accountId) => queueQueries.counts(statements(), accountId),
    retry: (choice) => queueQueries.retry(statements(), choice),
    backfill: (accountId, fromDay, nowMs) => queueQueries.backfill(statements(), accountId, fromDay, nowMs),
    countFrom: (fromDay) => queueQueries.countFrom(statements(), fromDay),
    queueUses: (accountId, kind, localId, fromDay, nowMs) =>
      queueQueries.queueUses(statements(), accountId, kind, localId, fromDay, nowMs),
    recover: () => transaction(() => queueQueries.recover(statements())),
    links: (accountId, entryId) =>
      statements()
        .all<LinkRow>(
          `select ${LINK_COLUMNS} from sync_links where account_id = ? and entry_id = ? order by part`,
          accountId,
          entryId,
        )
        .map(readLink),
    linkOf(accountId, remoteId) {
      const row = statements().one<LinkRow>(
        `select ${LINK_COLUMNS} from sync_links where account_id = ? and remote_id = ?`,
        accountId,
        remoteId,
      )
      return row && readLink(row)
    },
    linksBetween: (accountId, window) => queueQueries.linksBetween(statements(), accountId, window),
    unlinkedEntryIds: (accountId, window) => queueQueries.unlinkedEntryIds(statements(), accountId, window),
    conflicts: (accountId, limit) => bookQueries.conflicts(statements(), accountId, limit),
    conflict: (id) => bookQueries.conflict(statements(), id),
    progress: (accountId) => bookQueries.progress(statements(), accountId),
    saveProgress: (accountId, change) => transaction(() => bookQueries.saveProgress(statements(), accountId, change)),
    catalogue: (accountId, text, limit) => bookQueries.catalogue(statements(), accountId, text, limit),
    saveCatalogue: (accountId, catalogue, nowMs) =>
      transaction(() => bookQueries.saveCatalogue(statements(), accountId, catalogue, nowMs)),
    mapped: (accountId, kind, localId) => bookQueries.mapped(statements(), accountId, kind, localId),
    maps: (accountId, kind) => bookQueries.maps(statements(), accountId, kind),
    saveMap: (accountId, kind, localId, remoteId) =>
      bookQueries.saveMap(statements(), accountId, kind, localId, remoteId),
    forget: (accountId) => transaction(() => bookQueries.forget(statements(), accountId)),
    distrust: () => transaction(() => bookQueries.distrust(statements())),
    saveItem: (accountId, item) => transaction((writer) => writer.saveItem(accountId, item)),
    finish: (accountId, entryId, changeNumber) =>
      transaction((writer) => writer.finish(accountId, entryId, changeNumber)),
    transaction,
  }
}

const NONE: ReadonlySet<string> = new Set()

function writerOver(statements: Statements): SyncWriter {
  return {
    saveItem(accountId, item: SyncItem) {
      // An entry that changed meanwhile deserves a new try, whatever was found about its older state.
      statements.run(
        `update sync_items set
           state = case when change_number <> ? and ? in ('dead', 'failed') then 'queued' else ? end,
           not_before_ms = case when change_number <> ? and ? in ('dead', 'failed') then 0 else ? end,
           attempts = ?, intent_json = ?, problem_json = ?
         where account_id = ? and entry_id = ?`,
        item.changeNumber,
        item.state,
        item.state,
        item.changeNumber,
        item.state,
        item.notBeforeMs,
        item.attempts,
        item.intent === null ? null : JSON.stringify(item.intent),
        item.problem === null ? null : JSON.stringify(item.problem),
        accountId,
        item.entryId,
      )
    },
    saveLink(accountId, link: SyncLink) {
      statements.run(
        `insert into sync_links (account_id, ${LINK_COLUMNS}) values (?, ?, ?, ?, ?, ?, ?)
         on conflict (account_id, entry_id, part) do update set
           remote_id = excluded.remote_id, sent_json = excluded.sent_json, seen_json = excluded.seen_json,
           version = excluded.version`,
        accountId,
        link.entryId,
        link.part,
        link.remoteId,
        JSON.stringify(link.sent),
        JSON.stringify(link.seen),
        link.version,
      )
    },
    removeLink(accountId, entryId, part) {
      statements.run(
        'delete from sync_links where account_id = ? and entry_id = ? and part = ?',
        accountId,
        entryId,
        part,
      )
    },
    saveConflict(accountId, conflict: SyncConflict) {
      statements.run(
        `insert into sync_conflicts
           (id, account_id, entry_id, part, remote_id, sent_json, seen_json, mine_json, theirs_json, fields_json, at_ms)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
         on conflict (account_id, entry_id, part) where resolved_at_ms is null do update set
           remote_id = excluded.remote_id, sent_json = excluded.sent_json, seen_json = excluded.seen_json,
           mine_json = excluded.mine_json, theirs_json = excluded.theirs_json, fields_json = excluded.fields_json`,
        conflict.id,
        accountId,
        conflict.entryId,
        conflict.part,
        conflict.remoteId,
        JSON.stringify(conflict.sent),
        JSON.stringify(conflict.seen),
        conflict.mine === null ? null : JSON.stringify(conflict.mine),
        conflict.theirs === null ? null : JSON.stringify(conflict.theirs),
        JSON.stringify(conflict.fields),
        conflict.atMs,
      )
    },
    settle(accountId, entryId, part, atMs) {
      statements.run(
        `update sync_conflicts set resolved_at_ms = ?
         where account_id = ? and entry_id = ? and part = ? and resolved_at_ms is null`,
        atMs,
        accountId,
        entryId,
        part,
      )
    },
    queue(accountId, entryId, nowMs) {
      statements.run(
        `insert into sync_items (account_id, entry_id, state, queued_at_ms) values (?, ?, 'queued', ?)
         on conflict (account_id, entry_id) do update set change_number = change_number + 1, attempts = 0,
           not_before_ms = case when state = 'unknown' then not_before_ms else 0 end,
           state = case when state in ('sending', 'unknown') then state else 'queued' end`,
        accountId,
        entryId,
        nowMs,
      )
    },
    finish(accountId, entryId, changeNumber) {
      const gone = statements.run(
        'delete from sync_items where account_id = ? and entry_id = ? and change_number = ?',
        accountId,
        entryId,
        changeNumber,
      )
      if (gone.changes === 1) return
      statements.run(
        `update sync_items set state = 'queued', intent_json = null, attempts = 0, not_before_ms = 0
         where account_id = ? and entry_id = ?`,
        accountId,
        entryId,
      )
    },
  }
}
