import { CalendarDays, Folder, Import, type LucideIcon, Search, Settings } from 'lucide-react'
import { type ComponentType, lazy } from 'react'
import type { ActionId } from '../../shared/actions/action-list.ts'
import { TodayPage } from '../features/today/today-page.tsx'

export interface PageRoute {
  /** First part of the path. */
  readonly name: string
  readonly title: string
  readonly icon: LucideIcon
  readonly action: ActionId
  readonly component: ComponentType
}

const later = {
  projects: () => import('../features/projects/projects-page.tsx'),
  search: () => import('../features/search/search-page.tsx'),
  import: () => import('../features/import/import-page.tsx'),
  settings: () => import('../features/settings/settings-page.tsx'),
}
const ProjectsPage = lazy(async () => ({ default: (await later.projects()).ProjectsPage }))
const SearchPage = lazy(async () => ({ default: (await later.search()).SearchPage }))
const ImportPage = lazy(async () => ({ default: (await later.import()).ImportPage }))
const SettingsPage = lazy(async () => ({ default: (await later.settings()).SettingsPage }))

/**
 * Fetches the other pages while nothing else is to be done: they then open at once, and also when the host has
 * stopped since. One that does not come now is fetched when it is visited, and tells then what is wrong.
 */
export function preloadPages(): void {
  for (const load of Object.values(later)) load().catch(() => undefined)
}

/** In the order of the sidebar. Today is loaded at once, the others soon after. */
export const pages: readonly PageRoute[] = [
  { name: 'today', title: 'Today', icon: CalendarDays, action: 'go.today', component: TodayPage },
  { name: 'projects', title: 'Projects', icon: Folder, action: 'go.projects', component: ProjectsPage },
  { name: 'search', title: 'Search', icon: Search, action: 'go.search', component: SearchPage },
  { name: 'import', title: 'Import', icon: Import, action: 'go.import', component: ImportPage },
  { name: 'settings', title: 'Settings', icon: Settings, action: 'go.settings', component: SettingsPage },
]
