import type { Catalogue } from '../../shared/contract/catalogue.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { CliContext } from '../cli-context.ts'
import type { CliError } from '../cli-error.ts'
import { commandKey } from '../input/command-key.ts'
import { nameKey } from './find-by-name.ts'
import { findTag } from './find-in-catalogue.ts'

/** Ids of tags by name, each once; a tag that does not exist is made. */
export async function resolveTags(
  context: CliContext,
  catalogue: Catalogue,
  typed: readonly string[],
): Promise<Result<string[], CliError>> {
  const ids = new Map<string, string>()
  for (const word of typed) {
    const name = word.trim().replace(/^#(?=.)/, '')
    if (ids.has(nameKey(name))) continue
    const known = findTag(catalogue, name)
    if (known.ok) {
      ids.set(nameKey(name), known.value.id)
      continue
    }
    if (known.error.code !== 'not-found') return known
    const made = await context.ask((client) => client.tags.create({ commandKey: commandKey(), name }))
    if (!made.ok) return made
    ids.set(nameKey(name), made.value.item.id)
  }
  return ok([...new Set(ids.values())])
}
