import type { Catalogue } from '../../shared/contract/catalogue.ts'
import type { StintClient } from '../../shared/contract/contract.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { CliContext } from '../cli-context.ts'
import type { CliError } from '../cli-error.ts'
import { argument, type CliCommand, type CommandResult, defineCommand } from '../command/cli-command.ts'
import { commandKey } from '../input/command-key.ts'
import { loadCatalogue } from '../present/load-names.ts'
import type { CatalogueKind } from './catalogue-kind.ts'

type Change<T> = (client: StintClient, id: string) => Promise<{ item: T }>

/** `archive`, `unarchive` (for work items `done` and `reopen`) and `rm`: verbs that take names and nothing else. */
export function changeThings<T extends { readonly id: string }>(kind: CatalogueKind<T>): CliCommand[] {
  const { archive } = kind
  const rm = verb(kind, 'rm', `Delete a ${kind.word} that nothing uses`, 'Deleted', (client, id) =>
    kind.remove(client, { commandKey: commandKey(), id }),
  )
  if (archive === null) return [rm]
  const isDone = archive.verb === 'done'
  const away = isDone ? `Mark a ${kind.word} as done` : `Hide a ${kind.word} from choice, and keep its history`
  const back = isDone ? `Open a ${kind.word} again` : `Offer an archived ${kind.word} again`
  return [
    verb(kind, archive.verb, away, isDone ? 'Done' : 'Archived', (client, id) =>
      archive.set(client, commandKey(), id, true),
    ),
    verb(kind, archive.undoVerb, back, isDone ? 'Reopened' : 'In use again', (client, id) =>
      archive.set(client, commandKey(), id, false),
    ),
    rm,
  ]
}

function verb<T extends { readonly id: string }>(
  kind: CatalogueKind<T>,
  name: string,
  summary: string,
  done: string,
  change: Change<T>,
): CliCommand {
  return defineCommand({
    name: `${kind.plural} ${name}`,
    summary: summary.replace(/\ba activity/, 'an activity'),
    args: [argument('<name...>', kind.word === 'work item' ? 'Keys' : 'Names or ids', kind.complete)],
    options: {},
    examples: [{ line: `stint ${kind.plural} ${name} ${exampleName(kind.plural)}`, what: summary.toLowerCase() }],
    async run(context, names) {
      const found = await findAll(context, kind, names)
      if (!found.ok) return found
      const changed: T[] = []
      for (const thing of found.value) {
        const answer = await context.ask((client) => change(client, thing.id))
        if (!answer.ok) return answer
        changed.push(answer.value.item)
      }
      return thingsAnswer(context, kind, done, changed)
    },
  })
}

/** Every name is found before anything is changed. */
async function findAll<T extends { readonly id: string }>(
  context: CliContext,
  kind: CatalogueKind<T>,
  names: readonly string[],
): Promise<Result<T[], CliError>> {
  const catalogue = await loadCatalogue(context)
  if (!catalogue.ok) return catalogue
  const things = new Map<string, T>()
  for (const name of names) {
    const thing = kind.find(catalogue.value, name)
    if (!thing.ok) return thing
    things.set(thing.value.id, thing.value)
  }
  return ok([...things.values()])
}

/** `Archived Acme/Payments`; JSON has the thing under its own name, several under the plural. */
export async function thingsAnswer<T extends { readonly id: string }>(
  context: CliContext,
  kind: CatalogueKind<T>,
  done: string,
  things: readonly T[],
): Promise<CommandResult> {
  const loaded = await loadCatalogue(context)
  if (!loaded.ok) return loaded
  const catalogue: Catalogue = loaded.value
  return ok({
    json: () => ({ [kind.plural]: things.map((thing) => kind.json(thing, catalogue)) }),
    text: () => things.map((thing) => `${done}: ${kind.nameOf(thing, catalogue)}`),
  })
}

/** For `add` and `edit`: one thing, under its own name. */
export async function thingAnswer<T extends { readonly id: string }>(
  context: CliContext,
  kind: CatalogueKind<T>,
  done: string,
  thing: T,
): Promise<CommandResult> {
  const loaded = await loadCatalogue(context)
  if (!loaded.ok) return loaded
  return ok({
    json: () => ({ [kind.singular]: kind.json(thing, loaded.value) }),
    text: () => [`${done}: ${kind.nameOf(thing, loaded.value)}`],
  })
}

function exampleName(plural: string): string {
  const names: Readonly<Record<string, string>> = {
    projects: 'Acme/Payments',
    clients: 'Acme',
    activities: 'Review',
    tags: 'backend',
    items: 'TASK-7',
    templates: 'Stand-up',
  }
  return names[plural] ?? 'NAME'
}
