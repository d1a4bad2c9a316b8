/** The lists of the projects page, as the address names them: `/projects`, `/projects/tags`. */
export const projectsTabs = [
  { value: 'projects', label: 'Projects', one: 'project', hint: 'New project' },
  { value: 'activities', label: 'Activities', one: 'activity', hint: 'New activity' },
  { value: 'tags', label: 'Tags', one: 'tag', hint: 'New tag' },
  { value: 'items', label: 'Work items', one: 'work item', hint: 'New work item' },
  { value: 'templates', label: 'Templates', one: 'template', hint: 'New template' },
] as const

export type ProjectsTab = (typeof projectsTabs)[number]['value']

/** Reads the part of the address behind `/projects/`: a list, or the id of a project to be shown. */
export function readProjectsPath(path: string): { tab: ProjectsTab; projectId: string | null } {
  const part = path.split('/')[2] ?? ''
  const tab = projectsTabs.find(({ value }) => value === part)
  if (tab !== undefined) return { tab: tab.value, projectId: null }
  return { tab: 'projects', projectId: /^[0-9a-f-]{36}$/.test(part) ? part : null }
}

export function projectsPath(tab: ProjectsTab): string {
  return tab === 'projects' ? '/projects' : `/projects/${tab}`
}
