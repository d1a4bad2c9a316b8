import type { Activity } from '../../shared/contract/entities.ts'
import { err } from '../../shared/result.ts'
import type { CatalogueKind } from '../catalogue/catalogue-kind.ts'
import { changeThings, thingAnswer } from '../catalogue/change-things.ts'
import { listThings } from '../catalogue/list-things.ts'
import { usageError } from '../cli-error.ts'
import { argument, type CommandGroup, defineCommand } from '../command/cli-command.ts'
import { flag, text } from '../command/option-spec.ts'
import { commandKey } from '../input/command-key.ts'
import { findActivity, findProject } from '../names/find-in-catalogue.ts'
import { projectName, readProjectChange } from '../names/project-change.ts'
import { loadCatalogue } from '../present/load-names.ts'

const kind: CatalogueKind<Activity> = {
  plural: 'activities',
  singular: 'activity',
  word: 'activity',
  complete: 'activities',
  things: ({ activities }) => activities,
  find: (catalogue, typed) => {
    const slash = typed.lastIndexOf('/')
    const project = slash < 0 ? undefined : findProject(catalogue, typed.slice(0, slash))
    return project?.ok === true
      ? findActivity(catalogue, typed.slice(slash + 1), project.value.id)
      : findActivity(catalogue, typed, undefined)
  },
  nameOf: ({ name, projectId }, catalogue) => {
    const project = projectName(catalogue, projectId)
    return project === null ? name : `${project}/${name}`
  },
  json: ({ id, name, projectId, archived }, catalogue) => ({
    id,
    name,
    project: projectName(catalogue, projectId),
    projectId,
    archived,
  }),
  columns: [{ flexible: true }, {}],
  row: ({ name, projectId }, catalogue) => [name, projectName(catalogue, projectId) ?? 'every project'],
  archive: {
    isArchived: ({ archived }) => archived,
    verb: 'archive',
    undoVerb: 'unarchive',
    set: (client, key, id, archived) => client.activities.update({ commandKey: key, id, archived }),
  },
  remove: (client, input) => client.activities.remove(input),
}

const project = text('-p, --project <name>', 'Offer it with this project only', { complete: 'projects' })
const clearProject = flag('--clear-project', 'Offer it with every project')

const add = defineCommand({
  name: 'activities add',
  summary: 'Make an activity',
  args: [argument('<name>', 'Its name')],
  options: { project },
  examples: [
    { line: 'stint activities add Review', what: 'for every project' },
    { line: 'stint activities add Support --project Acme', what: 'for one project only' },
  ],
  async run(context, [name = ''], options) {
    const change = await readProjectChange(context, { project: options.project, clearProject: false })
    if (!change.ok) return change
    const made = await context.ask((client) =>
      client.activities.create({ commandKey: commandKey(), name, ...change.value }),
    )
    return made.ok ? thingAnswer(context, kind, 'Made', made.value.item) : made
  },
})

const edit = defineCommand({
  name: 'activities edit',
  summary: 'Change an activity',
  args: [argument('<activity>', 'Its name, Project/Name or id', 'activities')],
  options: { name: text('--name <name>', 'New name'), project, clearProject },
  examples: [{ line: 'stint activities edit Review --name "Code review"', what: 'a new name' }],
  async run(context, [typed = ''], options) {
    const { name } = options
    const loaded = await loadCatalogue(context)
    if (!loaded.ok) return loaded
    const found = kind.find(loaded.value, typed)
    if (!found.ok) return found
    const placed = await readProjectChange(context, options)
    if (!placed.ok) return placed
    const change = { ...placed.value, ...(name === undefined ? {} : { name }) }
    if (Object.keys(change).length === 0) return err(usageError('Say what to change.', 'For example: --name Review'))
    const { id } = found.value
    const changed = await context.ask((client) => client.activities.update({ commandKey: commandKey(), id, ...change }))
    return changed.ok ? thingAnswer(context, kind, 'Changed', changed.value.item) : changed
  },
})

export const activities: CommandGroup = {
  kind: 'group',
  name: 'activities',
  summary: 'Activities',
  commands: [listThings(kind), add, edit, ...changeThings(kind)],
  fallback: 'list',
}
