import type { Touched } from './live-update.ts'

/**
 * Names under which react-query keeps answers. A page with a query of its own begins its key with one of these, so that
 * the live stream refreshes it when something it shows has changed.
 */
export const queryKeys = {
  day: (day: string) => ['day', day] as const,
  days: (fromDay: string, toDay: string) => ['days', fromDay, toDay] as const,
  entries: (filter: object) => ['entries', filter] as const,
  suggestions: (text: string) => ['suggestions', text] as const,
  catalogue: ['catalogue'] as const,
  report: (input: object) => ['report', input] as const,
  history: ['history'] as const,
  imports: ['imports'] as const,
  backups: ['backups'] as const,
  notifications: ['notifications'] as const,
  shell: ['shell'] as const,
}

const NAMES = ['client', 'project', 'activity', 'tag', 'workItem'] as const

/** Whether an answer kept under `key` may have changed by what a command touched. */
export function isTouched(key: readonly unknown[], touched: Touched): boolean {
  const kinds = new Set<string>(touched.kinds)
  const entries = kinds.has('entry')
  const names = NAMES.some((kind) => kinds.has(kind))
  switch (key[0]) {
    case 'day':
      return entries && (touched.days === null || touched.days.some((day) => day === key[1]))
    case 'days':
      return (
        entries && (touched.days === null || touched.days.some((day) => day >= String(key[1]) && day <= String(key[2])))
      )
    case 'suggestions':
      return entries
    case 'entries':
    case 'report':
      return entries || names
    case 'catalogue':
      return names || kinds.has('template')
    case 'imports':
      return kinds.has('importBatch')
    case 'notifications':
      return kinds.has('notification')
    case 'shell':
      // What the desktop offers may have changed with what was asked of it.
      return kinds.has('settings')
    case 'backups':
      return false
    default:
      return true
  }
}
