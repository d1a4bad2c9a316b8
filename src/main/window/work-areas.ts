import { type BrowserWindow, screen } from 'electron'
import type { Dispose } from '../../core/ports/scheduler.ts'
import type { Bounds } from '../preferences/preferences.ts'
import { fitBounds } from './fit-bounds.ts'

/** The screens' areas without bars and docks, the main screen first. */
export function workAreas(): readonly Bounds[] {
  const main = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id)
  return [main, ...others].map(({ workArea }) => workArea)
}

/** Brings windows back that were on a screen which is gone or has changed. */
export function followScreens(windows: () => readonly BrowserWindow[]): Dispose {
  const refit = () => {
    for (const window of windows()) {
      if (window.isMaximized() || window.isFullScreen() || window.isMinimized()) continue
      const bounds = window.getBounds()
      const fitted = fitBounds(bounds, workAreas(), bounds)
      if (!isSame(bounds, fitted)) window.setBounds(fitted)
    }
  }
  screen.on('display-removed', refit)
  screen.on('display-metrics-changed', refit)
  return () => {
    screen.off('display-removed', refit)
    screen.off('display-metrics-changed', refit)
  }
}

function isSame(a: Bounds, b: Bounds): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height
}
