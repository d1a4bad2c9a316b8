import type { Client } from '../../shared/contract/entities.ts'
import { err } from '../../shared/result.ts'
import type { CatalogueKind } from '../catalogue/catalogue-kind.ts'
import { changeThings, thingAnswer } from '../catalogue/change-things.ts'
import { listThings } from '../catalogue/list-things.ts'
import { usageError } from '../cli-error.ts'
import { argument, type CommandGroup, defineCommand } from '../command/cli-command.ts'
import { text } from '../command/option-spec.ts'
import { commandKey } from '../input/command-key.ts'
import { findClient } from '../names/find-in-catalogue.ts'
import { loadCatalogue } from '../present/load-names.ts'

const kind: CatalogueKind<Client> = {
  plural: 'clients',
  singular: 'client',
  word: 'client',
  complete: 'clients',
  things: ({ clients }) => clients,
  find: findClient,
  nameOf: ({ name }) => name,
  json: ({ id, name, archived }) => ({ id, name, archived }),
  columns: [{ flexible: true }, { align: 'right' }],
  row: (client, { projects }) => {
    const count = projects.filter(({ clientId, archived }) => clientId === client.id && !archived).length
    return [client.name, count === 0 ? '' : count === 1 ? '1 project' : `${count} projects`]
  },
  archive: {
    isArchived: ({ archived }) => archived,
    verb: 'archive',
    undoVerb: 'unarchive',
    set: (client, key, id, archived) => client.clients.update({ commandKey: key, id, archived }),
  },
  remove: (client, input) => client.clients.remove(input),
}

const add = defineCommand({
  name: 'clients add',
  summary: 'Make a client',
  args: [argument('<name>', 'Its name')],
  options: {},
  examples: [{ line: 'stint clients add "Acme Ltd"', what: 'a new client' }],
  async run(context, [name = '']) {
    const made = await context.ask((client) => client.clients.create({ commandKey: commandKey(), name }))
    return made.ok ? thingAnswer(context, kind, 'Made', made.value.item) : made
  },
})

const edit = defineCommand({
  name: 'clients edit',
  summary: 'Change a client',
  args: [argument('<client>', 'Its name or id', 'clients')],
  options: { name: text('--name <name>', 'New name') },
  examples: [{ line: 'stint clients edit Acme --name "Acme Ltd"', what: 'a new name' }],
  async run(context, [typed = ''], options) {
    const { name } = options
    if (name === undefined) return err(usageError('Say what to change.', 'For example: --name "Acme Ltd"'))
    const catalogue = await loadCatalogue(context)
    if (!catalogue.ok) return catalogue
    const found = findClient(catalogue.value, typed)
    if (!found.ok) return found
    const { id } = found.value
    const changed = await context.ask((client) => client.clients.update({ commandKey: commandKey(), id, name }))
    return changed.ok ? thingAnswer(context, kind, 'Changed', changed.value.item) : changed
  },
})

export const clients: CommandGroup = {
  kind: 'group',
  name: 'clients',
  summary: 'Clients',
  commands: [listThings(kind), add, edit, ...changeThings(kind)],
  fallback: 'list',
}
