import type { Catalogue } from '../../shared/contract/catalogue.ts'
import type { Entry } from '../../shared/contract/entities.ts'

/** The names behind an entry's ids; null or empty where there is none. */
export interface EntryNames {
  readonly project: string | null
  readonly client: string | null
  readonly clientId: string | null
  readonly activity: string | null
  readonly tags: readonly string[]
  readonly workItem: string | null
}

export type NameBook = (entry: Pick<Entry, 'projectId' | 'activityId' | 'workItemId' | 'tagIds'>) => EntryNames

/** Looks names up once for many entries. */
export function nameBook(catalogue: Catalogue): NameBook {
  const clients = byId(catalogue.clients)
  const projects = byId(catalogue.projects)
  const activities = byId(catalogue.activities)
  const tags = byId(catalogue.tags)
  const workItems = byId(catalogue.workItems)
  return (entry) => {
    const project = entry.projectId === null ? undefined : projects.get(entry.projectId)
    const client = project?.clientId == null ? undefined : clients.get(project.clientId)
    return {
      project: project?.name ?? null,
      client: client?.name ?? null,
      clientId: client?.id ?? null,
      activity: (entry.activityId === null ? undefined : activities.get(entry.activityId)?.name) ?? null,
      tags: entry.tagIds.flatMap((id) => tags.get(id)?.name ?? []),
      workItem: (entry.workItemId === null ? undefined : workItems.get(entry.workItemId)?.key) ?? null,
    }
  }
}

/** For entries that name nothing, so that nothing need be looked up. */
export const emptyCatalogue: Catalogue = {
  clients: [],
  projects: [],
  activities: [],
  tags: [],
  workItems: [],
  templates: [],
}

function byId<T extends { readonly id: string }>(things: readonly T[]): Map<string, T> {
  return new Map(things.map((thing) => [thing.id, thing]))
}
