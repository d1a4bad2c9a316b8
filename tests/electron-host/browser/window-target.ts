import { randomUUID } from 'node:crypto'
import type { CDPSession } from '@playwright/test'
import type { CdpSession } from './cdp.ts'
import { chromium, isOnDisplay } from './chromium.ts'
import { worldScripts } from './worlds.ts'

const WORLD = 'stint-preload'
const STRAY_AFTER_MS = 100

export interface Paused {
  readonly requestId: string
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
  readonly type: string
  readonly isMainFrame: boolean
}

export type Answer =
  | { readonly status: number; readonly headers: readonly [string, string][]; readonly body: Buffer }
  | { readonly failed: 'Aborted' | 'BlockedByClient' | 'InternetDisconnected' }

/** What a target tells the window that stands on it. */
export interface TargetEvents {
  request(paused: Paused): Promise<Answer>
  /** A line of the preload. */
  said(line: string): void
  /** The preload's world of a new document is there. */
  documentMade(): void
  documentGone(): void
  loaded(): void
  paintable(): void
  navigated(url: string): void
  navigatedWithin(url: string): void
  crashed(): void
  opened(url: string): void
  logged(level: string, text: string): void
}

type Send = CDPSession['send']

/** One page of the browser: scripts put into it, its requests held until answered, its fate told. */
export class WindowTarget {
  readonly #events: TargetEvents
  #session: CdpSession | undefined
  #targetId = ''
  #mainFrame = ''
  #world: string | undefined

  private constructor(events: TargetEvents) {
    this.#events = events
  }

  static async open(
    events: TargetEvents,
    options: { preload: string | undefined; width: number; height: number },
  ): Promise<WindowTarget> {
    const target = new WindowTarget(events)
    await target.#open(options)
    return target
  }

  get targetId(): string {
    return this.#targetId
  }

  readonly send: Send = (method, params) => {
    if (this.#session === undefined) throw new Error('The page is not open')
    return this.#session.send(method, params)
  }

  async navigate(url: string): Promise<string | undefined> {
    return (await this.send('Page.navigate', { url })).errorText
  }

  /** To the preload; lost where there is no document, as in Electron. */
  receive(line: string): void {
    if (this.#world === undefined) return
    const expression = `stintTestHostReceive(${JSON.stringify(line)})`
    // The document may go meanwhile.
    this.send('Runtime.evaluate', { expression, uniqueContextId: this.#world }).catch(() => undefined)
  }

  async setBounds(bounds: { x: number; y: number; width: number; height: number }): Promise<void> {
    const { width, height } = bounds
    // Without a display the window would give some of its height to tabs that nobody sees.
    if (!isOnDisplay) {
      await this.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 0, mobile: false })
    }
    const { cdp } = await chromium()
    const { windowId } = await cdp.browser.send('Browser.getWindowForTarget', { targetId: this.#targetId })
    await cdp.browser.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'normal' } })
    await cdp.browser.send('Browser.setWindowBounds', {
      windowId,
      bounds: { left: bounds.x, top: bounds.y, width, height },
    })
  }

  async setShown(isShown: boolean): Promise<void> {
    const { cdp } = await chromium()
    const { windowId } = await cdp.browser.send('Browser.getWindowForTarget', { targetId: this.#targetId })
    const windowState = isShown ? 'normal' : 'minimized'
    await cdp.browser.send('Browser.setWindowBounds', { windowId, bounds: { windowState } })
  }

  async close(): Promise<void> {
    const { cdp } = await chromium()
    await cdp.browser.send('Target.closeTarget', { targetId: this.#targetId })
  }

  async #open({ preload, width, height }: { preload: string | undefined; width: number; height: number }) {
    const { cdp, openWindow } = await chromium()
    this.#targetId = await openWindow({ width, height })
    this.#session = await cdp.attach(this.#targetId)
    const { frameTree } = await this.send('Page.getFrameTree')
    this.#mainFrame = frameTree.frame.id
    this.#listen(this.#session)
    const scripts = worldScripts(randomUUID(), preload)
    await Promise.all([
      this.send('Page.enable'),
      this.send('Runtime.enable'),
      this.send('Inspector.enable'),
      this.send('Log.enable'),
      this.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
      this.send('Runtime.addBinding', { name: 'stintTestHostSend', executionContextName: WORLD }),
      this.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.main }),
      this.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.isolated, worldName: WORLD }),
    ])
  }

  #listen(session: CdpSession): void {
    const events = this.#events
    session.on('Fetch.requestPaused', ({ requestId, request, resourceType, frameId }) => {
      const { url, method, headers, postData } = request
      const isMainFrame = frameId === this.#mainFrame
      void this.#answer({ requestId, url, method, headers, body: postData, type: resourceType, isMainFrame })
    })
    session.on('Runtime.bindingCalled', ({ payload }) => events.said(payload))
    session.on('Runtime.executionContextCreated', ({ context }) => {
      // The protocol leaves auxData open.
      const { frameId } = (context.auxData ?? {}) as { frameId?: string }
      if (context.name !== WORLD || frameId !== this.#mainFrame) return
      this.#world = context.uniqueId
      events.documentMade()
    })
    session.on('Runtime.executionContextDestroyed', ({ executionContextUniqueId }) => {
      if (executionContextUniqueId === this.#world) this.#loseDocument()
    })
    session.on('Runtime.executionContextsCleared', () => this.#loseDocument())
    session.on('Inspector.targetCrashed', () => {
      this.#loseDocument()
      events.crashed()
    })
    session.on('Page.loadEventFired', () => events.loaded())
    session.on('Page.domContentEventFired', () => events.paintable())
    session.on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId === undefined) events.navigated(frame.url)
    })
    session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      if (frameId === this.#mainFrame) events.navigatedWithin(url)
    })
    session.on('Page.windowOpen', ({ url }) => {
      events.opened(url)
      setTimeout(() => this.#closeStrays().catch(() => undefined), STRAY_AFTER_MS)
    })
    session.on('Log.entryAdded', ({ entry }) => events.logged(entry.level, entry.text))
  }

  /** What a link with a target opened: Electron would have asked the handler before there was a window. */
  async #closeStrays(): Promise<void> {
    const { cdp } = await chromium()
    const { targetInfos } = await cdp.browser.send('Target.getTargets')
    for (const { targetId, openerId } of targetInfos) {
      if (openerId !== undefined) await cdp.browser.send('Target.closeTarget', { targetId })
    }
  }

  #loseDocument(): void {
    if (this.#world === undefined) return
    this.#world = undefined
    this.#events.documentGone()
  }

  async #answer(paused: Paused): Promise<void> {
    const answer = await this.#events.request(paused)
    const { requestId } = paused
    const sent =
      'failed' in answer
        ? this.send('Fetch.failRequest', { requestId, errorReason: answer.failed })
        : this.send('Fetch.fulfillRequest', {
            requestId,
            responseCode: answer.status,
            responseHeaders: answer.headers.map(([name, value]) => ({ name, value })),
            body: answer.body.toString('base64'),
          })
    // The page that asked may be gone.
    await sent.catch(() => undefined)
  }
}
