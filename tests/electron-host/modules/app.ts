import { EventEmitter } from 'node:events'
import { mkdirSync, readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type * as Electron from 'electron'
import { closeChromium } from '../browser/chromium.ts'
import { hasStarted, markStarted, openWindows } from './app-life.ts'
import { HostEvent } from './host-event.ts'
import { type InstanceLock, takeInstanceLock } from './instance-lock.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))

export interface LoginItem {
  readonly openAtLogin: boolean
  readonly args: readonly string[]
}

class HostApp
  extends EventEmitter
  implements
    Pick<
      Electron.App,
      | 'whenReady'
      | 'isReady'
      | 'quit'
      | 'exit'
      | 'relaunch'
      | 'focus'
      | 'hide'
      | 'show'
      | 'getVersion'
      | 'getName'
      | 'setName'
      | 'getAppPath'
      | 'getPath'
      | 'setPath'
      | 'getLocale'
      | 'requestSingleInstanceLock'
      | 'hasSingleInstanceLock'
      | 'releaseSingleInstanceLock'
      | 'setAppUserModelId'
      | 'setAsDefaultProtocolClient'
      | 'removeAsDefaultProtocolClient'
      | 'isDefaultProtocolClient'
      | 'setLoginItemSettings'
      | 'getLoginItemSettings'
      | 'enableSandbox'
      | 'setBadgeCount'
      | 'getBadgeCount'
      | 'disableHardwareAcceleration'
      | 'setAboutPanelOptions'
      | 'showAboutPanel'
    >
{
  isPackaged = false
  readonly commandLine = { appendSwitch() {}, hasSwitch: () => false, getSwitchValue: () => '' }
  readonly protocols: string[] = []
  loginItem: LoginItem = { openAtLogin: false, args: [] }
  about: Electron.AboutPanelOptionsOptions | undefined
  aboutShown = 0
  readonly relaunches: (readonly string[])[] = []
  badge = 0
  readonly #paths = new Map<string, string>()
  readonly #ready: Promise<void>
  #name: string = name
  #lock: InstanceLock | undefined
  #isSandboxed = false
  #isQuitting = false

  constructor() {
    super()
    const temp = process.env['STINT_TEST_HOST_HOME'] ?? os.tmpdir()
    for (const place of [
      'appData',
      'userData',
      'temp',
      'home',
      'logs',
      'crashDumps',
      'sessionData',
      'documents',
      'downloads',
    ]) {
      this.#paths.set(place, place === 'temp' ? os.tmpdir() : path.join(temp, place))
    }
    this.#paths.set('exe', process.execPath)
    // Once the modules are loaded, as in Electron: what main has to say before `ready` it says at its top level.
    this.#ready = new Promise((resolve) => {
      setImmediate(() => {
        markStarted()
        this.emit('will-finish-launching')
        this.emit('ready', new HostEvent(), {})
        resolve()
      })
    })
  }

  whenReady = (): Promise<void> => this.#ready
  isReady = (): boolean => hasStarted()
  getVersion = (): string => version
  getName = (): string => this.#name
  getAppPath = (): string => root
  getLocale = (): string => 'en-GB'
  isSandboxed = (): boolean => this.#isSandboxed

  setName(given: string): void {
    this.#name = given
  }

  getPath(place: string): string {
    const found = this.#paths.get(place)
    if (found === undefined) throw new Error(`app.getPath('${place}') is not in the test host`)
    return found
  }

  setPath(place: string, folder: string): void {
    if (!path.isAbsolute(folder)) throw new Error('Path must be absolute')
    mkdirSync(folder, { recursive: true })
    this.#paths.set(place, folder)
  }

  requestSingleInstanceLock(data?: Record<string | number | symbol, unknown>): boolean {
    if (this.#lock !== undefined) return true
    this.#lock = takeInstanceLock(this.getPath('userData'), data ?? {}, (second) =>
      this.emit('second-instance', new HostEvent(), second.argv, second.cwd, second.data),
    )
    return this.#lock !== undefined
  }

  hasSingleInstanceLock = (): boolean => this.#lock !== undefined

  releaseSingleInstanceLock(): void {
    this.#lock?.release()
    this.#lock = undefined
  }

  enableSandbox(): void {
    if (hasStarted()) throw new Error('app.enableSandbox can only be called before app is ready')
    this.#isSandboxed = true
  }

  disableHardwareAcceleration(): void {
    // The browser paints without it anyway.
  }

  setAppUserModelId(): void {
    // Windows groups taskbar buttons by it.
  }

  setAsDefaultProtocolClient(protocol: string): boolean {
    this.protocols.push(protocol)
    return true
  }

  removeAsDefaultProtocolClient(protocol: string): boolean {
    this.protocols.splice(this.protocols.indexOf(protocol), 1)
    return true
  }

  isDefaultProtocolClient = (protocol: string): boolean => this.protocols.includes(protocol)

  setLoginItemSettings(settings: Electron.Settings): void {
    this.loginItem = { openAtLogin: settings.openAtLogin === true, args: settings.args ?? [] }
  }

  getLoginItemSettings(): Electron.LoginItemSettings {
    const { openAtLogin } = this.loginItem
    return {
      openAtLogin,
      wasOpenedAtLogin: false,
      status: openAtLogin ? 'enabled' : 'not-registered',
      executableWillLaunchAtLogin: openAtLogin,
      launchItems: [],
    }
  }

  setBadgeCount(count = 0): boolean {
    this.badge = count
    return true
  }

  getBadgeCount = (): number => this.badge

  setAboutPanelOptions(options: Electron.AboutPanelOptionsOptions): void {
    this.about = options
  }

  showAboutPanel(): void {
    this.aboutShown++
  }

  focus(): void {}
  hide(): void {}
  show(): void {}

  /** Written down and not done: a test that wants a second life starts one. */
  relaunch(options: Electron.RelaunchOptions = {}): void {
    this.relaunches.push(options.args ?? process.argv.slice(1))
    process.stderr.write(`relaunch: ${JSON.stringify(options.args)}\n`)
  }

  quit(): void {
    if (this.#isQuitting) return
    const before = new HostEvent()
    this.emit('before-quit', before)
    if (before.defaultPrevented) return
    for (const window of [...openWindows()]) {
      window.close()
      // Somebody wants the window to stay, and with it the app.
      if (!window.isDestroyed()) return
    }
    const will = new HostEvent()
    this.emit('will-quit', will)
    if (will.defaultPrevented) return
    this.exit(0)
  }

  exit(code = 0): void {
    if (this.#isQuitting) return
    this.#isQuitting = true
    for (const window of [...openWindows()]) window.destroy()
    this.emit('quit', new HostEvent(), code)
    void closeChromium().finally(() => {
      this.#lock?.release()
      process.exit(code)
    })
  }
}

export const app = new HostApp()

/** The last window is gone: without anybody who listens, Electron quits. */
export function leaveIfNoWindows(left: number): void {
  if (left > 0) return
  if (app.listenerCount('window-all-closed') > 0) app.emit('window-all-closed')
  else app.quit()
}

export const appControls = {
  appState: () => ({
    loginItem: app.loginItem,
    badge: app.badge,
    protocols: app.protocols,
    about: app.about ?? null,
    aboutShown: app.aboutShown,
    userData: app.getPath('userData'),
    isSandboxed: app.isSandboxed(),
  }),
  quit: () => app.quit(),
  /** At once, and nothing in order; the browser first, which would go on writing to its folder. */
  abandon: () => void closeChromium().finally(() => process.exit(1)),
  openUrl: (url: string) => app.emit('open-url', new HostEvent(), url),
  activate: () =>
    app.emit(
      'activate',
      new HostEvent(),
      openWindows().some((window) => window.isVisible()),
    ),
}
