import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** `name_key` is the name as compared: normalised and lower case by Unicode's rules, which SQLite's own lower() does not know. */
const named = {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  nameKey: text('name_key').notNull(),
  archived: integer('archived').notNull().default(0),
  deletedAtMs: integer('deleted_at_ms'),
}

export const clients = sqliteTable('clients', { ...named }, (table) => [index('clients_name').on(table.nameKey)])

export const projects = sqliteTable(
  'projects',
  {
    ...named,
    clientId: text('client_id').references(() => clients.id, { onDelete: 'restrict' }),
    colour: text('colour').notNull(),
    billableByDefault: integer('billable_by_default').notNull().default(0),
  },
  (table) => [index('projects_name').on(table.nameKey), index('projects_client').on(table.clientId)],
)

export const activities = sqliteTable(
  'activities',
  { ...named, projectId: text('project_id').references(() => projects.id, { onDelete: 'restrict' }) },
  (table) => [index('activities_name').on(table.nameKey), index('activities_project').on(table.projectId)],
)

export const tags = sqliteTable('tags', { ...named, colour: text('colour') }, (table) => [
  index('tags_name').on(table.nameKey),
])

export const workItems = sqliteTable(
  'work_items',
  {
    id: text('id').primaryKey(),
    itemKey: text('item_key').notNull(),
    nameKey: text('name_key').notNull(),
    title: text('title').notNull(),
    projectId: text('project_id').references(() => projects.id, { onDelete: 'restrict' }),
    state: text('state', { enum: ['open', 'done'] }).notNull(),
    deletedAtMs: integer('deleted_at_ms'),
  },
  (table) => [index('work_items_key').on(table.nameKey)],
)

export const templates = sqliteTable('templates', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  nameKey: text('name_key').notNull(),
  note: text('note').notNull(),
  projectId: text('project_id').references(() => projects.id, { onDelete: 'restrict' }),
  activityId: text('activity_id').references(() => activities.id, { onDelete: 'restrict' }),
  workItemId: text('work_item_id').references(() => workItems.id, { onDelete: 'restrict' }),
  tagIdsJson: text('tag_ids_json').notNull(),
  billable: integer('billable').notNull(),
  durationMs: integer('duration_ms'),
  deletedAtMs: integer('deleted_at_ms'),
})

export const planItems = sqliteTable(
  'plan_items',
  {
    id: text('id').primaryKey(),
    day: text('day').notNull(),
    title: text('title').notNull(),
    projectId: text('project_id').references(() => projects.id, { onDelete: 'restrict' }),
    workItemId: text('work_item_id').references(() => workItems.id, { onDelete: 'restrict' }),
    estimateMs: integer('estimate_ms').notNull(),
    fixedStartMinute: integer('fixed_start_minute'),
    carriedCount: integer('carried_count').notNull().default(0),
    rank: text('rank').notNull(),
    state: text('state', { enum: ['planned', 'active', 'paused', 'done', 'dropped'] }).notNull(),
    deletedAtMs: integer('deleted_at_ms'),
  },
  (table) => [index('plan_items_day').on(table.day)],
)
