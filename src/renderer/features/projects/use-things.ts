import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Catalogue } from '../../../shared/contract/catalogue.ts'
import { queryKeys } from '../../client/query-keys.ts'
import type { Refusal } from '../../client/refusal.ts'
import { refusalText, useCommand } from '../../client/use-command.ts'

/** The lists of the catalogue that a person keeps. */
export type ThingList = 'clients' | 'projects' | 'activities' | 'tags' | 'workItems' | 'templates'

/** How a list's things are called in messages. */
const words: Record<ThingList, string> = {
  clients: 'client',
  projects: 'project',
  activities: 'activity',
  tags: 'tag',
  workItems: 'work item',
  templates: 'template',
}

export interface Thing {
  readonly id: string
  /** What it is called, for messages. */
  readonly name: string
}

/** Changes things of one list: at once in the view, then on the host. Refusals are kept per thing, to be shown beside it. */
export function useThings(list: ThingList) {
  const run = useCommand()
  const queries = useQueryClient()
  const [problems, setProblems] = useState<ReadonlyMap<string, Refusal>>(new Map())

  function note(id: string, refusal: Refusal | null): void {
    setProblems((before) => {
      if (refusal === null && !before.has(id)) return before
      const next = new Map(before)
      if (refusal === null) next.delete(id)
      else next.set(id, refusal)
      return next
    })
  }

  /** Changes fields; answers with the words of a refusal, which it also keeps unless the caller shows them itself. */
  async function change<L extends ThingList>(
    thing: Thing,
    fields: Partial<Omit<Catalogue[L][number], 'id'>>,
    options: { done?: string; keep?: boolean } = {},
  ): Promise<string | null> {
    note(thing.id, null)
    const result = await run(
      // Each list's update takes that list's fields; the union of six cannot be told apart here.
      (client, commandKey) => client[list].update({ commandKey, id: thing.id, ...fields } as never) as Promise<unknown>,
      {
        optimistic: () => patchCatalogue(queries, list, thing.id, fields),
        ...(options.done === undefined ? {} : { done: options.done }),
      },
    )
    if (!result.ok && options.keep !== false) note(thing.id, result.error)
    return refusalText(result)
  }

  /** A new name, for InlineEdit: it shows the refusal itself. */
  function rename(thing: Thing, name: string): string | Promise<string | null> {
    if (name.trim() === '') return `Give the ${words[list]} a name`
    return change(thing, { name: name.trim() }, { keep: false })
  }

  function archive(thing: Thing, archived: boolean): Promise<string | null> {
    return change(
      thing,
      { archived },
      { done: `${archived ? 'Archived' : 'Brought back'} ${words[list]} “${thing.name}”` },
    )
  }

  async function remove(thing: Thing): Promise<void> {
    note(thing.id, null)
    const result = await run<unknown>((client, commandKey) => client[list].remove({ commandKey, id: thing.id }), {
      done: `Deleted ${words[list]} “${thing.name}”`,
    })
    if (!result.ok) note(thing.id, result.error)
  }

  return { problems, dismiss: (id: string) => note(id, null), change, rename, archive, remove }
}

/** Shows a change before the host has answered; the answer, or what is returned here, puts the truth in its place. */
function patchCatalogue(queries: QueryClient, list: ThingList, id: string, fields: object): () => void {
  const patch = (change: object) =>
    queries.setQueryData<Catalogue>(queryKeys.catalogue, (catalogue) =>
      catalogue === undefined
        ? undefined
        : { ...catalogue, [list]: catalogue[list].map((item) => (item.id === id ? { ...item, ...change } : item)) },
    )
  const before = queries.getQueryData<Catalogue>(queryKeys.catalogue)?.[list].find((item) => item.id === id)
  patch(fields)
  return () => before !== undefined && patch(before)
}
