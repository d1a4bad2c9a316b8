import { ok, type Result } from '../../shared/result.ts'
import type { CliContext } from '../cli-context.ts'
import type { CliError } from '../cli-error.ts'
import { shortId } from '../present/entry-text.ts'
import { loadCatalogue } from '../present/load-names.ts'
import type { CandidateKind } from './candidate-kind.ts'

/** One completion, and what shells that can show it tell about it. */
export interface Candidate {
  readonly word: string
  readonly about: string
}

/** Names that fit an option or argument, asked of the profile. Shells complete files and folders themselves. */
export async function candidatesOf(
  context: CliContext,
  kind: Exclude<CandidateKind, 'files' | 'folders' | 'commands'>,
): Promise<Result<Candidate[], CliError>> {
  if (kind === 'entries') return recentEntries(context)
  if (kind === 'notes') {
    const asked = await context.ask((client) => client.entries.suggest({ limit: 30 }))
    if (!asked.ok) return asked
    const notes = new Set(asked.value.suggestions.map(({ note }) => note).filter((note) => note !== ''))
    return ok([...notes].map((word) => ({ word, about: '' })))
  }
  if (kind === 'backups') {
    const asked = await context.ask((client) => client.backups.list({}))
    return asked.ok ? ok(asked.value.backups.map(({ name, reason }) => ({ word: name, about: reason }))) : asked
  }
  if (kind === 'batches') {
    const asked = await context.ask((client) => client.imports.list({}))
    return asked.ok
      ? ok(asked.value.batches.map(({ id, fileName }) => ({ word: shortId(id), about: fileName })))
      : asked
  }
  if (kind === 'notifications') {
    const asked = await context.ask((client) => client.notifications.list({ unreadOnly: true, limit: 30 }))
    return asked.ok
      ? ok(asked.value.notifications.map(({ id, title }) => ({ word: shortId(id), about: title })))
      : asked
  }
  if (kind === 'accounts') {
    const asked = await context.ask((client) => client.accounts.list({}))
    return asked.ok
      ? ok(asked.value.accounts.map(({ account }) => ({ word: account.name, about: account.kind })))
      : asked
  }
  const asked = await loadCatalogue(context)
  if (!asked.ok) return asked
  const { projects, clients, activities, tags, workItems, templates } = asked.value
  switch (kind) {
    case 'projects': {
      const clientNames = new Map(clients.map(({ id, name }) => [id, name]))
      return ok(
        inUse(projects).map(({ name, clientId }) => ({ word: name, about: clientNames.get(clientId ?? '') ?? '' })),
      )
    }
    case 'clients':
      return ok(inUse(clients).map(({ name }) => ({ word: name, about: '' })))
    case 'activities':
      return ok(inUse(activities).map(({ name }) => ({ word: name, about: '' })))
    case 'tags':
      return ok(inUse(tags).map(({ name }) => ({ word: name, about: '' })))
    case 'items':
      return ok(
        workItems.filter(({ state }) => state === 'open').map(({ key, title }) => ({ word: key, about: title })),
      )
    case 'templates':
      return ok(templates.map(({ name, note }) => ({ word: name, about: note })))
  }
}

async function recentEntries(context: CliContext): Promise<Result<Candidate[], CliError>> {
  const asked = await context.ask((client) => client.entries.list({ limit: 30 }))
  if (!asked.ok) return asked
  return ok([
    { word: 'running', about: 'the running entry' },
    { word: 'last', about: 'the last finished entry' },
    ...asked.value.entries.map(({ id, note }) => ({ word: shortId(id), about: note })),
  ])
}

function inUse<T extends { readonly archived: boolean }>(things: readonly T[]): T[] {
  return things.filter(({ archived }) => !archived)
}
