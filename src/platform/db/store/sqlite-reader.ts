import { defaultSettings } from '../../../core/domain/settings/default-settings.ts'
import type { EntityMap, EntryFilter, StoreReader } from '../../../core/ports/store.ts'
import type { EntityKind, Settings } from '../../../shared/contract/entities.ts'
import type { ReportGroup } from '../../../shared/contract/reports.ts'
import { nameKey } from '../../../shared/name-key.ts'
import type { Statements } from '../statements.ts'
import { codecs, keptSettingsSchema, type RowKind } from './catalogue-codecs.ts'
import { entryQueries } from './entry-reader.ts'
import { entryConditions } from './filter-sql.ts'
import { historyQueries } from './history-reader.ts'
import { presenceQueries } from './presence-reader.ts'
import { reportQueries } from './report-reader.ts'

/** Answers the port's questions over one open database. */
export class SqliteReader implements StoreReader {
  protected readonly statements: Statements

  constructor(statements: Statements) {
    this.statements = statements
  }

  get<K extends EntityKind>(kind: K, id: string): EntityMap[K] | undefined {
    // Each branch returns the type that its kind stands for; TypeScript cannot follow a generic key that far.
    return this.#get(kind, id) as EntityMap[K] | undefined
  }

  #get(kind: EntityKind, id: string): unknown {
    if (kind === 'entry') return entryQueries.byId(this.statements, id)
    if (kind === 'settings') return { ...this.settings(), id: 'settings' }
    const codec = codecs[kind]
    const row = this.statements.one<Record<string, unknown>>(
      `select ${codec.columns.join(', ')} from ${codec.table} where id = ? and deleted_at_ms is null`,
      id,
    )
    return row && codec.read(row)
  }

  all<K extends RowKind>(kind: K): EntityMap[K][] {
    const codec = codecs[kind]
    return this.statements
      .all<Record<string, unknown>>(
        `select ${codec.columns.join(', ')} from ${codec.table} where deleted_at_ms is null order by ${codec.order}`,
      )
      .map((row) => codec.read(row))
  }

  settings(): Settings {
    const row = this.statements.one<{ value_json: string }>(`select value_json from settings where id = 'settings'`)
    if (row === undefined) return defaultSettings
    const kept = keptSettingsSchema.parse(JSON.parse(row.value_json))
    return Object.assign({ ...defaultSettings }, kept)
  }

  revision(): number {
    return (
      this.statements.one<{ revision: number | null }>('select max(revision) as revision from commands')?.revision ?? 0
    )
  }

  runningEntry() {
    return entryQueries.running(this.statements)
  }

  latestEntry() {
    return entryQueries.latest(this.statements)
  }

  entriesByIds(ids: readonly string[]) {
    return entryQueries.byIds(this.statements, ids)
  }

  entriesOfDay(day: string) {
    return entryQueries.ofDay(this.statements, day)
  }

  entriesBetween(startMs: number, endMs: number) {
    return entryQueries.between(this.statements, startMs, endMs)
  }

  entryIdsOfBatch(batchId: string) {
    return this.statements
      .all<{ id: string }>('select id from entries where import_batch_id = ? and deleted_at_ms is null', batchId)
      .map((row) => row.id)
  }

  pageEntries(filter: EntryFilter, limit: number, cursor: string | undefined) {
    return entryQueries.page(this.statements, filter, limit, cursor, true)
  }

  scanEntries(filter: EntryFilter, limit: number, cursor: string | undefined) {
    return entryQueries.page(this.statements, filter, limit, cursor, false)
  }

  matches(entryId: string, filter: EntryFilter): boolean {
    const where = entryConditions(this.statements, filter)
    return (
      this.statements.one(`select 1 from entries e where e.id = ? and ${where.sql}`, entryId, ...where.params) !==
      undefined
    )
  }

  totals(filter: EntryFilter) {
    return reportQueries.totals(this.statements, filter)
  }

  dayTotals(fromDay: string, toDay: string) {
    return reportQueries.dayTotals(this.statements, fromDay, toDay)
  }

  report(filter: EntryFilter, groupBy: readonly ReportGroup[], weekStart: number) {
    return reportQueries.report(this.statements, filter, groupBy, weekStart)
  }

  frequencies(sinceMs: number, text: string | undefined, limit: number) {
    return entryQueries.frequencies(this.statements, sinceMs, text, limit)
  }

  usage(kind: EntityKind, id: string): number {
    const queries = usageSql[kind]
    if (queries === undefined) return 0
    return queries.reduce((sum, sql) => sum + (this.statements.one<{ uses: number }>(sql, id)?.uses ?? 0), 0)
  }

  findByName(kind: keyof typeof parentColumn, name: string, parentId?: string | null): string | undefined {
    const parent = parentColumn[kind]
    const scoped = parent !== null && parentId !== undefined
    const row = this.statements.one<{ id: string }>(
      `select id from ${codecs[kind].table} where name_key = ? and deleted_at_ms is null ${scoped ? `and ${parent} is ?` : ''} order by id limit 1`,
      nameKey(name),
      ...(scoped ? [parentId] : []),
    )
    return row?.id
  }

  knownImportKeys(keys: readonly string[]) {
    return entryQueries.knownImportKeys(this.statements, keys)
  }

  entryStates(ids: readonly string[]) {
    return entryQueries.states(this.statements, ids)
  }

  createdWithBatch(batchId: string) {
    return historyQueries.createdWithBatch(this.statements, batchId)
  }

  unansweredAbsences() {
    return presenceQueries.unansweredAbsences(this.statements)
  }

  notifications(filter: { unreadOnly: boolean; sinceMs?: number | undefined }, limit: number) {
    return presenceQueries.notifications(this.statements, filter, limit)
  }

  unreadNotifications() {
    return presenceQueries.unread(this.statements)
  }

  notificationByKey(key: string) {
    return presenceQueries.byKey(this.statements, key)
  }

  lastUndoable(sinceMs: number) {
    return historyQueries.lastUndoable(this.statements, sinceMs)
  }

  lastRedoable(sinceMs: number) {
    return historyQueries.lastRedoable(this.statements, sinceMs)
  }

  history(sinceMs: number, limit: number) {
    return historyQueries.list(this.statements, sinceMs, limit)
  }

  changesOf(commandId: string) {
    return historyQueries.changesOf(this.statements, commandId)
  }
}

/** Names are unique among the children of one parent: a project's within its client, an activity's within its project. */
const parentColumn = {
  client: null,
  project: 'client_id',
  activity: 'project_id',
  tag: null,
  workItem: null,
  template: null,
} as const

const live = (table: string, column: string) =>
  `select count(*) as uses from ${table} where ${column} = ? and deleted_at_ms is null`

const usageSql: Partial<Record<EntityKind, readonly string[]>> = {
  client: [live('projects', 'client_id')],
  project: [
    live('entries', 'project_id'),
    live('activities', 'project_id'),
    live('templates', 'project_id'),
    live('work_items', 'project_id'),
    live('plan_items', 'project_id'),
  ],
  activity: [live('entries', 'activity_id'), live('templates', 'activity_id')],
  tag: [
    `select count(*) as uses from entry_tags t join entries e on e.seq = t.entry_seq where t.tag_id = ? and e.deleted_at_ms is null`,
    `select count(*) as uses from templates, json_each(tag_ids_json) j where j.value = ? and deleted_at_ms is null`,
  ],
  workItem: [live('entries', 'work_item_id'), live('templates', 'work_item_id'), live('plan_items', 'work_item_id')],
}
