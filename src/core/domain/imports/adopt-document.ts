import type { Catalogue } from '../../../shared/contract/catalogue.ts'
import { nameKey } from '../../../shared/name-key.ts'
import type { RowOrigin } from './import-row.ts'
import { childKey, type NameIndex } from './name-index.ts'
import { sortedIds } from './sorted-ids.ts'

type Refs = NonNullable<RowOrigin['refs']>

/**
 * Lays the catalogue of Stint's own JSON over the profile's: the same id is the same thing, else the same name is, else
 * it is made with the id and looks that the document gives. Returns what the document's ids are called here.
 */
export function adoptDocument(
  document: Catalogue,
  profile: Catalogue,
  index: NameIndex,
  created: Catalogue,
): (refs: Refs) => Refs {
  const here = new Map<string, string>()
  const at = (id: string | null) => (id === null ? null : (here.get(id) ?? null))
  const all = (ids: readonly string[]) => sortedIds(ids.flatMap((id) => at(id) ?? []))

  function adopt<T extends { readonly id: string }>(
    things: readonly T[],
    known: readonly { readonly id: string }[],
    byName: (thing: T) => string | undefined,
    make: (thing: T) => void,
  ): void {
    const ids = new Set(known.map((thing) => thing.id))
    for (const thing of things) {
      const same = ids.has(thing.id) ? thing.id : byName(thing)
      here.set(thing.id, same ?? thing.id)
      if (same === undefined) make(thing)
    }
  }

  adopt(
    document.clients,
    profile.clients,
    (client) => index.clients.get(nameKey(client.name)),
    (client) => {
      created.clients.push(client)
      index.clients.set(nameKey(client.name), client.id)
    },
  )
  adopt(
    document.projects,
    profile.projects,
    (project) => index.projects.get(childKey(at(project.clientId), nameKey(project.name)))?.id,
    (thing) => {
      const project = { ...thing, clientId: at(thing.clientId) }
      created.projects.push(project)
      index.addProject(project)
    },
  )
  adopt(
    document.activities,
    profile.activities,
    (activity) => index.activities.get(childKey(at(activity.projectId), nameKey(activity.name))),
    (thing) => {
      const activity = { ...thing, projectId: at(thing.projectId) }
      created.activities.push(activity)
      index.activities.set(childKey(activity.projectId, nameKey(activity.name)), activity.id)
    },
  )
  adopt(
    document.tags,
    profile.tags,
    (tag) => index.tags.get(nameKey(tag.name)),
    (tag) => {
      created.tags.push(tag)
      index.tags.set(nameKey(tag.name), tag.id)
    },
  )
  adopt(
    document.workItems,
    profile.workItems,
    (item) => index.workItems.get(nameKey(item.key)),
    (item) => {
      created.workItems.push({ ...item, projectId: at(item.projectId) })
      index.workItems.set(nameKey(item.key), item.id)
    },
  )
  const mapped = (refs: Refs): Refs => ({
    projectId: at(refs.projectId),
    activityId: at(refs.activityId),
    workItemId: at(refs.workItemId),
    tagIds: all(refs.tagIds),
  })
  adopt(
    document.templates,
    profile.templates,
    (template) => index.templates.get(nameKey(template.name)),
    (template) => {
      created.templates.push({ ...template, ...mapped(template), tagIds: all(template.tagIds) })
      index.templates.set(nameKey(template.name), template.id)
    },
  )
  return mapped
}
