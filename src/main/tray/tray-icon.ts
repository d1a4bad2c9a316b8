import path from 'node:path'
import { type NativeImage, nativeImage, nativeTheme } from 'electron'

/** Beside the built main (out/main) and in the package alike. Drawn by scripts/draw-icons.ts. */
const FOLDER = path.join(import.meta.dirname, '../../resources/tray')

/**
 * The file for a state. macOS colours a template itself; Windows tells whether its taskbar is dark; of a Linux panel
 * nobody tells, so its picture can be seen on both.
 */
export function trayIconName(icon: 'running' | 'idle', platform: NodeJS.Platform, isDark: boolean): string {
  if (platform === 'darwin') return `${icon}Template.png`
  if (platform === 'win32') return `${icon}-${isDark ? 'dark' : 'light'}.png`
  return `${icon}-middle.png`
}

/** Finds the file's versions for denser screens (@2x and so on) by itself. */
export function loadTrayIcon(name: string): NativeImage {
  return nativeImage.createFromPath(path.join(FOLDER, name))
}

export function isTaskbarDark(): boolean {
  return nativeTheme.shouldUseDarkColorsForSystemIntegratedUI
}
