import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type * as Electron from 'electron'
import { toElectron, toShown } from '../browser/addresses.ts'
import { type Answer, type Paused, WindowTarget } from '../browser/window-target.ts'
import { loud } from '../loud.ts'
import { app } from './app.ts'
import { HostEvent } from './host-event.ts'
import { invoke, ipcMain } from './ipc-main.ts'
import { type HostPort, insideOf } from './message-ports.ts'
import { makeFrame } from './page-frame.ts'
import { PagePorts } from './page-ports.ts'
import { answerRequest, applyPermissions, session } from './session.ts'

type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0]

export interface Opened {
  readonly url: string
  readonly action: string
}

const all: HostWebContents[] = []
let lastId = 0

/** What sandboxed pages have unless told otherwise; what main sets comes on top. */
const DEFAULT_PREFERENCES = {
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  contextIsolation: true,
  sandbox: true,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
} satisfies Electron.WebPreferences

/** The page of a window, as main sees it. */
export class HostWebContents
  extends EventEmitter
  implements
    Pick<
      Electron.WebContents,
      | 'send'
      | 'postMessage'
      | 'loadURL'
      | 'reload'
      | 'getURL'
      | 'isDestroyed'
      | 'isCrashed'
      | 'isLoading'
      | 'isFocused'
      | 'focus'
      | 'forcefullyCrashRenderer'
      | 'setWindowOpenHandler'
      | 'getType'
      | 'openDevTools'
      | 'toggleDevTools'
      | 'closeDevTools'
      | 'setZoomLevel'
      | 'getZoomLevel'
      | 'executeJavaScript'
      | 'setBackgroundThrottling'
      | 'setVisualZoomLevelLimits'
    >
{
  readonly id = ++lastId
  readonly session = session.defaultSession
  readonly mainFrame: ReturnType<typeof makeFrame>
  readonly opened: Opened[] = []
  readonly errors: string[] = []
  crashes = 0
  readonly #preferences: Electron.WebPreferences
  readonly #target: Promise<WindowTarget>
  readonly #ports = new PagePorts((message) => this.#deliver(message))
  #now: WindowTarget | undefined
  #url = ''
  #openHandler: OpenHandler | undefined
  #isDestroyed = false
  #isCrashed = false
  #isLoading = false
  #zoomLevel = 0
  /** Addresses that main itself asked for: will-navigate is about what pages want. */
  readonly #wanted = new Set<string>()

  constructor(preferences: Electron.WebPreferences, size: { width: number; height: number }) {
    super()
    this.#preferences = { ...DEFAULT_PREFERENCES, ...preferences, ...(app.isSandboxed() ? { sandbox: true } : {}) }
    this.mainFrame = makeFrame(this)
    const preload = preferences.preload === undefined ? undefined : readFileSync(preferences.preload, 'utf8')
    this.#target = WindowTarget.open(
      {
        request: (paused) => this.#request(paused),
        said: (line) => this.#said(JSON.parse(line)),
        documentMade: () => undefined,
        documentGone: () => this.#ports.loseAll(),
        loaded: () => {
          this.#isLoading = false
          this.emit('did-finish-load')
          this.emit('did-stop-loading')
        },
        paintable: () => {
          this.emit('dom-ready')
          this.emit('host-paintable')
        },
        navigated: (url) => {
          this.#url = toElectron(url)
          this.emit('did-navigate', new HostEvent(), this.#url, 200, 'OK')
        },
        navigatedWithin: (url) => {
          this.#url = toElectron(url)
          this.emit('did-start-navigation', new HostEvent({ url: this.#url, isMainFrame: true, isSameDocument: true }))
          this.emit('did-navigate-in-page', new HostEvent(), this.#url, true)
        },
        crashed: () => {
          this.#isCrashed = true
          this.crashes++
          this.emit('render-process-gone', new HostEvent(), { reason: 'crashed', exitCode: 5 })
        },
        opened: (url) => this.#windowOpen(url),
        logged: (level, text) => {
          if (level === 'error') this.errors.push(text)
        },
      },
      { preload, ...size },
    )
    this.#target.then(
      (target) => {
        this.#now = target
      },
      (error: unknown) => process.nextTick(() => Promise.reject(error)),
    )
    all.push(this)
  }

  async loadURL(url: string): Promise<void> {
    const target = await this.#target
    if (this.#isDestroyed) return
    const isApp = toShown(url) !== url
    if (!isApp && url !== 'about:blank') throw new Error(`The test host loads pages of the app only, not ${url}`)
    if (isApp) await applyPermissions(loud('WebContents', this), url, toShown(url))
    this.#wanted.add(toShown(url))
    this.#isLoading = true
    this.#isCrashed = false
    const loaded = new Promise<void>((resolve) => {
      this.once('did-finish-load', resolve)
      this.once('destroyed', resolve)
      this.once('render-process-gone', () => resolve())
    })
    const failure = await target.navigate(toShown(url))
    if (failure !== undefined && !this.#isDestroyed) throw new Error(`${failure} loading '${url}'`)
    await loaded
  }

  reload(): void {
    this.loadURL(this.#url).catch((error: unknown) => this.#fail(error))
  }

  reloadIgnoringCache(): void {
    this.reload()
  }

  send(channel: string, ...args: unknown[]): void {
    this.#deliver({ kind: 'message', channel, args, ports: [] })
  }

  postMessage(channel: string, message: unknown, transfer: readonly unknown[] = []): void {
    const ports = transfer.map((port) => this.#ports.handOver(insideOf(port)))
    this.#deliver({ kind: 'message', channel, args: [message], ports })
  }

  getURL = (): string => this.#url
  isDestroyed = (): boolean => this.#isDestroyed
  isCrashed = (): boolean => this.#isCrashed
  isLoading = (): boolean => this.#isLoading
  isFocused = (): boolean => this.listenerCount('host-asks-focus') > 0
  getType = () => 'window' as const
  getLastWebPreferences = (): Electron.WebPreferences => this.#preferences
  getZoomLevel = (): number => this.#zoomLevel
  setZoomLevel(level: number): void {
    this.#zoomLevel = level
  }
  focus(): void {
    void this.#target.then((target) => target.send('Page.bringToFront')).catch(() => undefined)
  }
  openDevTools(): void {
    throw new Error('There are no developer tools in the test host')
  }
  toggleDevTools(): void {
    this.openDevTools()
  }
  closeDevTools(): void {
    // None are open.
  }
  setBackgroundThrottling(): void {
    // The browser was started with it off.
  }
  async setVisualZoomLevelLimits(): Promise<void> {
    // Pinching is nothing a test does.
  }
  async executeJavaScript(code: string): Promise<unknown> {
    const target = await this.#target
    const { result, exceptionDetails } = await target.send('Runtime.evaluate', {
      expression: code,
      awaitPromise: true,
      returnByValue: true,
    })
    if (exceptionDetails !== undefined)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler
  }

  forcefullyCrashRenderer(): void {
    // It never answers: the page that would is gone.
    this.#now?.send('Page.crash').catch(() => undefined)
  }

  // What follows is for the test host itself.

  /** How many ports of this page are open. */
  get ports(): number {
    return this.#ports.size
  }

  get target(): Promise<WindowTarget> {
    return this.#target
  }

  hang(): void {
    this.#now?.send('Runtime.evaluate', { expression: 'for (;;);' }).catch(() => undefined)
    this.emit('unresponsive')
  }

  destroyed(): void {
    if (this.#isDestroyed) return
    this.#isDestroyed = true
    all.splice(all.indexOf(this), 1)
    this.#ports.loseAll()
    this.#now?.close().catch(() => undefined)
    this.emit('destroyed')
  }

  /** A message from this page, or from a frame at `frameUrl` inside it, as a broken page could send it. */
  forge(channel: string, args: readonly unknown[], frameUrl: string | undefined): void {
    const frame = frameUrl === undefined ? this.mainFrame : makeFrame(this, frameUrl)
    this.#message(channel, args, [], frame)
  }

  #said(message: {
    kind: 'open' | 'send' | 'invoke' | 'port-message' | 'port-close' | 'preload-error'
    channel: string
    args: unknown[]
    ports: number[]
    port: number
    data: unknown
    id: number
    message: string
    url: string
  }): void {
    if (message.kind === 'open') this.#windowOpen(message.url)
    else if (message.kind === 'port-message') this.#ports.received(message.port, message.data)
    else if (message.kind === 'port-close') this.#ports.closed(message.port)
    else if (message.kind === 'preload-error') {
      this.errors.push(message.message)
      this.emit('preload-error', new HostEvent(), this.#preferences.preload, new Error(message.message))
    } else if (message.kind === 'send') {
      this.#message(
        message.channel,
        message.args,
        message.ports.map((id) => this.#ports.adopt(id)),
        this.mainFrame,
      )
    } else {
      const event = this.#event(this.mainFrame, [])
      const { id } = message
      invoke(event, message.channel, message.args).then(
        (value) => this.#deliver({ kind: 'answer', id, ok: true, value }),
        (error: unknown) => this.#deliver({ kind: 'answer', id, ok: false, value: String(error) }),
      )
    }
  }

  #message(channel: string, args: readonly unknown[], ports: readonly HostPort[], frame: object): void {
    const event = this.#event(frame, ports)
    this.emit('ipc-message', event, channel, ...args)
    ipcMain.emit(channel, event, ...args)
  }

  #event(senderFrame: object, ports: readonly HostPort[]): HostEvent {
    const sender = loud('WebContents', this)
    const reply = (channel: string, ...args: unknown[]) => this.send(channel, ...args)
    return new HostEvent({ sender, senderFrame, ports, reply, frameId: 1, processId: this.id, type: 'frame' })
  }

  #deliver(message: object): void {
    this.#now?.receive(JSON.stringify(message))
  }

  async #request(paused: Paused): Promise<Answer> {
    if (paused.type === 'Document' && !this.#mayNavigate(paused)) return { failed: 'Aborted' }
    return await answerRequest(paused)
  }

  /** In Electron's order: what follows a refusal is not said any more. */
  #mayNavigate({ url: shownUrl, isMainFrame }: Paused): boolean {
    const url = toElectron(shownUrl)
    const isWanted = isMainFrame && this.#wanted.delete(shownUrl)
    const details = { url, isMainFrame, isSameDocument: false, frame: this.mainFrame, initiator: this.mainFrame }
    this.emit('did-start-navigation', new HostEvent(details), url, false, isMainFrame)
    if (isWanted) return true
    for (const name of isMainFrame ? ['will-frame-navigate', 'will-navigate'] : ['will-frame-navigate']) {
      const event = new HostEvent(details)
      this.emit(name, event, url)
      if (event.defaultPrevented) return false
    }
    return true
  }

  #windowOpen(shownUrl: string): void {
    const url = toElectron(shownUrl)
    const answer = this.#openHandler?.({
      url,
      frameName: '',
      features: '',
      disposition: 'new-window',
      referrer: { url: '', policy: 'no-referrer' },
    })
    this.opened.push({ url, action: answer?.action ?? 'allow' })
    if (answer?.action !== 'deny') this.#fail(new Error('Windows opened by pages are not in the test host'))
  }

  #fail(error: unknown): void {
    if (!this.#isDestroyed) this.errors.push(String(error))
  }
}

/** Electron's static side. */
export const webContents = {
  getAllWebContents: () => all.map((one) => loud('WebContents', one)),
  getFocusedWebContents: () => null,
  fromId: (id: number) => all.map((one) => loud('WebContents', one)).find((one) => one.id === id),
}
