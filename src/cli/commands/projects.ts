import type { Catalogue } from '../../shared/contract/catalogue.ts'
import type { Project } from '../../shared/contract/entities.ts'
import { err, ok } from '../../shared/result.ts'
import type { CatalogueKind } from '../catalogue/catalogue-kind.ts'
import { changeThings, thingAnswer } from '../catalogue/change-things.ts'
import { listThings } from '../catalogue/list-things.ts'
import { usageError } from '../cli-error.ts'
import { argument, type CommandGroup, defineCommand } from '../command/cli-command.ts'
import { flag, onOff, text } from '../command/option-spec.ts'
import { commandKey } from '../input/command-key.ts'
import { clientIdFor } from '../names/create-on-the-fly.ts'
import { findClient, findProject } from '../names/find-in-catalogue.ts'
import { loadCatalogue } from '../present/load-names.ts'

const kind: CatalogueKind<Project> = {
  plural: 'projects',
  singular: 'project',
  word: 'project',
  complete: 'projects',
  things: ({ projects }) => projects,
  find: findProject,
  nameOf: (project, catalogue) => {
    const client = clientOf(project, catalogue)
    return client === null ? project.name : `${client.name}/${project.name}`
  },
  json: (project, catalogue) => ({
    id: project.id,
    name: project.name,
    client: clientOf(project, catalogue)?.name ?? null,
    clientId: project.clientId,
    colour: project.colour,
    billableByDefault: project.billableByDefault,
    archived: project.archived,
  }),
  columns: [{ flexible: true }, {}, {}],
  row: (project, catalogue) => [
    kind.nameOf(project, catalogue),
    project.colour,
    project.billableByDefault ? 'billable' : '',
  ],
  archive: {
    isArchived: ({ archived }) => archived,
    verb: 'archive',
    undoVerb: 'unarchive',
    set: (client, key, id, archived) => client.projects.update({ commandKey: key, id, archived }),
  },
  remove: (client, input) => client.projects.remove(input),
}

const shared = {
  client: text('--client <name>', 'Its client', { complete: 'clients' }),
  colour: text('--colour <colour>', 'Colour, such as #3b82f6'),
  billable: onOff('-b, --billable', 'New entries are billable, or --no-billable'),
} as const

const add = defineCommand({
  name: 'projects add',
  summary: 'Make a project',
  args: [argument('<name>', 'Its name, or Client/Name')],
  options: { ...shared, create: flag('--create', 'Make the client where there is none') },
  examples: [
    { line: 'stint projects add Payments --client Acme --billable', what: 'a billable project of Acme' },
    { line: 'stint projects add Acme/Payments --create', what: 'the client as well, where there is none' },
  ],
  async run(context, [typed = ''], options) {
    const loaded = await loadCatalogue(context)
    if (!loaded.ok) return loaded
    const slash = options.client === undefined ? typed.indexOf('/') : -1
    const clientName = slash > 0 ? typed.slice(0, slash) : options.client
    const name = slash > 0 ? typed.slice(slash + 1) : typed
    const client =
      clientName === undefined
        ? ok(null)
        : options.create
          ? await clientIdFor(context, loaded.value, clientName)
          : findClient(loaded.value, clientName)
    if (!client.ok) return client
    const clientId = client.value === null ? null : typeof client.value === 'string' ? client.value : client.value.id
    const made = await context.ask((ask) =>
      ask.projects.create({ commandKey: commandKey(), name, clientId, ...changes(options) }),
    )
    return made.ok ? thingAnswer(context, kind, 'Made', made.value.item) : made
  },
})

const edit = defineCommand({
  name: 'projects edit',
  summary: 'Change a project',
  args: [argument('<project>', 'Its name, Client/Name or id', 'projects')],
  options: {
    name: text('--name <name>', 'New name'),
    ...shared,
    clearClient: flag('--clear-client', 'No client'),
  },
  examples: [
    { line: 'stint projects edit Payments --name "Card payments"', what: 'a new name' },
    { line: 'stint projects edit Payments --client Acme --colour #d97706', what: 'another client and colour' },
  ],
  async run(context, [typed = ''], options) {
    const { name, client, clearClient } = options
    if (client !== undefined && clearClient) {
      return err(usageError('--client and --clear-client contradict each other.', 'Leave one out.'))
    }
    const loaded = await loadCatalogue(context)
    if (!loaded.ok) return loaded
    const found = findProject(loaded.value, typed)
    if (!found.ok) return found
    const owner = client === undefined ? undefined : findClient(loaded.value, client)
    if (owner?.ok === false) return owner
    const change = {
      ...changes(options),
      ...(name === undefined ? {} : { name }),
      ...(clearClient ? { clientId: null } : owner === undefined ? {} : { clientId: owner.value.id }),
    }
    if (Object.keys(change).length === 0) return err(usageError('Say what to change.', 'For example: --name Payments'))
    const { id } = found.value
    const changed = await context.ask((ask) => ask.projects.update({ commandKey: commandKey(), id, ...change }))
    return changed.ok ? thingAnswer(context, kind, 'Changed', changed.value.item) : changed
  },
})

function changes(options: { readonly colour: string | undefined; readonly billable: boolean | undefined }) {
  return {
    ...(options.colour === undefined ? {} : { colour: options.colour }),
    ...(options.billable === undefined ? {} : { billableByDefault: options.billable }),
  }
}

function clientOf(project: Project, catalogue: Catalogue) {
  return catalogue.clients.find(({ id }) => id === project.clientId) ?? null
}

export const projects: CommandGroup = {
  kind: 'group',
  name: 'projects',
  summary: 'Projects',
  commands: [listThings(kind), add, edit, ...changeThings(kind)],
  fallback: 'list',
}
