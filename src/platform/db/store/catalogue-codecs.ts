import { z } from 'zod'
import type { EntityMap } from '../../../core/ports/store.ts'
import { absencePieceSchema } from '../../../shared/contract/absence.ts'
import { accountSettingsShape } from '../../../shared/contract/accounts.ts'
import { settingsSchema } from '../../../shared/contract/entities.ts'
import { placeSchema } from '../../../shared/contract/notifications.ts'
import { nameKey } from '../../../shared/name-key.ts'

/** Kinds kept as one plain row each. Entries are not: they have tags and day slices. */
export type RowKind = Exclude<keyof EntityMap, 'entry' | 'settings'>

type Cell = string | number | null

interface Codec<K extends RowKind> {
  readonly table: string
  readonly columns: readonly string[]
  readonly order: string
  write(value: EntityMap[K]): Cell[]
  read(row: Record<string, unknown>): EntityMap[K]
}

const bit = (value: boolean) => (value ? 1 : 0)
const tagIdsSchema = z.array(z.string())
const piecesSchema = z.array(absencePieceSchema)
const configShape = accountSettingsShape
/** Kept accounts may come from an older version: what is missing takes its default. */
const configSchema = z.object({
  rule: configShape.rule.default({ kind: 'all' }),
  workspaceId: configShape.workspaceId.default(null),
  defaultProjectId: configShape.defaultProjectId.default(null),
  defaultActivityId: configShape.defaultActivityId.default(null),
  tags: configShape.tags.default([]),
  noteTemplate: configShape.noteTemplate.default(''),
  user: configShape.user.default(null),
  instance: configShape.instance.default(null),
  org: configShape.org.default(null),
})

// Column types are fixed by the schema (STRICT by migration and written only here), so reading asserts them.
const text = (row: Record<string, unknown>, column: string) => row[column] as string
const maybe = (row: Record<string, unknown>, column: string) => row[column] as string | null
const number = (row: Record<string, unknown>, column: string) => row[column] as number
const flag = (row: Record<string, unknown>, column: string) => row[column] === 1

export const codecs: { readonly [K in RowKind]: Codec<K> } = {
  client: {
    table: 'clients',
    columns: ['id', 'name', 'name_key', 'archived'],
    order: 'name_key',
    write: (it) => [it.id, it.name, nameKey(it.name), bit(it.archived)],
    read: (row) => ({ id: text(row, 'id'), name: text(row, 'name'), archived: flag(row, 'archived') }),
  },
  project: {
    table: 'projects',
    columns: ['id', 'name', 'name_key', 'client_id', 'colour', 'billable_by_default', 'archived'],
    order: 'name_key',
    write: (it) => [
      it.id,
      it.name,
      nameKey(it.name),
      it.clientId,
      it.colour,
      bit(it.billableByDefault),
      bit(it.archived),
    ],
    read: (row) => ({
      id: text(row, 'id'),
      name: text(row, 'name'),
      clientId: maybe(row, 'client_id'),
      colour: text(row, 'colour'),
      billableByDefault: flag(row, 'billable_by_default'),
      archived: flag(row, 'archived'),
    }),
  },
  activity: {
    table: 'activities',
    columns: ['id', 'name', 'name_key', 'project_id', 'archived'],
    order: 'name_key',
    write: (it) => [it.id, it.name, nameKey(it.name), it.projectId, bit(it.archived)],
    read: (row) => ({
      id: text(row, 'id'),
      name: text(row, 'name'),
      projectId: maybe(row, 'project_id'),
      archived: flag(row, 'archived'),
    }),
  },
  tag: {
    table: 'tags',
    columns: ['id', 'name', 'name_key', 'colour', 'archived'],
    order: 'name_key',
    write: (it) => [it.id, it.name, nameKey(it.name), it.colour, bit(it.archived)],
    read: (row) => ({
      id: text(row, 'id'),
      name: text(row, 'name'),
      colour: maybe(row, 'colour'),
      archived: flag(row, 'archived'),
    }),
  },
  workItem: {
    table: 'work_items',
    columns: ['id', 'item_key', 'name_key', 'title', 'project_id', 'state'],
    order: 'name_key',
    write: (it) => [it.id, it.key, nameKey(it.key), it.title, it.projectId, it.state],
    read: (row) => ({
      id: text(row, 'id'),
      key: text(row, 'item_key'),
      title: text(row, 'title'),
      projectId: maybe(row, 'project_id'),
      state: text(row, 'state') as 'open' | 'done',
    }),
  },
  template: {
    table: 'templates',
    columns: [
      'id',
      'name',
      'name_key',
      'note',
      'project_id',
      'activity_id',
      'work_item_id',
      'tag_ids_json',
      'billable',
      'duration_ms',
    ],
    order: 'name_key',
    write: (it) => [
      it.id,
      it.name,
      nameKey(it.name),
      it.note,
      it.projectId,
      it.activityId,
      it.workItemId,
      JSON.stringify(it.tagIds),
      bit(it.billable),
      it.durationMs,
    ],
    read: (row) => ({
      id: text(row, 'id'),
      name: text(row, 'name'),
      note: text(row, 'note'),
      projectId: maybe(row, 'project_id'),
      activityId: maybe(row, 'activity_id'),
      workItemId: maybe(row, 'work_item_id'),
      tagIds: tagIdsSchema.parse(JSON.parse(text(row, 'tag_ids_json'))),
      billable: flag(row, 'billable'),
      durationMs: row['duration_ms'] as number | null,
    }),
  },
  planItem: {
    table: 'plan_items',
    columns: [
      'id',
      'day',
      'title',
      'project_id',
      'work_item_id',
      'estimate_ms',
      'fixed_start_minute',
      'carried_count',
      'rank',
      'state',
    ],
    order: 'day, rank',
    write: (it) => [
      it.id,
      it.day,
      it.title,
      it.projectId,
      it.workItemId,
      it.estimateMs,
      it.fixedStartMinute,
      it.carriedCount,
      it.rank,
      it.state,
    ],
    read: (row) => ({
      id: text(row, 'id'),
      day: text(row, 'day'),
      title: text(row, 'title'),
      projectId: maybe(row, 'project_id'),
      workItemId: maybe(row, 'work_item_id'),
      estimateMs: number(row, 'estimate_ms'),
      fixedStartMinute: row['fixed_start_minute'] as number | null,
      carriedCount: number(row, 'carried_count'),
      rank: text(row, 'rank'),
      state: text(row, 'state') as EntityMap['planItem']['state'],
    }),
  },
  importBatch: {
    table: 'import_batches',
    columns: ['id', 'format', 'file_name', 'hash', 'imported_at_ms', 'added', 'skipped', 'undone'],
    order: 'imported_at_ms desc',
    write: (it) => [it.id, it.format, it.fileName, it.hash, it.importedAtMs, it.added, it.skipped, bit(it.undone)],
    read: (row) => ({
      id: text(row, 'id'),
      format: text(row, 'format') as EntityMap['importBatch']['format'],
      fileName: text(row, 'file_name'),
      hash: text(row, 'hash'),
      importedAtMs: number(row, 'imported_at_ms'),
      added: number(row, 'added'),
      skipped: number(row, 'skipped'),
      undone: flag(row, 'undone'),
    }),
  },
  absence: {
    table: 'absences',
    columns: ['id', 'entry_id', 'pieces_json', 'state', 'asked_at_ms', 'updated_at_ms'],
    order: 'asked_at_ms',
    write: (it) => [it.id, it.entryId, JSON.stringify(it.pieces), it.state, it.askedAtMs, it.updatedAtMs],
    read: (row) => ({
      id: text(row, 'id'),
      entryId: text(row, 'entry_id'),
      pieces: piecesSchema.parse(JSON.parse(text(row, 'pieces_json'))),
      state: text(row, 'state') as EntityMap['absence']['state'],
      askedAtMs: number(row, 'asked_at_ms'),
      updatedAtMs: number(row, 'updated_at_ms'),
    }),
  },
  notification: {
    table: 'notifications',
    columns: ['id', 'natural_key', 'kind', 'title', 'body', 'place_json', 'at_ms', 'quiet', 'read_at_ms'],
    order: 'at_ms',
    write: (it) => [
      it.id,
      it.key,
      it.kind,
      it.title,
      it.body,
      JSON.stringify(it.place),
      it.atMs,
      bit(it.quiet),
      it.readAtMs,
    ],
    read: (row) => ({
      id: text(row, 'id'),
      key: text(row, 'natural_key'),
      kind: text(row, 'kind') as EntityMap['notification']['kind'],
      title: text(row, 'title'),
      body: text(row, 'body'),
      place: placeSchema.parse(JSON.parse(text(row, 'place_json'))),
      atMs: number(row, 'at_ms'),
      quiet: flag(row, 'quiet'),
      readAtMs: row['read_at_ms'] as number | null,
    }),
  },
  account: {
    table: 'accounts',
    columns: [
      'id',
      'name',
      'name_key',
      'kind',
      'base_url',
      'config_json',
      'direction',
      'from_day',
      'state',
      'created_at_ms',
    ],
    order: 'name_key, id',
    write: ({ id, name, kind, baseUrl, direction, fromDay, state, createdAtMs, ...config }) => [
      id,
      name,
      nameKey(name),
      kind,
      baseUrl,
      JSON.stringify(config),
      direction,
      fromDay,
      state,
      createdAtMs,
    ],
    read: (row) => ({
      ...configSchema.parse(JSON.parse(text(row, 'config_json'))),
      id: text(row, 'id'),
      name: text(row, 'name'),
      kind: text(row, 'kind') as EntityMap['account']['kind'],
      baseUrl: text(row, 'base_url'),
      direction: text(row, 'direction') as EntityMap['account']['direction'],
      fromDay: text(row, 'from_day'),
      state: text(row, 'state') as EntityMap['account']['state'],
      createdAtMs: number(row, 'created_at_ms'),
    }),
  },
}

/** Kept settings may come from an older version: what is missing takes its default, what is unknown is dropped. */
export const keptSettingsSchema = z.object(settingsSchema.shape).partial()
