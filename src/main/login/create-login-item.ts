import { homedir } from 'node:os'
import path from 'node:path'
import { app } from 'electron'
import { createAutostartFile } from './autostart-file.ts'
import type { LoginItem } from './login-item.ts'

/** Started so, Stint opens no window. macOS passes no arguments: there `wasOpenedAtLogin` tells. */
const ARGS = ['--hidden']

/** Throws where the autostart file of Linux cannot be read or written (a full disk, a folder of somebody else's). */
export function createLoginItem(): LoginItem {
  if (!app.isPackaged) return { state: () => 'unsupported', apply: () => undefined }
  if (process.platform === 'linux') {
    const config = process.env['XDG_CONFIG_HOME'] || path.join(homedir(), '.config')
    // An AppImage runs from a place that is gone after it ends.
    const program = process.env['APPIMAGE'] || process.execPath
    return createAutostartFile(path.join(config, 'autostart', 'stint-desktop.desktop'), program)
  }
  const options = process.platform === 'win32' ? { args: ARGS } : {}
  const isOn = () => app.getLoginItemSettings(options).openAtLogin
  return {
    state: () => (isOn() ? 'on' : 'off'),
    apply(on) {
      if (on !== isOn()) app.setLoginItemSettings({ openAtLogin: on, ...options })
    },
  }
}
