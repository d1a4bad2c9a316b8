import { app } from 'electron'
import type { Log } from '../core/ports/log.ts'
import type { Shell } from '../core/ports/shell.ts'
import type { ShellAction, ShellState } from '../shared/contract/desktop.ts'
import type { Windows } from './desktop.ts'
import { openFolder } from './guards/open-link.ts'
import type { Hotkeys } from './hotkeys/start-hotkeys.ts'
import type { LoginItem } from './login/login-item.ts'
import type { DesktopNotifier } from './notifications/create-desktop-notifier.ts'
import type { DesktopPower } from './power/create-desktop-power.ts'
import type { Tray } from './tray/start-tray.ts'

/** The parts around core. Those that need core come later than core, which already has the shell by then. */
export interface ShellParts {
  readonly power: DesktopPower
  readonly notifier: DesktopNotifier
  readonly loginItem: LoginItem
  readonly profileDir: string
  readonly log: Log
  late: { readonly tray: Tray; readonly hotkeys: Hotkeys; readonly windows: Windows; quit(): void } | undefined
}

/** What pages are told of this desktop, and what they may ask of it. */
export function createShell(parts: ShellParts): Shell {
  return {
    state: () => ({
      platform: process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux',
      tray: parts.late?.tray.state() ?? 'off',
      notifications: parts.notifier.state(),
      hotkeys: parts.late?.hotkeys.states() ?? [],
      startAtLogin: loginState(parts),
      presenceSources: parts.power.sources(),
    }),
    run: (action) => runShellAction(parts, action),
  }
}

function runShellAction({ late, profileDir, log }: ShellParts, action: ShellAction): void {
  switch (action) {
    case 'about':
      app.showAboutPanel()
      break
    case 'open-profile-folder':
      openFolder(profileDir, log)
      break
    case 'show':
      late?.windows.show()
      break
    case 'hide':
      late?.windows.hide()
      break
    case 'mini-window':
      late?.windows.showMini()
      break
    case 'quit':
      late?.quit()
  }
}

function loginState({ loginItem, log }: ShellParts): ShellState['startAtLogin'] {
  try {
    return loginItem.state()
  } catch (error) {
    log.warn({ err: error }, 'Whether Stint starts at login cannot be read')
    return 'unsupported'
  }
}
