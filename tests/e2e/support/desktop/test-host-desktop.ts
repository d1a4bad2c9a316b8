import { type Browser, chromium, expect, type Page } from '@playwright/test'
import type { Controls } from '../../../electron-host/control/commands.ts'
import type { Desktop, DesktopOptions, WindowName, WindowState } from './desktop.ts'
import { type DesktopFolder, makeDesktopFolder, windowNameOf } from './desktop-folder.ts'
import { type Ended, TestHostProcess } from './test-host-process.ts'

type WindowOfHost = Awaited<ReturnType<Controls['windows']>>[number]

/** The built main process in the test host, and Playwright connected to the pages of its windows. */
export class TestHostDesktop implements Desktop {
  readonly profile: string
  readonly #folder: DesktopFolder
  #process: TestHostProcess
  #browser: Browser | undefined

  constructor({ args = [], env = {} }: DesktopOptions) {
    this.#folder = makeDesktopFolder(env)
    this.profile = this.#folder.profile
    this.#process = this.#start(args)
  }

  /** Everything that only the test host can be told. */
  readonly call: TestHostProcess['call'] = (...call) => this.#process.call(...call)

  get output(): string {
    return this.#process.output
  }

  get ended(): Promise<Ended> {
    return this.#process.ended
  }

  async page(name: WindowName): Promise<Page> {
    await expect.poll(async () => (await this.#find(name))?.isVisible ?? false, { timeout: 15_000 }).toBe(true)
    const { targetId } = await this.window(name)
    // Connected anew: a page that crashed stays crashed for a Playwright that saw it.
    await this.#browser?.close()
    this.#browser = await chromium.connectOverCDP(await this.call('devtoolsUrl'))
    for (const page of this.#browser.contexts().flatMap((context) => context.pages())) {
      const session = await page.context().newCDPSession(page)
      const { targetInfo } = await session.send('Target.getTargetInfo')
      await session.detach()
      if (targetInfo.targetId !== targetId) continue
      await expect(page).toHaveTitle(/Stint$/)
      if (name === 'main') await expect(page.getByRole('region', { name: 'Timer' })).toBeVisible()
      return page
    }
    throw new Error(`The page of the ${name} window is not in the browser`)
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
    await this.call('crashRenderer', (await this.window(name)).id)
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
    await this.#browser?.close()
    this.#browser = undefined
    this.#process = this.#start(args)
  }

  async dispose(): Promise<void> {
    await this.#browser?.close()
    await this.#process.kill('SIGKILL')
    this.#folder.remove()
  }

  #start(args: readonly string[]): TestHostProcess {
    return new TestHostProcess(['--profile', this.profile, ...args], this.#folder.env)
  }

  async #find(name: WindowName): Promise<WindowOfHost | undefined> {
    return (await this.call('windows')).find(({ url }) => url !== '' && windowNameOf(url) === name)
  }
}
