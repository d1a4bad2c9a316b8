import { toShown } from '../browser/addresses.ts'
import { chromium } from '../browser/chromium.ts'
import { appControls } from '../modules/app.ts'
import { type HostWindow, hostWindows } from '../modules/browser-window.ts'
import { dialogControls } from '../modules/dialog.ts'
import { shortcutControls } from '../modules/global-shortcut.ts'
import { ipcControls } from '../modules/ipc-main.ts'
import { menuControls } from '../modules/menu.ts'
import { themeControls } from '../modules/native-theme.ts'
import { notificationControls } from '../modules/notification.ts'
import { powerControls } from '../modules/power-monitor.ts'
import { askHandler } from '../modules/protocol.ts'
import { screenControls } from '../modules/screen.ts'
import { isGranted, sessionControls } from '../modules/session.ts'
import { shellControls } from '../modules/shell.ts'
import { trayControls } from '../modules/tray.ts'
import { timeControls } from '../time/travel.ts'

function window(id: number): HostWindow {
  const found = hostWindows().find((one) => one.id === id)
  if (found === undefined) throw new Error(`There is no window ${id}`)
  return found
}

const windowControls = {
  /** Where a test finds the pages of the windows. */
  devtoolsUrl: async () => (await chromium()).devtoolsUrl,
  windows: async () =>
    Promise.all(
      hostWindows().map(async (one) => ({
        id: one.id,
        targetId: (await one.page.target).targetId,
        url: one.page.getURL(),
        bounds: one.getBounds(),
        isVisible: one.isVisible(),
        isFocused: one.isFocused(),
        isAlwaysOnTop: one.isAlwaysOnTop(),
        isCrashed: one.page.isCrashed(),
        isLoading: one.page.isLoading(),
        crashes: one.page.crashes,
        ports: one.page.ports,
        opened: one.page.opened,
        errors: one.page.errors,
        preferences: one.page.getLastWebPreferences(),
      })),
    ),
  /** The click on the window's cross. */
  closeWindow: (id: number) => window(id).close(),
  moveWindow: (id: number, bounds: Electron.Rectangle) => window(id).setBounds(bounds),
  focusWindow: (id: number) => window(id).focus(),
  crashRenderer: (id: number) => window(id).page.forcefullyCrashRenderer(),
  hang: (id: number) => window(id).page.hang(),
  /** As a person's Ctrl+R. */
  reload: (id: number) => window(id).page.reload(),
  /** A message of a page that was taken over; `frameUrl`: from a frame inside it. */
  forgeMessage: (id: number, channel: string, args: unknown[], frameUrl?: string) =>
    window(id).page.forge(channel, args, frameUrl),
  isGranted: (id: number, permission: string, url: string) => isGranted(window(id).webContents, permission, url),
  /** What the handler of the scheme answers to exactly this address. */
  async askProtocol(url: string, method = 'GET') {
    const response = await askHandler(url, { method })
    if (response === undefined) return null
    return { status: response.status, headers: Object.fromEntries(response.headers), text: await response.text() }
  },
  shownAddress: toShown,
}

/** Everything a test can see and do. Arguments and answers are plain data. */
export const controls = {
  ...appControls,
  ...windowControls,
  ...dialogControls,
  ...shortcutControls,
  ...ipcControls,
  ...menuControls,
  ...notificationControls,
  ...powerControls,
  ...screenControls,
  ...sessionControls,
  ...shellControls,
  ...themeControls,
  ...trayControls,
  ...timeControls,
}

export type Controls = typeof controls
