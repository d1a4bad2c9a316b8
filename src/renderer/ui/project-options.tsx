import type { Catalogue } from '../../shared/contract/catalogue.ts'
import { ColourDot } from './colour-dot.tsx'
import type { Option } from './option-list.tsx'

/** The option "no project" or "no activity". */
export const NONE = 'none'

/** Projects that can be chosen, grouped by client; those without one first. An archived one only where it is chosen now. */
export function projectOptions(catalogue: Catalogue, chosenId: string | null): Option[] {
  const clients = new Map(catalogue.clients.map((client) => [client.id, client.name]))
  const options = catalogue.projects
    .filter((project) => !project.archived || project.id === chosenId)
    .map((project) => {
      const client = project.clientId === null ? '' : (clients.get(project.clientId) ?? '')
      return {
        id: project.id,
        label: project.name,
        group: client,
        keywords: client,
        mark: <ColourDot colour={project.colour} />,
      }
    })
    .sort((a, b) => a.group.localeCompare(b.group) || a.label.localeCompare(b.label))
  return [{ id: NONE, label: 'No project', mark: <ColourDot colour={null} /> }, ...options]
}

/** "No activity" and the activities offered with a project: its own, and those that go with every project. */
export function activityOptions(catalogue: Catalogue, projectId: string | null): Option[] {
  const activities = catalogue.activities
    .filter((activity) => !activity.archived && (activity.projectId === null || activity.projectId === projectId))
    .map((activity) => ({ id: activity.id, label: activity.name }))
    .sort((a, b) => a.label.localeCompare(b.label))
  return [{ id: NONE, label: 'No activity' }, ...activities]
}
