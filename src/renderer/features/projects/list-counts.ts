import type { Catalogue } from '../../../shared/contract/catalogue.ts'
import { projectRows } from './project-rows.ts'
import type { ProjectsTab } from './projects-tabs.ts'
import { wordFilter } from './word-filter.ts'

export interface ListCounts {
  readonly total: number
  /** That the filter finds and that are not hidden. */
  readonly shown: number
  /** That the filter finds, but that are archived or done and not asked for. */
  readonly hidden: number
}

/** How many things a list of the projects page holds and shows; clients count among the projects. */
export function listCounts(
  tab: ProjectsTab,
  catalogue: Catalogue,
  { filter, showHidden }: { readonly filter: string; readonly showHidden: boolean },
): ListCounts {
  if (tab === 'projects') {
    const count = (showArchived: boolean) =>
      projectRows(catalogue, { filter, showArchived, open: new Set() }).filter(
        (row) => row.kind === 'project' || (row.kind === 'client' && row.client !== null),
      ).length
    const shown = count(showHidden)
    return { total: catalogue.projects.length + catalogue.clients.length, shown, hidden: count(true) - shown }
  }
  const holds = wordFilter(filter)
  const all = textsOf(tab, catalogue).filter(({ text }) => holds(text))
  const shown = all.filter(({ isHidden }) => showHidden || !isHidden).length
  return { total: textsOf(tab, catalogue).length, shown, hidden: all.length - shown }
}

function textsOf(tab: Exclude<ProjectsTab, 'projects'>, catalogue: Catalogue): { text: string; isHidden: boolean }[] {
  switch (tab) {
    case 'activities': {
      const projects = new Map(catalogue.projects.map((project) => [project.id, project.name]))
      return catalogue.activities.map(({ name, projectId, archived }) => ({
        text: `${name} ${projectId === null ? '' : (projects.get(projectId) ?? '')}`,
        isHidden: archived,
      }))
    }
    case 'tags':
      return catalogue.tags.map(({ name, archived }) => ({ text: name, isHidden: archived }))
    case 'items':
      return catalogue.workItems.map(({ key, title, state }) => ({
        text: `${key} ${title}`,
        isHidden: state === 'done',
      }))
    case 'templates':
      return catalogue.templates.map(({ name, note }) => ({ text: `${name} ${note}`, isHidden: false }))
  }
}
