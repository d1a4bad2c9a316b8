import type { WorkItem } from '../../shared/contract/entities.ts'
import { err } from '../../shared/result.ts'
import type { CatalogueKind } from '../catalogue/catalogue-kind.ts'
import { changeThings, thingAnswer } from '../catalogue/change-things.ts'
import { listThings } from '../catalogue/list-things.ts'
import { usageError } from '../cli-error.ts'
import { argument, type CommandGroup, defineCommand } from '../command/cli-command.ts'
import { flag, text } from '../command/option-spec.ts'
import { commandKey } from '../input/command-key.ts'
import { findItem } from '../names/find-in-catalogue.ts'
import { projectName, readProjectChange } from '../names/project-change.ts'
import { loadCatalogue } from '../present/load-names.ts'

const kind: CatalogueKind<WorkItem> = {
  plural: 'items',
  singular: 'item',
  word: 'work item',
  complete: 'items',
  things: ({ workItems }) => workItems,
  find: findItem,
  nameOf: ({ key, title }) => `${key} ${title}`,
  json: ({ id, key, title, projectId, state }, catalogue) => ({
    id,
    key,
    title,
    project: projectName(catalogue, projectId),
    projectId,
    state,
  }),
  columns: [{}, { flexible: true }, {}],
  row: ({ key, title, projectId }, catalogue) => [key, title, projectName(catalogue, projectId) ?? ''],
  archive: {
    isArchived: ({ state }) => state === 'done',
    verb: 'done',
    undoVerb: 'reopen',
    set: (client, key, id, archived) =>
      client.workItems.update({ commandKey: key, id, state: archived ? 'done' : 'open' }),
  },
  remove: (client, input) => client.workItems.remove(input),
}

const project = text('-p, --project <name>', 'Its project', { complete: 'projects' })

const add = defineCommand({
  name: 'items add',
  summary: 'Make a work item',
  args: [argument('<key>', 'Its key, without spaces'), argument('<title...>', 'What it is about')],
  options: { project },
  examples: [{ line: 'stint items add TASK-7 "Retry failed payments" --project Acme', what: 'a local task' }],
  async run(context, [key = '', ...title], options) {
    const placed = await readProjectChange(context, { project: options.project, clearProject: false })
    if (!placed.ok) return placed
    const made = await context.ask((client) =>
      client.workItems.create({ commandKey: commandKey(), key, title: title.join(' '), ...placed.value }),
    )
    return made.ok ? thingAnswer(context, kind, 'Made', made.value.item) : made
  },
})

const edit = defineCommand({
  name: 'items edit',
  summary: 'Change a work item',
  args: [argument('<key>', 'Its key or id', 'items')],
  options: {
    key: text('--key <key>', 'New key'),
    title: text('--title <title>', 'New title'),
    project,
    clearProject: flag('--clear-project', 'No project'),
  },
  examples: [{ line: 'stint items edit TASK-7 --title "Retry payments twice"', what: 'a new title' }],
  async run(context, [typed = ''], options) {
    const { key, title } = options
    const catalogue = await loadCatalogue(context)
    if (!catalogue.ok) return catalogue
    const found = findItem(catalogue.value, typed)
    if (!found.ok) return found
    const placed = await readProjectChange(context, options)
    if (!placed.ok) return placed
    const change = {
      ...placed.value,
      ...(key === undefined ? {} : { key }),
      ...(title === undefined ? {} : { title }),
    }
    if (Object.keys(change).length === 0) return err(usageError('Say what to change.', 'For example: --title Retry'))
    const { id } = found.value
    const changed = await context.ask((client) => client.workItems.update({ commandKey: commandKey(), id, ...change }))
    return changed.ok ? thingAnswer(context, kind, 'Changed', changed.value.item) : changed
  },
})

export const items: CommandGroup = {
  kind: 'group',
  name: 'items',
  summary: 'Work items',
  commands: [listThings(kind), add, edit, ...changeThings(kind)],
  fallback: 'list',
}
