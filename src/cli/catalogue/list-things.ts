import type { Catalogue } from '../../shared/contract/catalogue.ts'
import { ok } from '../../shared/result.ts'
import { argument, type CliCommand, defineCommand } from '../command/cli-command.ts'
import { flag } from '../command/option-spec.ts'
import { nameKey } from '../names/find-by-name.ts'
import { oneLine } from '../output/display-width.ts'
import { tableLines } from '../output/table.ts'
import { loadCatalogue } from '../present/load-names.ts'
import type { CatalogueKind } from './catalogue-kind.ts'

export function listThings<T extends { readonly id: string }>(kind: CatalogueKind<T>): CliCommand {
  const past = kind.archive?.verb === 'done' ? 'done' : 'archived'
  return defineCommand({
    name: `${kind.plural} list`,
    summary: `List ${kind.word === 'activity' ? 'activities' : `${kind.word}s`}`,
    args: [argument('[text...]', 'Only those whose name holds this text')],
    options: { all: flag('--all', `Those that are ${past} as well`) },
    examples: [
      { line: `stint ${kind.plural}`, what: 'what there is' },
      { line: `stint ${kind.plural} --all --json`, what: `for a script, ${past} ones included` },
    ],
    async run(context, args, options) {
      const loaded = await loadCatalogue(context)
      if (!loaded.ok) return loaded
      const catalogue = loaded.value
      const isHidden = (thing: T) => !options.all && kind.archive?.isArchived(thing) === true
      const wanted = nameKey(args.join(' '))
      const things = kind
        .things(catalogue)
        .filter((thing) => !isHidden(thing) && nameKey(kind.nameOf(thing, catalogue)).includes(wanted))
        .toSorted((a, b) => kind.nameOf(a, catalogue).localeCompare(kind.nameOf(b, catalogue)))
      return ok({
        json: () => ({ [kind.plural]: things.map((thing) => kind.json(thing, catalogue)) }),
        text: () => {
          if (things.length === 0) return [emptyText(kind, catalogue, args.length > 0)]
          const rows = things.map((thing) => [
            ...kind.row(thing, catalogue).map(oneLine),
            kind.archive?.isArchived(thing) === true ? past : '',
          ])
          return tableLines([...kind.columns, { paint: context.paint.dim }], rows, context.out.columns)
        },
      })
    },
  })
}

function emptyText<T extends { readonly id: string }>(
  kind: CatalogueKind<T>,
  catalogue: Catalogue,
  isSearch: boolean,
): string {
  const words = kind.word === 'activity' ? 'activities' : `${kind.word}s`
  if (isSearch) return `No ${words} with that name.`
  const hidden = kind.things(catalogue).length > 0 ? ' that are in use; --all shows the others' : ' yet'
  return `No ${words}${hidden}. Make one with “stint ${kind.plural} add”.`
}
