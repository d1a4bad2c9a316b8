import { EventEmitter } from 'node:events'
import type * as Electron from 'electron'
import { loud } from '../loud.ts'
import { app, leaveIfNoWindows } from './app.ts'
import { needsStart, openWindows } from './app-life.ts'
import { HostEvent } from './host-event.ts'
import { HostWebContents } from './web-contents.ts'

let focused: HostWindow | undefined
let lastId = 0

/** A window: its page is real, its frame, place and state are what the test and main say they are. */
export class HostWindow
  extends EventEmitter
  implements
    Pick<
      Electron.BrowserWindow,
      | 'loadURL'
      | 'show'
      | 'showInactive'
      | 'hide'
      | 'focus'
      | 'blur'
      | 'close'
      | 'destroy'
      | 'isDestroyed'
      | 'isVisible'
      | 'isFocused'
      | 'isMinimized'
      | 'isMaximized'
      | 'isFullScreen'
      | 'minimize'
      | 'maximize'
      | 'unmaximize'
      | 'restore'
      | 'getBounds'
      | 'setBounds'
      | 'getNormalBounds'
      | 'getSize'
      | 'setSize'
      | 'getPosition'
      | 'setPosition'
      | 'center'
      | 'setAlwaysOnTop'
      | 'isAlwaysOnTop'
      | 'setTitle'
      | 'getTitle'
      | 'setMenuBarVisibility'
      | 'setAutoHideMenuBar'
      | 'setSkipTaskbar'
      | 'setVisibleOnAllWorkspaces'
      | 'setMinimumSize'
      | 'setBackgroundColor'
      | 'setResizable'
      | 'setMenu'
      | 'removeMenu'
      | 'moveTop'
      | 'flashFrame'
      | 'setProgressBar'
      | 'setOverlayIcon'
      | 'setFullScreen'
    >
{
  readonly id = ++lastId
  readonly webContents: HostWebContents
  readonly page: HostWebContents
  readonly options: Electron.BrowserWindowConstructorOptions
  #bounds: Electron.Rectangle
  #isVisible = false
  #isMinimized = false
  #isMaximized = false
  #isFullScreen = false
  #isAlwaysOnTop: boolean
  #isDestroyed = false
  #title: string

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super()
    needsStart('BrowserWindow')
    this.options = options
    const { x = 0, y = 0, width = 800, height = 600 } = options
    this.#bounds = { x, y, width, height }
    this.#isAlwaysOnTop = options.alwaysOnTop === true
    this.#title = options.title ?? app.getName()
    this.page = new HostWebContents(options.webPreferences ?? {}, { width, height })
    this.webContents = loud('WebContents', this.page)
    openWindows().push(this)
    this.page.on('unresponsive', () => this.emit('unresponsive'))
    this.page.once('host-paintable', () => this.emit('ready-to-show'))
    void this.#place()
    app.emit('web-contents-created', new HostEvent(), this.webContents)
    app.emit('browser-window-created', new HostEvent(), loud('BrowserWindow', this))
    if (options.show !== false) this.show()
  }

  async loadURL(url: string): Promise<void> {
    await this.page.loadURL(url)
  }

  show(): void {
    this.showInactive()
    this.focus()
  }

  showInactive(): void {
    this.#isMinimized = false
    if (this.#isVisible) return
    this.#isVisible = true
    this.#setShown(true)
    this.emit('show')
  }

  hide(): void {
    if (!this.#isVisible) return
    this.blur()
    this.#isVisible = false
    this.#setShown(false)
    this.emit('hide')
  }

  focus(): void {
    if (!this.#isVisible || focused === this) return
    focused?.blur()
    focused = this
    this.page.focus()
    this.emit('focus')
    app.emit('browser-window-focus', new HostEvent(), loud('BrowserWindow', this))
  }

  blur(): void {
    if (focused !== this) return
    focused = undefined
    this.emit('blur')
    app.emit('browser-window-blur', new HostEvent(), loud('BrowserWindow', this))
  }

  /** As a person's click on the cross does: main may prevent it. */
  close(): void {
    if (this.#isDestroyed) return
    const event = new HostEvent()
    this.emit('close', event)
    if (!event.defaultPrevented) this.destroy()
  }

  destroy(): void {
    if (this.#isDestroyed) return
    this.blur()
    this.#isDestroyed = true
    this.#isVisible = false
    openWindows().splice(openWindows().indexOf(this), 1)
    this.page.destroyed()
    this.emit('closed')
    leaveIfNoWindows(openWindows().length)
  }

  minimize(): void {
    this.#isMinimized = true
    this.blur()
    this.#setShown(false)
    this.emit('minimize')
  }

  restore(): void {
    if (!this.#isMinimized) return
    this.#isMinimized = false
    this.#setShown(true)
    this.emit('restore')
  }

  maximize(): void {
    this.#isMaximized = true
    this.emit('maximize')
  }

  unmaximize(): void {
    this.#isMaximized = false
    this.emit('unmaximize')
  }

  setFullScreen(is: boolean): void {
    this.#isFullScreen = is
    this.emit(is ? 'enter-full-screen' : 'leave-full-screen')
  }

  isDestroyed = (): boolean => this.#isDestroyed
  isVisible = (): boolean => this.#isVisible && !this.#isMinimized
  isFocused = (): boolean => focused === this
  isMinimized = (): boolean => this.#isMinimized
  isMaximized = (): boolean => this.#isMaximized
  isFullScreen = (): boolean => this.#isFullScreen
  isAlwaysOnTop = (): boolean => this.#isAlwaysOnTop
  getTitle = (): string => this.#title
  getBounds = (): Electron.Rectangle => ({ ...this.#bounds })
  getNormalBounds = (): Electron.Rectangle => ({ ...this.#bounds })
  getSize = (): number[] => [this.#bounds.width, this.#bounds.height]
  getPosition = (): number[] => [this.#bounds.x, this.#bounds.y]

  setTitle(title: string): void {
    this.#title = title
  }

  setAlwaysOnTop(is: boolean): void {
    this.#isAlwaysOnTop = is
    this.emit('always-on-top-changed', new HostEvent(), is)
  }

  setBounds(bounds: Partial<Electron.Rectangle>): void {
    const before = this.#bounds
    this.#bounds = { ...before, ...bounds }
    const { x, y, width, height } = this.#bounds
    void this.#place()
    if (x !== before.x || y !== before.y) for (const name of ['move', 'moved']) this.emit(name)
    if (width !== before.width || height !== before.height) for (const name of ['resize', 'resized']) this.emit(name)
  }

  setSize(width: number, height: number): void {
    this.setBounds({ width, height })
  }

  setPosition(x: number, y: number): void {
    this.setBounds({ x, y })
  }

  center(): void {
    // The middle of a screen that has nothing else on it is as good as any place.
  }

  // Looks of the window's frame: said, and of no consequence to a page.
  setMenuBarVisibility(): void {}
  setAutoHideMenuBar(): void {}
  setSkipTaskbar(): void {}
  setVisibleOnAllWorkspaces(): void {}
  setMinimumSize(): void {}
  setBackgroundColor(): void {}
  setResizable(): void {}
  setMenu(): void {}
  removeMenu(): void {}
  moveTop(): void {}
  flashFrame(): void {}
  setProgressBar(): void {}
  setOverlayIcon(): void {}

  async #place(): Promise<void> {
    const target = await this.page.target
    if (!this.#isDestroyed) await target.setBounds(this.#bounds).catch(() => undefined)
  }

  #setShown(isShown: boolean): void {
    this.page.target.then((target) => target.setShown(isShown)).catch(() => undefined)
  }
}

export const windowStatics = {
  getAllWindows: () => hostWindows().map((window) => loud('BrowserWindow', window)),
  getFocusedWindow: () => (focused === undefined ? null : loud('BrowserWindow', focused)),
  fromWebContents: (contents: { id: number }) =>
    windowStatics.getAllWindows().find(({ webContents }) => webContents.id === contents.id) ?? null,
  fromId: (id: number) => windowStatics.getAllWindows().find((window) => window.id === id) ?? null,
}

export function hostWindows(): readonly HostWindow[] {
  return openWindows().filter((window) => window instanceof HostWindow)
}
