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

// Pages that exist; a page that is not built yet is not shown.
const modules = import.meta.glob<Record<string, ComponentType>>('../features/*/*-page.tsx')

function lazyPage(name: string, component: string): ComponentType | null {
  const load = modules[`../features/${name}/${name}-page.tsx`]
  if (load === undefined) return null
  return lazy(async () => ({ default: (await load())[component] as ComponentType }))
}

const all = [
  { name: 'today', title: 'Today', icon: CalendarDays, action: 'go.today', component: TodayPage },
  {
    name: 'projects',
    title: 'Projects',
    icon: Folder,
    action: 'go.projects',
    component: lazyPage('projects', 'ProjectsPage'),
  },
  { name: 'search', title: 'Search', icon: Search, action: 'go.search', component: lazyPage('search', 'SearchPage') },
  { name: 'import', title: 'Import', icon: Import, action: 'go.import', component: lazyPage('import', 'ImportPage') },
  {
    name: 'settings',
    title: 'Settings',
    icon: Settings,
    action: 'go.settings',
    component: lazyPage('settings', 'SettingsPage'),
  },
] as const

/** In the order of the sidebar. Today is loaded at once, the others when first visited. */
export const pages: readonly PageRoute[] = all.flatMap((page) =>
  page.component === null ? [] : [{ ...page, component: page.component }],
)
