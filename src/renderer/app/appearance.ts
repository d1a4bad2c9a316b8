import { useEffect } from 'react'
import type { Settings } from '../../shared/contract/entities.ts'
import { useSettings } from '../client/live-store.ts'

const REMEMBERED = 'stint.appearance'

/** Puts theme and density on the document, where the style sheet looks for them. */
export function useAppearance(): void {
  const settings = useSettings()
  const theme = settings?.theme
  const density = settings?.density
  useEffect(() => {
    if (theme === undefined || density === undefined) return
    showAppearance(theme, density)
    remember(`${theme} ${density}`)
  }, [theme, density])
}

/** Before the host has answered: as it was last time, so that a dark page does not begin with a white flash. */
export function showRememberedAppearance(): void {
  const [theme, density] = remembered().split(' ')
  if (theme === 'light' || theme === 'dark') showAppearance(theme, density === 'compact' ? 'compact' : 'comfortable')
}

function showAppearance(theme: Settings['theme'], density: Settings['density']): void {
  const { dataset } = document.documentElement
  if (theme === 'system') delete dataset['theme']
  else dataset['theme'] = theme
  dataset['density'] = density
}

function remembered(): string {
  try {
    return localStorage.getItem(REMEMBERED) ?? ''
  } catch (error) {
    // Storage switched off: nothing is remembered.
    if (error instanceof DOMException) return ''
    throw error
  }
}

function remember(text: string): void {
  try {
    localStorage.setItem(REMEMBERED, text)
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
  }
}
