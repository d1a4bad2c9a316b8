import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { _electron, type ElectronApplication, expect, type JSHandle, type Page } from '@playwright/test'
import type { BrowserWindow } from 'electron'
import { findElectron } from '../../../../scripts/find-electron.mjs'
import type { Desktop, DesktopOptions, WindowName, WindowState } from './desktop.ts'
import { type DesktopFolder, makeDesktopFolder, windowNameOf } from './desktop-folder.ts'
import type { Ended } from './test-host-process.ts'

const root = fileURLToPath(new URL('../../../..', import.meta.url))

/** Stint on the real Electron. */
export class ElectronDesktop implements Desktop {
  readonly profile: string
  readonly #folder: DesktopFolder
  #app: Promise<ElectronApplication>

  constructor({ args = [], env = {} }: DesktopOptions) {
    this.#folder = makeDesktopFolder(env)
    this.profile = this.#folder.profile
    this.#app = this.#launch(args)
  }

  async page(name: WindowName): Promise<Page> {
    const app = await this.#app
    const find = () => app.windows().find((page) => page.url().startsWith('app:') && windowNameOf(page.url()) === name)
    await expect.poll(() => find() !== undefined, { timeout: 15_000 }).toBe(true)
    const page = find()
    if (page === undefined) throw new Error(`There is no ${name} window`)
    await expect(page).toHaveTitle(/Stint$/)
    return page
  }

  async state(name: WindowName): Promise<WindowState | undefined> {
    const window = await this.#window(name)
    return await window?.evaluate((one) => {
      // Not in Electron's declarations, but in its documentation of the checklist.
      const contents = one.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
      return {
        url: one.webContents.getURL(),
        isVisible: one.isVisible(),
        isAlwaysOnTop: one.isAlwaysOnTop(),
        bounds: one.getBounds(),
        preferences: contents.getLastWebPreferences(),
      }
    })
  }

  async close(name: WindowName): Promise<void> {
    await (await this.#window(name))?.evaluate((one) => one.close())
  }

  async move(name: WindowName, bounds: WindowState['bounds']): Promise<void> {
    await (await this.#window(name))?.evaluate((one, to) => one.setBounds(to), bounds)
  }

  async crash(name: WindowName): Promise<void> {
    await (await this.#window(name))?.evaluate((one) => one.webContents.forcefullyCrashRenderer())
  }

  async reload(name: WindowName): Promise<void> {
    await (await this.#window(name))?.evaluate((one) => one.webContents.reload())
  }

  async clickMenu(...path: string[]): Promise<void> {
    await (await this.#app).evaluate(({ Menu }, labels) => {
      let items = Menu.getApplicationMenu()?.items ?? []
      for (const [depth, label] of labels.entries()) {
        const found = items.find((item) => item.label.replace('&', '') === label)
        if (found === undefined) throw new Error(`No "${label}" in the menu`)
        if (depth === labels.length - 1) found.click()
        items = found.submenu?.items ?? []
      }
    }, path)
  }

  async power(event: Parameters<Desktop['power']>[0]): Promise<void> {
    await (await this.#app).evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name), event)
  }

  /** Whether the operating system holds the page's process in its sandbox: by its own word, not Electron's, on Linux. */
  async isSandboxed(name: WindowName): Promise<boolean> {
    const pid = await (await this.#window(name))?.evaluate((one) => one.webContents.getOSProcessId())
    if (process.platform === 'linux') return /^Seccomp:\s+2$/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
    const metrics = await (await this.#app).evaluate(({ app }) => app.getAppMetrics())
    return metrics.some((one) => one.pid === pid && one.sandboxed === true)
  }

  async startAgain(...args: string[]): Promise<Ended> {
    const electron = findElectron()
    if (!electron.found) throw new Error(electron.why)
    const env = this.#folder.env
    const child = spawn(electron.path, this.#args(args), { env, stdio: 'ignore' })
    const [code, signal] = await once(child, 'exit')
    return { code, signal }
  }

  async quit(): Promise<Ended> {
    const app = await this.#app
    const ended = once(app.process(), 'exit')
    // It does not answer: the process that would is gone.
    app.evaluate(({ app: electron }) => electron.quit()).catch(() => undefined)
    const [code, signal] = await ended
    return { code, signal }
  }

  async kill(): Promise<void> {
    const child = (await this.#app).process()
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }

  async restart(...args: string[]): Promise<void> {
    this.#app = this.#launch(args)
    await this.#app
  }

  async dispose(): Promise<void> {
    await this.kill()
    this.#folder.remove()
  }

  #args(args: readonly string[]): string[] {
    // Chromium's sandbox refuses to run as root, as CI containers do.
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    return [...asRoot, root, '--profile', this.profile, ...args]
  }

  #launch(args: readonly string[]): Promise<ElectronApplication> {
    const electron = findElectron()
    if (!electron.found) throw new Error(electron.why)
    const env = Object.entries(this.#folder.env).filter((pair): pair is [string, string] => pair[1] !== undefined)
    return _electron.launch({
      executablePath: electron.path,
      args: this.#args(args),
      env: Object.fromEntries(env),
      cwd: root,
    })
  }

  async #window(name: WindowName): Promise<JSHandle<BrowserWindow> | undefined> {
    const app = await this.#app
    const page = app.windows().find((one) => one.url().startsWith('app:') && windowNameOf(one.url()) === name)
    return page === undefined ? undefined : await app.browserWindow(page)
  }
}
