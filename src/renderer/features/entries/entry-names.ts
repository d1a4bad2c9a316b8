import type { Catalogue } from '../../../shared/contract/catalogue.ts'
import type { Activity, Client, Entry, Project, Tag, WorkItem } from '../../../shared/contract/entities.ts'

/** The things an entry names, looked up. What is not (yet) in the catalogue is left out. */
export interface EntryNames {
  readonly project: Project | undefined
  readonly client: Client | undefined
  readonly activity: Activity | undefined
  readonly workItem: WorkItem | undefined
  readonly tags: readonly Tag[]
}

type Named = Pick<Entry, 'projectId' | 'activityId' | 'workItemId' | 'tagIds'>

const lookups = new WeakMap<Catalogue, (entry: Named) => EntryNames>()

/** The look-up of a catalogue, made once: every row of a list asks for it. */
export function nameLookup(catalogue: Catalogue): (entry: Named) => EntryNames {
  const known = lookups.get(catalogue)
  if (known !== undefined) return known
  const made = makeLookup(catalogue)
  lookups.set(catalogue, made)
  return made
}

function makeLookup(catalogue: Catalogue): (entry: Named) => EntryNames {
  const byId = <T extends { id: string }>(items: readonly T[]) => new Map(items.map((item) => [item.id, item]))
  const [projects, clients, activities] = [
    byId(catalogue.projects),
    byId(catalogue.clients),
    byId(catalogue.activities),
  ]
  const [workItems, tags] = [byId(catalogue.workItems), byId(catalogue.tags)]
  return (entry) => {
    const project = entry.projectId === null ? undefined : projects.get(entry.projectId)
    return {
      project,
      client: project?.clientId == null ? undefined : clients.get(project.clientId),
      activity: entry.activityId === null ? undefined : activities.get(entry.activityId),
      workItem: entry.workItemId === null ? undefined : workItems.get(entry.workItemId),
      tags: entry.tagIds.flatMap((id) => tags.get(id) ?? []),
    }
  }
}

/** `Acme · Development`; '' without a project and activity. */
export function projectLabel({ project, activity }: Pick<EntryNames, 'project' | 'activity'>): string {
  return [project?.name, activity?.name].filter((name) => name !== undefined).join(' · ')
}
