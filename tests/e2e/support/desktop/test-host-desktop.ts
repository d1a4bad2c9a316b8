import { type Browser, chromium, expect, type Page } from '@playwright/test'
import type { Controls } from '../../../electron-host/control/commands.ts'
import type { Desktop, DesktopOptions, WindowName, WindowState } from './desktop.ts'
import { type DesktopFolder, makeDesktopFolder, windowNameOf } from './desktop-folder.ts'
import { type Ended, TestHostProcess } from './test-host-process.ts'

type WindowOfHost = Awaited<ReturnType<Controls['windows']>>[number]

const WAIT = { timeout: 20_000 }
const MOVES_THE_CLOCK: ReadonlySet<string> = new Set(['passTime', 'sleepFor', 'setClockBy'])

/** The built main process in the test host, and Playwright connected to the pages of its windows. */
export class TestHostDesktop implements Desktop {
  readonly profile: string
  readonly #folder: DesktopFolder
  #process: TestHostProcess
  readonly #browsers: Browser[] = []
  readonly #pages = new Map<string, Page>()
  #aheadMs = 0

  constructor({ args = [], env = {} }: DesktopOptions) {
    this.#folder = makeDesktopFolder(env)
    this.profile = this.#folder.profile
    this.#process = this.#start(args)
  }

  /** Everything that only the test host can be told. */
  readonly call: TestHostProcess['call'] = (method, ...args) => {
    const [ms] = args
    if (MOVES_THE_CLOCK.has(method) && typeof ms === 'number') this.#aheadMs += ms
    return this.#process.call(method, ...args)
  }

  get output(): string {
    return this.#process.output
  }

  get ended(): Promise<Ended> {
    return this.#process.ended
  }

  async page(name: WindowName): Promise<Page> {
    await this.#loaded(name, true)
    const { targetId } = await this.window(name)
    const page = this.#pages.get(targetId) ?? (await this.#connect(targetId))
    this.#pages.set(targetId, page)
    // Playwright gives up a page that crashed; a new connection finds it as it is now.
    page.once('crash', () => this.#pages.delete(targetId))
    await expect(page).toHaveTitle(/Stint$/)
    if (name === 'main') await expect(page.getByRole('region', { name: 'Timer' })).toBeVisible()
    return page
  }

  async window(name: WindowName): Promise<WindowOfHost> {
    const found = await this.#find(name)
    if (found === undefined) throw new Error(`There is no ${name} window`)
    return found
  }

  async state(name: WindowName): Promise<WindowState | undefined> {
    const found = await this.#find(name)
    return found === undefined ? undefined : { ...found, preferences: { ...found.preferences } }
  }

  async close(name: WindowName): Promise<void> {
    await this.call('closeWindow', (await this.window(name)).id)
  }

  async move(name: WindowName, bounds: WindowState['bounds']): Promise<void> {
    await this.call('moveWindow', (await this.window(name)).id, { ...bounds })
  }

  async crash(name: WindowName): Promise<void> {
    // A page that is just being loaded has nothing yet that could crash.
    await this.#loaded(name, false)
    const { id, crashes } = await this.window(name)
    await this.call('crashRenderer', id)
    await expect.poll(async () => (await this.window(name)).crashes, WAIT).toBe(crashes + 1)
  }

  async reload(name: WindowName): Promise<void> {
    await this.call('reload', (await this.window(name)).id)
  }

  async clickMenu(...path: string[]): Promise<void> {
    await this.call('clickMenu', path)
  }

  async power(event: Parameters<Controls['power']>[0]): Promise<void> {
    await this.call('power', event)
  }

  async startAgain(...args: string[]): Promise<Ended> {
    return await new TestHostProcess(['--profile', this.profile, ...args], this.#folder.env).ended
  }

  async quit(): Promise<Ended> {
    await this.call('quit')
    return await this.#process.ended
  }

  async kill(): Promise<void> {
    await this.#process.kill('SIGKILL')
  }

  async restart(...args: string[]): Promise<void> {
    await this.#process.ended
    await this.#closeBrowsers()
    this.#process = this.#start(args)
  }

  async dispose(): Promise<void> {
    await this.#closeBrowsers()
    // Refused where the process has ended already.
    await this.call('abandon').catch(() => undefined)
    await this.#process.ended
    this.#folder.remove()
  }

  #start(args: readonly string[]): TestHostProcess {
    const env = { ...this.#folder.env, STINT_TEST_HOST_AHEAD_MS: String(this.#aheadMs) }
    return new TestHostProcess(['--profile', this.profile, ...args], env)
  }

  async #loaded(name: WindowName, isShown: boolean): Promise<void> {
    await expect
      .poll(async () => {
        const found = await this.#find(name)
        return found !== undefined && (found.isVisible || !isShown) && !found.isCrashed && !found.isLoading
      }, WAIT)
      .toBe(true)
  }

  async #connect(targetId: string): Promise<Page> {
    const browser = await chromium.connectOverCDP(await this.call('devtoolsUrl'))
    this.#browsers.push(browser)
    for (const page of browser.contexts().flatMap((context) => context.pages())) {
      const session = await page.context().newCDPSession(page)
      const { targetInfo } = await session.send('Target.getTargetInfo')
      await session.detach()
      if (targetInfo.targetId === targetId) return page
    }
    throw new Error('The page of the window is not in the browser')
  }

  /** Playwright leaves the pages alone from now on. */
  async disconnect(): Promise<void> {
    await this.#closeBrowsers()
  }

  async #closeBrowsers(): Promise<void> {
    this.#pages.clear()
    await Promise.all(this.#browsers.splice(0).map((browser) => browser.close()))
  }

  async #find(name: WindowName): Promise<WindowOfHost | undefined> {
    return (await this.call('windows')).find(({ url }) => url !== '' && windowNameOf(url) === name)
  }
}
