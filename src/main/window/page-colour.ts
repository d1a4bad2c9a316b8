import { type BrowserWindow, nativeTheme } from 'electron'
import type { Dispose } from '../../core/ports/scheduler.ts'
import type { LiveView } from '../desktop.ts'

/** `--color-canvas` of src/renderer/styles/app.css: what is seen until the page has painted must not flash. */
const LIGHT = '#fbfbfc'
const DARK = '#16181d'

export function pageColour(): string {
  return nativeTheme.shouldUseDarkColors ? DARK : LIGHT
}

/** Has menus, dialogs and the windows' own colour follow the theme of the settings. */
export function followTheme(live: LiveView, windows: () => readonly BrowserWindow[]): Dispose {
  const apply = () => {
    const { theme } = live.current().settings
    if (nativeTheme.themeSource !== theme) nativeTheme.themeSource = theme
  }
  const repaint = () => {
    for (const window of windows()) window.setBackgroundColor(pageColour())
  }
  apply()
  nativeTheme.on('updated', repaint)
  const stop = live.listen(apply)
  return () => {
    stop()
    nativeTheme.off('updated', repaint)
  }
}
