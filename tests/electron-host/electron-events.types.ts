import type * as Electron from 'electron'
import type { HostEvent } from './modules/host-event.ts'

// Compiled, never run. Listeners here take what the test host hands them (the `emit` calls of modules/). Where Electron
// renames an event or changes what a listener gets, this no longer compiles, and the test host has to follow.

interface Details {
  readonly url: string
  readonly isMainFrame: boolean
  readonly isSameDocument: boolean
}
type Navigation = Pick<HostEvent, 'preventDefault' | 'defaultPrevented'> & Details

export function appEvents(app: Electron.App): void {
  app.on('ready', (_event: object, _info: object) => undefined)
  app.on('will-finish-launching', () => undefined)
  app.on('before-quit', (event: Pick<HostEvent, 'preventDefault'>) => event.preventDefault())
  app.on('will-quit', (event: Pick<HostEvent, 'preventDefault'>) => event.preventDefault())
  app.on('quit', (_event: object, _code: number) => undefined)
  app.on('window-all-closed', () => undefined)
  app.on('activate', (_event: object, _hasVisibleWindows: boolean) => undefined)
  app.on('open-url', (_event: object, _url: string) => undefined)
  app.on('second-instance', (_event: object, _argv: string[], _cwd: string, _data: unknown) => undefined)
  app.on('browser-window-created', (_event: object, _window: Electron.BrowserWindow) => undefined)
  app.on('browser-window-focus', (_event: object, _window: Electron.BrowserWindow) => undefined)
  app.on('browser-window-blur', (_event: object, _window: Electron.BrowserWindow) => undefined)
  app.on('web-contents-created', (_event: object, _contents: Electron.WebContents) => undefined)
}

export function windowEvents(window: Electron.BrowserWindow): void {
  window.on('close', (event: Pick<HostEvent, 'preventDefault'>) => event.preventDefault())
  window.on('closed', () => undefined)
  window.on('ready-to-show', () => undefined)
  window.on('show', () => undefined)
  window.on('hide', () => undefined)
  window.on('focus', () => undefined)
  window.on('blur', () => undefined)
  window.on('minimize', () => undefined)
  window.on('restore', () => undefined)
  window.on('maximize', () => undefined)
  window.on('unmaximize', () => undefined)
  window.on('enter-full-screen', () => undefined)
  window.on('leave-full-screen', () => undefined)
  window.on('move', () => undefined)
  window.on('moved', () => undefined)
  window.on('resize', () => undefined)
  window.on('resized', () => undefined)
  window.on('unresponsive', () => undefined)
  window.on('always-on-top-changed', (_event: object, _is: boolean) => undefined)
}

export function contentsEvents(contents: Electron.WebContents): void {
  contents.on('did-finish-load', () => undefined)
  contents.on('did-stop-loading', () => undefined)
  contents.on('dom-ready', () => undefined)
  contents.on('destroyed', () => undefined)
  contents.on('unresponsive', () => undefined)
  contents.on('did-navigate', (_event: object, _url: string, _code: number, _status: string) => undefined)
  contents.on('did-navigate-in-page', (_event: object, _url: string, _isMainFrame: boolean) => undefined)
  contents.on('did-start-navigation', (_details: Details) => undefined)
  contents.on('will-navigate', (event: Navigation) => event.preventDefault())
  contents.on('will-frame-navigate', (event: Navigation) => event.preventDefault())
  contents.on('render-process-gone', (_event: object, _details: { reason: string; exitCode: number }) => undefined)
  contents.on('preload-error', (_event: object, _file: string, _error: Error) => undefined)
  contents.on('ipc-message', (_event: object, _channel: string, ..._args: unknown[]) => undefined)
}

export function otherEvents(
  ipcMain: Electron.IpcMain,
  port: Electron.MessagePortMain,
  tray: Electron.Tray,
  notification: Electron.Notification,
  powerMonitor: Electron.PowerMonitor,
  screen: Electron.Screen,
  nativeTheme: Electron.NativeTheme,
): void {
  ipcMain.on('any', (_event: { senderFrame: object | null; sender: object; ports: object[] }, ..._args) => undefined)
  port.on('message', (_event: { data: unknown; ports: object[] }) => undefined)
  port.on('close', () => undefined)
  tray.on('click', (_event: object, _bounds: Electron.Rectangle) => undefined)
  notification.on('show', (_event: object) => undefined)
  notification.on('click', (_event: object) => undefined)
  notification.on('close', (_event: object) => undefined)
  notification.on('failed', (_event: object, _error: string) => undefined)
  powerMonitor.on('suspend', () => undefined)
  powerMonitor.on('resume', () => undefined)
  powerMonitor.on('lock-screen', () => undefined)
  powerMonitor.on('unlock-screen', () => undefined)
  powerMonitor.on('shutdown', () => undefined)
  powerMonitor.on('user-did-become-active', () => undefined)
  powerMonitor.on('user-did-resign-active', () => undefined)
  screen.on('display-added', (_event: object, _display: Electron.Display) => undefined)
  screen.on('display-removed', (_event: object, _display: Electron.Display) => undefined)
  screen.on('display-metrics-changed', (_event: object, _display: Electron.Display, _changed: string[]) => undefined)
  nativeTheme.on('updated', () => undefined)
}
