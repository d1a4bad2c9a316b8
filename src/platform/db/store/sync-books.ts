import type { AccountProgress } from '../../../core/domain/sync/sync-item.ts'
import type { MapKind } from '../../../core/ports/sync-store.ts'
import type { RemoteCatalogue } from '../../../core/ports/time-provider.ts'
import { nameKey } from '../../../shared/name-key.ts'
import type { Statements } from '../statements.ts'
import { activitiesSchema, type ConflictRow, readConflict, readProblem } from './sync-codecs.ts'

interface ProgressRow {
  pull_cursor: string | null
  not_before_ms: number
  last_success_at_ms: number | null
  problem_json: string | null
  pulled_at_ms: number | null
  look_from_day: string | null
  user_name: string | null
  zone: string | null
  budget_json: string | null
}

const PROGRESS = `pull_cursor, not_before_ms, last_success_at_ms, problem_json, pulled_at_ms, look_from_day, user_name,
  zone, budget_json`
const CONFLICT =
  'id, account_id, entry_id, part, remote_id, sent_json, seen_json, mine_json, theirs_json, fields_json, at_ms'
const OF_ACCOUNT = ['sync_items', 'sync_links', 'sync_conflicts', 'sync_states', 'remote_projects', 'sync_maps']

const UNTOUCHED: AccountProgress = {
  pullCursor: null,
  notBeforeMs: 0,
  lastSuccessAtMs: null,
  problem: null,
  pulledAtMs: null,
  lookFromDay: null,
  userName: null,
  zone: null,
  budget: null,
}

/** What is known of each account beside its queue. */
export const bookQueries = {
  conflicts(statements: Statements, accountId: string | undefined, limit: number) {
    return statements
      .all<ConflictRow>(
        `select ${CONFLICT} from sync_conflicts
         where resolved_at_ms is null and (? is null or account_id = ?) order by at_ms, id limit ?`,
        accountId ?? null,
        accountId ?? null,
        limit,
      )
      .map(readConflict)
  },

  conflict(statements: Statements, id: string) {
    const row = statements.one<ConflictRow>(
      `select ${CONFLICT} from sync_conflicts where id = ? and resolved_at_ms is null`,
      id,
    )
    return row && readConflict(row)
  },

  progress(statements: Statements, accountId: string): AccountProgress {
    const row = statements.one<ProgressRow>(`select ${PROGRESS} from sync_states where account_id = ?`, accountId)
    if (row === undefined) return UNTOUCHED
    return {
      pullCursor: row.pull_cursor,
      notBeforeMs: row.not_before_ms,
      lastSuccessAtMs: row.last_success_at_ms,
      problem: readProblem(row.problem_json),
      pulledAtMs: row.pulled_at_ms,
      lookFromDay: row.look_from_day,
      userName: row.user_name,
      zone: row.zone,
      budget: row.budget_json,
    }
  },

  saveProgress(statements: Statements, accountId: string, change: Partial<AccountProgress>): void {
    const next = { ...bookQueries.progress(statements, accountId), ...change }
    statements.run(
      `insert into sync_states (account_id, ${PROGRESS}) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       on conflict (account_id) do update set pull_cursor = excluded.pull_cursor, not_before_ms = excluded.not_before_ms,
         last_success_at_ms = excluded.last_success_at_ms, problem_json = excluded.problem_json,
         pulled_at_ms = excluded.pulled_at_ms, look_from_day = excluded.look_from_day, user_name = excluded.user_name,
         zone = excluded.zone, budget_json = excluded.budget_json`,
      accountId,
      next.pullCursor,
      next.notBeforeMs,
      next.lastSuccessAtMs,
      next.problem === null ? null : JSON.stringify(next.problem),
      next.pulledAtMs,
      next.lookFromDay,
      next.userName,
      next.zone,
      next.budget,
    )
  },

  catalogue(statements: Statements, accountId: string, text: string | undefined, limit: number) {
    const kept = statements.one<{ catalogue_at_ms: number | null; activities_json: string | null }>(
      'select catalogue_at_ms, activities_json from sync_states where account_id = ?',
      accountId,
    )
    const wanted = nameKey(text ?? '')
    const projects = statements.all<{
      remote_id: string
      name: string
      client_name: string | null
      archived: number
      activities_json: string | null
    }>(
      `select remote_id, name, client_name, archived, activities_json from remote_projects
       where account_id = ? and (instr(name_key, ?) > 0 or remote_id = ?) order by remote_id = ? desc, archived, name_key limit ?`,
      accountId,
      wanted,
      text ?? '',
      text ?? '',
      limit,
    )
    return {
      seenAtMs: kept?.catalogue_at_ms ?? null,
      activities: readActivities(kept?.activities_json ?? null) ?? [],
      projects: projects.map((row) => ({
        remoteId: row.remote_id,
        name: row.name,
        clientName: row.client_name,
        archived: row.archived === 1,
        activities: readActivities(row.activities_json),
      })),
    }
  },

  saveCatalogue(statements: Statements, accountId: string, catalogue: RemoteCatalogue, nowMs: number): void {
    statements.run('delete from remote_projects where account_id = ?', accountId)
    for (const { remoteId, name, clientName, archived, activities } of catalogue.projects) {
      statements.run(
        `insert into remote_projects
           (account_id, remote_id, name, name_key, client_name, archived, activities_json, seen_at_ms)
         values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (account_id, remote_id) do nothing`,
        accountId,
        remoteId,
        name,
        // Found by its client as well.
        nameKey(`${name} ${clientName ?? ''}`),
        clientName,
        archived ? 1 : 0,
        activities === null ? null : JSON.stringify(activities),
        nowMs,
      )
    }
    statements.run(
      `insert into sync_states (account_id, catalogue_at_ms, activities_json) values (?, ?, ?)
       on conflict (account_id) do update set catalogue_at_ms = excluded.catalogue_at_ms,
         activities_json = excluded.activities_json`,
      accountId,
      nowMs,
      JSON.stringify(catalogue.activities),
    )
  },

  mapped(statements: Statements, accountId: string, kind: MapKind, localId: string): string | null {
    return (
      statements.one<{ remote_id: string }>(
        'select remote_id from sync_maps where account_id = ? and kind = ? and local_id = ?',
        accountId,
        kind,
        localId,
      )?.remote_id ?? null
    )
  },

  maps(statements: Statements, accountId: string, kind: MapKind) {
    return statements
      .all<{ local_id: string; remote_id: string }>(
        'select local_id, remote_id from sync_maps where account_id = ? and kind = ? order by local_id',
        accountId,
        kind,
      )
      .map((row) => ({ localId: row.local_id, remoteId: row.remote_id }))
  },

  saveMap(statements: Statements, accountId: string, kind: MapKind, localId: string, remoteId: string | null): void {
    if (remoteId === null) {
      statements.run(
        'delete from sync_maps where account_id = ? and kind = ? and local_id = ?',
        accountId,
        kind,
        localId,
      )
      return
    }
    statements.run(
      `insert into sync_maps (account_id, kind, local_id, remote_id) values (?, ?, ?, ?)
       on conflict (account_id, kind, local_id) do update set remote_id = excluded.remote_id`,
      accountId,
      kind,
      localId,
      remoteId,
    )
  },

  forget(statements: Statements, accountId: string): void {
    for (const table of OF_ACCOUNT) statements.run(`delete from ${table} where account_id = ?`, accountId)
  },

  distrust(statements: Statements): void {
    statements.run(
      `insert into sync_states (account_id, look_from_day)
       select id, from_day from accounts where deleted_at_ms is null
       on conflict (account_id) do update set look_from_day = excluded.look_from_day, pull_cursor = null, not_before_ms = 0`,
    )
  },
}

function readActivities(json: string | null) {
  return json === null ? null : activitiesSchema.parse(JSON.parse(json))
}
