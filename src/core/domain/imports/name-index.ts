import type { Catalogue } from '../../../shared/contract/catalogue.ts'
import type { Project } from '../../../shared/contract/entities.ts'
import { nameKey } from '../../../shared/name-key.ts'

/** Live things of a profile by compared name; children under their parent. Grows as an import makes more. */
export interface NameIndex {
  readonly clients: Map<string, string>
  readonly projects: Map<string, Project>
  readonly projectsByName: Map<string, Project[]>
  readonly activities: Map<string, string>
  readonly tags: Map<string, string>
  readonly workItems: Map<string, string>
  readonly templates: Map<string, string>
  addProject(project: Project): void
}

export function createNameIndex(catalogue: Catalogue): NameIndex {
  const projects = new Map<string, Project>()
  const projectsByName = new Map<string, Project[]>()
  const index: NameIndex = {
    clients: byKey(catalogue.clients, (client) => nameKey(client.name)),
    projects,
    projectsByName,
    activities: byKey(catalogue.activities, (activity) => childKey(activity.projectId, nameKey(activity.name))),
    tags: byKey(catalogue.tags, (tag) => nameKey(tag.name)),
    workItems: byKey(catalogue.workItems, (item) => nameKey(item.key)),
    templates: byKey(catalogue.templates, (template) => nameKey(template.name)),
    addProject(project) {
      const key = nameKey(project.name)
      projects.set(childKey(project.clientId, key), project)
      projectsByName.set(key, [...(projectsByName.get(key) ?? []), project])
    },
  }
  for (const project of catalogue.projects) index.addProject(project)
  return index
}

export function childKey(parentId: string | null, key: string): string {
  return `${parentId ?? ''}\u001f${key}`
}

function byKey<T extends { readonly id: string }>(
  things: readonly T[],
  keyOf: (thing: T) => string,
): Map<string, string> {
  return new Map(things.map((thing) => [keyOf(thing), thing.id]))
}
