// What `import … from 'electron'` gives to main in the test host. An export that is missing here fails at once when main
// is loaded; a member that is missing throws when it is used.
import { loud, loudClass } from './loud.ts'
import { app as hostApp } from './modules/app.ts'
import { HostWindow, windowStatics } from './modules/browser-window.ts'
import { dialog as hostDialog } from './modules/dialog.ts'
import { globalShortcut as hostShortcut } from './modules/global-shortcut.ts'
import { ipcMain as hostIpcMain } from './modules/ipc-main.ts'
import { Menu as HostMenu, MenuItem as HostMenuItem } from './modules/menu.ts'
import { MessageChannelMain as HostChannel } from './modules/message-ports.ts'
import { nativeImage as hostImage } from './modules/native-image.ts'
import { nativeTheme as hostTheme } from './modules/native-theme.ts'
import { HostNotification } from './modules/notification.ts'
import { powerMonitor as hostPower } from './modules/power-monitor.ts'
import { protocol as hostProtocol } from './modules/protocol.ts'
import { screen as hostScreen } from './modules/screen.ts'
import { session as hostSession } from './modules/session.ts'
import { shell as hostShell } from './modules/shell.ts'
import { HostTray } from './modules/tray.ts'
import { webContents as hostContents } from './modules/web-contents.ts'

export const app = loud('app', hostApp)
export const BrowserWindow = loudClass('BrowserWindow', Object.assign(HostWindow, windowStatics))
export const dialog = loud('dialog', hostDialog)
export const globalShortcut = loud('globalShortcut', hostShortcut)
export const ipcMain = loud('ipcMain', hostIpcMain)
export const Menu = loudClass('Menu', HostMenu)
export const MenuItem = loudClass('MenuItem', HostMenuItem)
export const MessageChannelMain = HostChannel
export const nativeImage = loud('nativeImage', hostImage)
export const nativeTheme = loud('nativeTheme', hostTheme)
export const Notification = loudClass('Notification', HostNotification)
export const powerMonitor = loud('powerMonitor', hostPower)
export const protocol = loud('protocol', hostProtocol)
export const screen = loud('screen', hostScreen)
export const session = loud('session', hostSession)
export const shell = loud('shell', hostShell)
export const Tray = loudClass('Tray', HostTray)
export const webContents = loud('webContents', hostContents)

// Packages written in the older way (electron-store) take the module whole.
const electron = loud('(module)', {
  app,
  BrowserWindow,
  dialog,
  globalShortcut,
  ipcMain,
  Menu,
  MenuItem,
  MessageChannelMain,
  nativeImage,
  nativeTheme,
  Notification,
  powerMonitor,
  protocol,
  screen,
  session,
  shell,
  Tray,
  webContents,
})
// biome-ignore lint/style/noDefaultExport: Electron has one.
export default electron
