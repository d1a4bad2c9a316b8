import type { Tag } from '../../shared/contract/entities.ts'
import { err } from '../../shared/result.ts'
import type { CatalogueKind } from '../catalogue/catalogue-kind.ts'
import { changeThings, thingAnswer } from '../catalogue/change-things.ts'
import { listThings } from '../catalogue/list-things.ts'
import { usageError } from '../cli-error.ts'
import { argument, type CommandGroup, defineCommand } from '../command/cli-command.ts'
import { flag, text } from '../command/option-spec.ts'
import { commandKey } from '../input/command-key.ts'
import { findTag } from '../names/find-in-catalogue.ts'
import { loadCatalogue } from '../present/load-names.ts'

const kind: CatalogueKind<Tag> = {
  plural: 'tags',
  singular: 'tag',
  word: 'tag',
  complete: 'tags',
  things: ({ tags }) => tags,
  find: findTag,
  nameOf: ({ name }) => name,
  json: ({ id, name, colour, archived }) => ({ id, name, colour, archived }),
  columns: [{ flexible: true }, {}],
  row: ({ name, colour }) => [name, colour ?? ''],
  archive: {
    isArchived: ({ archived }) => archived,
    verb: 'archive',
    undoVerb: 'unarchive',
    set: (client, key, id, archived) => client.tags.update({ commandKey: key, id, archived }),
  },
  remove: (client, input) => client.tags.remove(input),
}

const colour = text('--colour <colour>', 'Colour, such as #3b82f6')

const add = defineCommand({
  name: 'tags add',
  summary: 'Make a tag',
  args: [argument('<name>', 'Its name')],
  options: { colour },
  examples: [{ line: 'stint tags add backend --colour #0d9488', what: 'a tag with a colour' }],
  async run(context, [name = ''], options) {
    const made = await context.ask((client) =>
      client.tags.create({
        commandKey: commandKey(),
        name,
        ...(options.colour === undefined ? {} : { colour: options.colour }),
      }),
    )
    return made.ok ? thingAnswer(context, kind, 'Made', made.value.item) : made
  },
})

const edit = defineCommand({
  name: 'tags edit',
  summary: 'Change a tag',
  args: [argument('<tag>', 'Its name or id', 'tags')],
  options: { name: text('--name <name>', 'New name'), colour, clearColour: flag('--clear-colour', 'No colour') },
  examples: [{ line: 'stint tags edit backend --name server', what: 'a new name, on old entries as well' }],
  async run(context, [typed = ''], options) {
    const { name } = options
    const change = {
      ...(name === undefined ? {} : { name }),
      ...(options.clearColour ? { colour: null } : options.colour === undefined ? {} : { colour: options.colour }),
    }
    if (Object.keys(change).length === 0) return err(usageError('Say what to change.', 'For example: --name server'))
    const catalogue = await loadCatalogue(context)
    if (!catalogue.ok) return catalogue
    const found = findTag(catalogue.value, typed)
    if (!found.ok) return found
    const { id } = found.value
    const changed = await context.ask((client) => client.tags.update({ commandKey: commandKey(), id, ...change }))
    return changed.ok ? thingAnswer(context, kind, 'Changed', changed.value.item) : changed
  },
})

export const tags: CommandGroup = {
  kind: 'group',
  name: 'tags',
  summary: 'Tags',
  commands: [listThings(kind), add, edit, ...changeThings(kind)],
  fallback: 'list',
}
