import type { Catalogue } from '../../../shared/contract/catalogue.ts'

/** Everything that is in either, as the later one has it: a long export must name what its first and last pages name. */
export function mergeCatalogues(earlier: Catalogue, later: Catalogue): Catalogue {
  return {
    clients: merge(earlier.clients, later.clients),
    projects: merge(earlier.projects, later.projects),
    activities: merge(earlier.activities, later.activities),
    tags: merge(earlier.tags, later.tags),
    workItems: merge(earlier.workItems, later.workItems),
    templates: merge(earlier.templates, later.templates),
  }
}

function merge<T extends { readonly id: string }>(earlier: readonly T[], later: readonly T[]): T[] {
  const ids = new Set(later.map((thing) => thing.id))
  return [...later, ...earlier.filter((thing) => !ids.has(thing.id))]
}
