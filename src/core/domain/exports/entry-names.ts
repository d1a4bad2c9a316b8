import type { Catalogue } from '../../../shared/contract/catalogue.ts'
import type { Entry } from '../../../shared/contract/entities.ts'

/** What an entry's ids are called; '' for none. */
export interface EntryNames {
  readonly client: string
  readonly project: string
  readonly activity: string
  /** Sorted, so that two exports of one entry are one text. */
  readonly tags: readonly string[]
  readonly workItem: string
}

/** Looks names up in a catalogue held in memory. */
export function createEntryNamer(catalogue: Catalogue): (entry: Entry) => EntryNames {
  const clients = new Map(catalogue.clients.map((client) => [client.id, client.name]))
  const projects = new Map(catalogue.projects.map((project) => [project.id, project]))
  const activities = new Map(catalogue.activities.map((activity) => [activity.id, activity.name]))
  const tags = new Map(catalogue.tags.map((tag) => [tag.id, tag.name]))
  const workItems = new Map(catalogue.workItems.map((item) => [item.id, item.key]))
  return (entry) => {
    const project = entry.projectId === null ? undefined : projects.get(entry.projectId)
    return {
      client: (project?.clientId && clients.get(project.clientId)) || '',
      project: project?.name ?? '',
      activity: (entry.activityId && activities.get(entry.activityId)) || '',
      tags: entry.tagIds.flatMap((id) => tags.get(id) ?? []).sort(),
      workItem: (entry.workItemId && workItems.get(entry.workItemId)) || '',
    }
  }
}
