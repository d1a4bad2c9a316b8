import type { Catalogue } from '../../../shared/contract/catalogue.ts'
import type { ImportRow } from '../../domain/imports/import-row.ts'
import { createNameResolver, type NameResolver } from '../../domain/imports/resolve-names.ts'
import type { StoreReader } from '../../ports/store.ts'
import type { ParsedImport } from './parsed-import.ts'

/** A parsed file beside the profile: what it would add. */
export interface ImportPlan {
  readonly toAdd: readonly { readonly row: ImportRow; readonly id: string }[]
  readonly alreadyThere: number
  readonly names: NameResolver
}

const KEYS_PER_QUESTION = 10_000

/** Preview and run both plan here. Asks the profile, writes nothing; names are found or made when rows are resolved. */
export function planImport(reader: StoreReader, parsed: ParsedImport, newId: () => string): ImportPlan {
  const known = knownKeys(reader, parsed.rows)
  const states = idStates(reader, parsed.rows)
  const toAdd: { row: ImportRow; id: string }[] = []
  for (const row of parsed.rows) {
    const state = row.origin === null ? undefined : states.get(row.origin.entryId)
    if (known.has(row.importKey) || state === 'live') continue
    // The id of a removed entry is taken: its history tells of another life.
    toAdd.push({ row, id: row.origin === null || state !== undefined ? newId() : row.origin.entryId })
  }
  return {
    toAdd,
    alreadyThere: parsed.rows.length - toAdd.length,
    names: createNameResolver(readCatalogue(reader), newId, parsed.document),
  }
}

export function readCatalogue(reader: StoreReader): Catalogue {
  return {
    clients: reader.all('client'),
    projects: reader.all('project'),
    activities: reader.all('activity'),
    tags: reader.all('tag'),
    workItems: reader.all('workItem'),
    templates: reader.all('template'),
  }
}

function knownKeys(reader: StoreReader, rows: readonly ImportRow[]): Set<string> {
  const known = new Set<string>()
  for (const slice of slices(rows)) {
    for (const key of reader.knownImportKeys(slice.map((row) => row.importKey))) known.add(key)
  }
  return known
}

function idStates(reader: StoreReader, rows: readonly ImportRow[]): Map<string, 'live' | 'removed'> {
  const states = new Map<string, 'live' | 'removed'>()
  for (const slice of slices(rows)) {
    const ids = slice.flatMap((row) => row.origin?.entryId ?? [])
    if (ids.length === 0) continue
    for (const [id, state] of reader.entryStates(ids)) states.set(id, state)
  }
  return states
}

function* slices(rows: readonly ImportRow[]): Generator<readonly ImportRow[]> {
  for (let from = 0; from < rows.length; from += KEYS_PER_QUESTION) yield rows.slice(from, from + KEYS_PER_QUESTION)
}
