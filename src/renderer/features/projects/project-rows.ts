import type { Catalogue } from '../../../shared/contract/catalogue.ts'
import type { Activity, Client, Project } from '../../../shared/contract/entities.ts'
import { wordFilter } from './word-filter.ts'

/** One line of the projects list, from the top. */
export type ProjectRow =
  | { readonly kind: 'client'; readonly key: string; readonly client: Client | null; readonly projects: number }
  | { readonly kind: 'project'; readonly key: string; readonly project: Project; readonly open: boolean }
  | { readonly kind: 'activity'; readonly key: string; readonly activity: Activity }
  | { readonly kind: 'new-activity'; readonly key: string; readonly project: Project }

export interface ProjectRowsView {
  readonly filter: string
  readonly showArchived: boolean
  /** Projects whose activities are shown. */
  readonly open: ReadonlySet<string>
}

/**
 * Clients by name with their projects by name, those without a client first; under an open project its own activities
 * and a line to add one. A project is found by its own name, its client's and its activities'; a client without projects
 * by its own name. An archived client stays as long as it holds a project that is shown.
 */
export function projectRows(catalogue: Catalogue, { filter, showArchived, open }: ProjectRowsView): ProjectRow[] {
  const holds = wordFilter(filter)
  const activities = groupBy(catalogue.activities, (activity) => activity.projectId)
  const projects = groupBy(catalogue.projects, (project) => project.clientId)
  const known = new Set(catalogue.clients.map((client) => client.id))

  const rows: ProjectRow[] = []
  const addGroup = (client: Client | null, members: readonly Project[]) => {
    const clientName = client?.name ?? ''
    const shown = members
      .filter((project) => showArchived || !project.archived)
      .filter((project) => {
        const own = (activities.get(project.id) ?? []).map((activity) => activity.name).join(' ')
        return holds(`${clientName} ${project.name} ${own}`)
      })
      .sort(byName)
    const showsClient = client !== null && (showArchived || !client.archived) && holds(clientName)
    if (shown.length === 0 && !showsClient) return
    rows.push({ kind: 'client', key: `client ${client?.id ?? ''}`, client, projects: shown.length })
    for (const project of shown) {
      const isOpen = open.has(project.id)
      rows.push({ kind: 'project', key: `project ${project.id}`, project, open: isOpen })
      if (!isOpen) continue
      const own = (activities.get(project.id) ?? [])
        .filter((activity) => showArchived || !activity.archived)
        .sort(byName)
      for (const activity of own) rows.push({ kind: 'activity', key: `activity ${activity.id}`, activity })
      rows.push({ kind: 'new-activity', key: `new activity ${project.id}`, project })
    }
  }

  addGroup(
    null,
    catalogue.projects.filter((project) => project.clientId === null || !known.has(project.clientId)),
  )
  for (const client of [...catalogue.clients].sort(byName)) addGroup(client, projects.get(client.id) ?? [])
  return rows
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

/** As people sort names: without case, and `Item 9` before `Item 10`. */
export function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return collator.compare(a.name, b.name)
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    if (key === null) continue
    const members = groups.get(key)
    if (members) members.push(item)
    else groups.set(key, [item])
  }
  return groups
}
