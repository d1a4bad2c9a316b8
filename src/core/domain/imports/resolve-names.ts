import type { Catalogue } from '../../../shared/contract/catalogue.ts'
import type { Activity, Client, Project, Tag, WorkItem } from '../../../shared/contract/entities.ts'
import { nameKey } from '../../../shared/name-key.ts'
import { nextColour } from '../catalogue/palette.ts'
import { adoptDocument } from './adopt-document.ts'
import type { ImportRow } from './import-row.ts'
import { childKey, createNameIndex } from './name-index.ts'
import { sortedIds } from './sorted-ids.ts'

/** What an entry's names mean in this profile. */
export interface ResolvedNames {
  readonly projectId: string | null
  readonly activityId: string | null
  readonly workItemId: string | null
  /** Sorted, without repeats. */
  readonly tagIds: readonly string[]
  readonly billable: boolean
}

/** Things that an import makes, in an order in which each comes after what it refers to. */
export type CreatedThings = Catalogue

export interface NameResolver {
  resolve(row: ImportRow): ResolvedNames
  readonly created: CreatedThings
}

/**
 * Finds what rows name among the things of the profile, compared as the store compares names, or makes it: a project
 * within its client, an activity within its project (or one that every project offers). `document` is the catalogue
 * of Stint's own JSON, whose things keep their ids and looks and are made whether an entry names them or not.
 */
export function createNameResolver(
  catalogue: Catalogue,
  newId: () => string,
  document: Catalogue | null,
): NameResolver {
  const created: CreatedThings = { clients: [], projects: [], activities: [], tags: [], workItems: [], templates: [] }
  const index = createNameIndex(catalogue)
  const colours = catalogue.projects.map((project) => project.colour)
  const adopted = document === null ? null : adoptDocument(document, catalogue, index, created)
  const colourOf = () => {
    const colour = nextColour(colours)
    colours.push(colour)
    return colour
  }

  const clientId = remember((name: string) => {
    const key = nameKey(name)
    const known = index.clients.get(key)
    if (known !== undefined) return known
    const client: Client = { id: newId(), name, archived: false }
    created.clients.push(client)
    index.clients.set(key, client.id)
    return client.id
  })

  function projectOf(client: string | null, name: string): Project {
    const key = nameKey(name)
    if (client === null) {
      // The file does not speak of clients: the one project of that name is meant, whoever it is for.
      const all = index.projectsByName.get(key) ?? []
      const own = all.find((project) => project.clientId === null)
      const only = own ?? (all.length === 1 ? all[0] : undefined)
      if (only !== undefined) return only
    }
    const parent = client === null || client === '' ? null : clientId(client)
    const known = index.projects.get(childKey(parent, key))
    if (known !== undefined) return known
    const project: Project = {
      id: newId(),
      name,
      clientId: parent,
      colour: colourOf(),
      billableByDefault: false,
      archived: false,
    }
    created.projects.push(project)
    index.addProject(project)
    return project
  }

  function activityId(projectId: string | null, name: string): string {
    const key = nameKey(name)
    const known = index.activities.get(childKey(projectId, key)) ?? index.activities.get(childKey(null, key))
    if (known !== undefined) return known
    const activity: Activity = { id: newId(), name, projectId, archived: false }
    created.activities.push(activity)
    index.activities.set(childKey(projectId, key), activity.id)
    return activity.id
  }

  const tagId = remember((name: string) => {
    const key = nameKey(name)
    const known = index.tags.get(key)
    if (known !== undefined) return known
    const tag: Tag = { id: newId(), name, colour: null, archived: false }
    created.tags.push(tag)
    index.tags.set(key, tag.id)
    return tag.id
  })

  const workItemId = remember((itemKey: string) => {
    const key = nameKey(itemKey)
    const known = index.workItems.get(key)
    if (known !== undefined) return known
    const item: WorkItem = { id: newId(), key: itemKey, title: itemKey, projectId: null, state: 'open' }
    created.workItems.push(item)
    index.workItems.set(key, item.id)
    return item.id
  })

  const projects = new Map<string, Project>()
  const activities = new Map<string, string>()

  return {
    created,
    resolve(row) {
      const refs = row.origin?.refs
      if (refs && adopted !== null) return { ...adopted(refs), billable: row.billable ?? false }
      const project =
        row.project === ''
          ? undefined
          : cached(projects, `${row.client ?? '\u001e'}\u001f${row.project}`, () => projectOf(row.client, row.project))
      const projectId = project?.id ?? null
      const activity =
        row.activity === ''
          ? null
          : cached(activities, `${projectId}\u001f${row.activity}`, () => activityId(projectId, row.activity))
      return {
        projectId,
        activityId: activity,
        workItemId: row.workItemKey === '' ? null : workItemId(row.workItemKey),
        tagIds: sortedIds(row.tags.map(tagId)),
        billable: row.billable ?? project?.billableByDefault ?? false,
      }
    },
  }
}

function cached<V>(cache: Map<string, V>, key: string, make: () => V): V {
  const known = cache.get(key)
  if (known !== undefined) return known
  const value = make()
  cache.set(key, value)
  return value
}

/** Files repeat the same few names; normalising each spelling once is most of the work saved. */
function remember(find: (name: string) => string): (name: string) => string {
  const cache = new Map<string, string>()
  return (name) => cached(cache, name, () => find(name))
}
