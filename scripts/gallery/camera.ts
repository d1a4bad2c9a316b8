import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test'
import type { RunningStint } from '../support/running-stint.ts'
import { settle } from './settle.ts'
import { smallPng } from './small-png.ts'

/** One picture: how to come to what it shows. */
export interface Shot {
  readonly name: string
  readonly arrive: (page: Page, origin: string) => Promise<void>
  /** Left out: wide and narrow. */
  readonly sizes?: readonly Size[]
}

interface Size {
  readonly width: number
  readonly height: number
}

const SCHEMES = ['light', 'dark'] as const
const SIZES = [
  { width: 1280, height: 800 },
  { width: 800, height: 600 },
] as const satisfies readonly Size[]

interface Options {
  readonly browser: Browser
  readonly zone: string
  readonly target: string
  /** Whether a picture of this name is to be taken. */
  readonly wanted: (name: string) => boolean
}

export interface Camera {
  /** Pictures in every size and scheme, from one signed-in browser. */
  take(host: RunningStint, shots: readonly Shot[], options?: { readonly signedIn?: boolean }): Promise<void>
  /** As `take`, of what the pages become when `then` happens to the host while they are open. */
  takeAfter(host: RunningStint, shot: Shot, then: (pages: readonly Page[]) => Promise<void>): Promise<void>
  /** How many files there are, and how big together. */
  report(): string
}

export function createCamera({ browser, zone, target, wanted }: Options): Camera {
  let session: { host: RunningStint; state: BrowserContextOptions['storageState'] } | undefined

  /** A sign-in link works once, so one browser signs in and the others get its session. */
  async function stateFor(host: RunningStint): Promise<BrowserContextOptions['storageState']> {
    if (session?.host === host) return session.state
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(host.signInUrl)
    await page.getByRole('navigation').first().waitFor()
    const state = await context.storageState()
    await context.close()
    session = { host, state }
    return state
  }

  async function inEachVariant(
    host: RunningStint,
    signedIn: boolean,
    sizes: readonly Size[],
    use: (page: Page, suffix: string) => Promise<void>,
  ): Promise<void> {
    const storageState = signedIn ? await stateFor(host) : undefined
    const look = { locale: 'en-GB', timezoneId: zone, reducedMotion: 'reduce' as const }
    for (const colorScheme of SCHEMES) {
      for (const viewport of sizes) {
        const session = storageState === undefined ? {} : { storageState }
        const context = await browser.newContext({ ...look, ...session, colorScheme, viewport })
        // A machine that is busy with something else is no reason to give up.
        context.setDefaultTimeout(90_000)
        await use(await context.newPage(), `${colorScheme}-${viewport.width}`)
      }
    }
  }

  async function shoot(page: Page, name: string): Promise<void> {
    await settle(page)
    const png = await page.screenshot({ animations: 'disabled', caret: 'hide' })
    writeFileSync(path.join(target, `${name}.png`), smallPng(png))
  }

  return {
    async take(host, shots, { signedIn = true } = {}) {
      const chosen = shots.filter(({ name }) => wanted(name))
      if (chosen.length === 0) return
      for (const [sizes, ofSize] of Map.groupBy(chosen, (shot) => shot.sizes ?? SIZES)) {
        await inEachVariant(host, signedIn, sizes, async (page, suffix) => {
          for (const { name, arrive } of ofSize) {
            try {
              await arrive(page, host.origin)
              await shoot(page, `${name}-${suffix}`)
            } catch (error) {
              throw new Error(`The picture ${name}-${suffix} was not taken`, { cause: error })
            }
          }
          await closeAll([page])
        })
      }
    },

    async takeAfter(host, shot, then) {
      if (!wanted(shot.name)) return
      const open: { page: Page; suffix: string }[] = []
      await inEachVariant(host, true, SIZES, async (page, suffix) => {
        await shot.arrive(page, host.origin)
        await settle(page)
        open.push({ page, suffix })
      })
      const pages = open.map(({ page }) => page)
      await then(pages)
      for (const { page, suffix } of open) await shoot(page, `${shot.name}-${suffix}`)
      await closeAll(pages)
    },

    report() {
      const files = readdirSync(target).filter((file) => file.endsWith('.png'))
      const bytes = files.reduce((sum, file) => sum + statSync(path.join(target, file)).size, 0)
      return `${files.length} pictures, ${(bytes / 1e6).toFixed(1)} MB`
    },
  }
}

async function closeAll(pages: readonly Page[]): Promise<void> {
  const contexts = new Set<BrowserContext>(pages.map((page) => page.context()))
  for (const context of contexts) await context.close()
}

/** Pictures of states that are no longer taken. */
export function removeOldPictures(target: string): void {
  for (const file of readdirSync(target)) if (file.endsWith('.png')) rmSync(path.join(target, file))
}
