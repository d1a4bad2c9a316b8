import type { Catalogue } from '../../shared/contract/catalogue.ts'
import type { Entry } from '../../shared/contract/entities.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { CliContext } from '../cli-context.ts'
import type { CliError } from '../cli-error.ts'
import { emptyCatalogue, type NameBook, nameBook } from './name-book.ts'

export function loadCatalogue(context: CliContext): Promise<Result<Catalogue, CliError>> {
  return context.ask((client) => client.catalogue.get({}))
}

/** Names for these entries; asks for them only where there is an id to name. */
export async function loadNames(
  context: CliContext,
  entries: readonly (Entry | null)[],
): Promise<Result<NameBook, CliError>> {
  if (!entries.some(namesSomething)) return ok(nameBook(emptyCatalogue))
  const catalogue = await loadCatalogue(context)
  return catalogue.ok ? ok(nameBook(catalogue.value)) : catalogue
}

function namesSomething(entry: Entry | null): boolean {
  if (entry === null) return false
  return entry.projectId !== null || entry.activityId !== null || entry.workItemId !== null || entry.tagIds.length > 0
}
