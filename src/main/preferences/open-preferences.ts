import Store from 'electron-store'
import type { Log } from '../../core/ports/log.ts'
import { type Preferences, readPreferences } from './preferences.ts'

export interface PreferencesFile {
  current(): Preferences
  /** Kept at once. A disk that is full costs the place of a window and nothing else. */
  change(change: Partial<Preferences>): void
}

/** `window.json` in the folder given: where windows were. */
export function openPreferences(folder: string, log: Log): PreferencesFile {
  const store = new Store({ name: 'window', cwd: folder, clearInvalidConfig: true })
  let current = readPreferences(store.store)
  return {
    current: () => current,
    change(change) {
      current = { ...current, ...change }
      try {
        store.store = current
      } catch (error) {
        log.warn({ err: error }, 'The place of a window was not kept')
      }
    },
  }
}
