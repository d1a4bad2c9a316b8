import { CalendarDays, Folder, Import, type LucideIcon, Search, Settings } from 'lucide-react'
import { type ComponentType, lazy } from 'react'
import { TodayPage } from '../features/today/today-page.tsx'
import type { ActionId } from './action-list.ts'

export interface PageRoute {
  /** First part of the path. */
  readonly name: string
  readonly title: string
  readonly icon: LucideIcon
  readonly action: ActionId
  readonly component: ComponentType
}

const ImportPage = lazy(async () => ({ default: (await import('../features/import/import-page.tsx')).ImportPage }))
const ProjectsPage = lazy(async () => ({
  default: (await import('../features/projects/projects-page.tsx')).ProjectsPage,
}))
const SearchPage = lazy(async () => ({ default: (await import('../features/search/search-page.tsx')).SearchPage }))
const SettingsPage = lazy(async () => ({
  default: (await import('../features/settings/settings-page.tsx')).SettingsPage,
}))

/** In the order of the sidebar. Today is loaded at once, the others when first visited. */
export const pages: readonly PageRoute[] = [
  { name: 'today', title: 'Today', icon: CalendarDays, action: 'go.today', component: TodayPage },
  { name: 'projects', title: 'Projects', icon: Folder, action: 'go.projects', component: ProjectsPage },
  { name: 'search', title: 'Search', icon: Search, action: 'go.search', component: SearchPage },
  { name: 'import', title: 'Import', icon: Import, action: 'go.import', component: ImportPage },
  { name: 'settings', title: 'Settings', icon: Settings, action: 'go.settings', component: SettingsPage },
]
