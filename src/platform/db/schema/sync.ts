import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/** A configured provider. Its secret is not here. */
export const accounts = sqliteTable('accounts', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  nameKey: text('name_key').notNull(),
  kind: text('kind').notNull(),
  baseUrl: text('base_url').notNull(),
  /** Workspace, user, instance, default project and tags …: what this kind needs. */
  configJson: text('config_json').notNull(),
  direction: text('direction', { enum: ['push', 'pull', 'both'] }).notNull(),
  /** First local day that is sent. */
  fromDay: text('from_day').notNull(),
  state: text('state', { enum: ['active', 'paused', 'needs-credential'] }).notNull(),
  createdAtMs: integer('created_at_ms').notNull(),
  deletedAtMs: integer('deleted_at_ms'),
})

/** Entries that have to be brought to an account: one row each, written in the transaction that changes the entry. */
export const syncItems = sqliteTable(
  'sync_items',
  {
    accountId: text('account_id').notNull(),
    entryId: text('entry_id').notNull(),
    state: text('state', { enum: ['queued', 'sending', 'unknown', 'failed', 'dead'] }).notNull(),
    /** A running timer goes first: somebody waits to see it. */
    isUrgent: integer('is_urgent').notNull().default(0),
    attempts: integer('attempts').notNull().default(0),
    notBeforeMs: integer('not_before_ms').notNull().default(0),
    /** Moves with each change of the entry. */
    changeNumber: integer('change_number').notNull().default(1),
    queuedAtMs: integer('queued_at_ms').notNull(),
    intentJson: text('intent_json'),
    problemJson: text('problem_json'),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.entryId] }),
    index('sync_items_due').on(table.accountId, table.isUrgent, table.queuedAtMs).where(sql`state <> 'dead'`),
  ],
)

/** Which record of the provider belongs to which (part of an) entry, and what both sides last had in common. */
export const syncLinks = sqliteTable(
  'sync_links',
  {
    accountId: text('account_id').notNull(),
    entryId: text('entry_id').notNull(),
    part: text('part').notNull(),
    remoteId: text('remote_id').notNull(),
    sentJson: text('sent_json').notNull(),
    seenJson: text('seen_json').notNull(),
    version: text('version'),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.entryId, table.part] }),
    uniqueIndex('sync_links_remote').on(table.accountId, table.remoteId),
  ],
)

export const syncConflicts = sqliteTable(
  'sync_conflicts',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id').notNull(),
    entryId: text('entry_id').notNull(),
    part: text('part').notNull(),
    remoteId: text('remote_id').notNull(),
    sentJson: text('sent_json').notNull(),
    seenJson: text('seen_json').notNull(),
    mineJson: text('mine_json'),
    theirsJson: text('theirs_json'),
    fieldsJson: text('fields_json').notNull(),
    atMs: integer('at_ms').notNull(),
    resolvedAtMs: integer('resolved_at_ms'),
  },
  (table) => [
    uniqueIndex('sync_conflicts_open')
      .on(table.accountId, table.entryId, table.part)
      .where(sql`resolved_at_ms is null`),
  ],
)

/** How far an account has got: where the next pull begins, when it last went well. */
export const syncStates = sqliteTable('sync_states', {
  accountId: text('account_id').primaryKey(),
  pullCursor: text('pull_cursor'),
  notBeforeMs: integer('not_before_ms').notNull().default(0),
  lastSuccessAtMs: integer('last_success_at_ms'),
  problemJson: text('problem_json'),
  /** When the last pull that saw all it asked for began. */
  pulledAtMs: integer('pulled_at_ms'),
  /** From this day on the provider may hold records of entries that are linked to none: looked for before anything is sent. */
  lookFromDay: text('look_from_day'),
  /** Who the credential belongs to, and the zone of that profile; days are cut in it. */
  userName: text('user_name'),
  zone: text('zone'),
  /** What was spent of the provider's budgets, by scope: a quota per hour outlives a restart. */
  budgetJson: text('budget_json'),
  catalogueAtMs: integer('catalogue_at_ms'),
  /** Activities that belong to no project of their own. */
  activitiesJson: text('activities_json'),
})

/** The provider's projects and activities as last seen, so that they can be searched and mapped offline. */
export const remoteProjects = sqliteTable(
  'remote_projects',
  {
    accountId: text('account_id').notNull(),
    remoteId: text('remote_id').notNull(),
    name: text('name').notNull(),
    nameKey: text('name_key').notNull(),
    clientName: text('client_name'),
    archived: integer('archived').notNull(),
    activitiesJson: text('activities_json'),
    seenAtMs: integer('seen_at_ms').notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.remoteId] })],
)

/** Our project or activity is theirs. `kind` says which. */
export const syncMaps = sqliteTable(
  'sync_maps',
  {
    accountId: text('account_id').notNull(),
    kind: text('kind', { enum: ['project', 'activity'] }).notNull(),
    localId: text('local_id').notNull(),
    remoteId: text('remote_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.kind, table.localId] })],
)
