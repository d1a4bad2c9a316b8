import { gzipSync } from 'node:zlib'
import type { BrowserContext, Page } from '@playwright/test'
import { launchChromium } from '../support/browser.ts'
import type { RunningStint } from '../support/running-stint.ts'
import { atMost, type Figure, median, ms, quantile } from './figure.ts'

/** Days of the benched profile: an ordinary one, and one with 500 entries. */
export interface BenchDays {
  readonly ordinary: string
  readonly overfull: string
}

declare global {
  interface Window {
    /** When the first row was painted, in ms after the navigation began. */
    paintedMs?: number
    /** For each keystroke, ms from the key to the frame that shows it. */
    keyMs?: number[]
  }
}

/** The real page in a real browser, from the build that is shipped. */
export async function pageFigures(host: RunningStint, days: BenchDays): Promise<Figure[]> {
  const browser = await launchChromium()
  try {
    const viewport = { width: 1280, height: 800 }
    const context = await browser.newContext({ viewport, locale: 'en-GB', timezoneId: 'Europe/Stockholm' })
    const page = await context.newPage()
    const scripts = countScripts(page)
    await page.goto(host.signInUrl)
    await page.getByRole('navigation').first().waitFor()
    const scriptBytes = await scripts.gzippedBytes()
    return [
      await painted(context, host.origin, days.ordinary),
      ...(await typing(page, host, days.ordinary)),
      await nodes(page, host.origin, days),
      atMost('JavaScript of the first load, gzip', scriptBytes / 1000, 350, (kb) => `${Math.round(kb)} kB`),
    ]
  } finally {
    await browser.close()
  }
}

async function painted(context: BrowserContext, origin: string, day: string): Promise<Figure> {
  const page = await context.newPage()
  await page.addInitScript(() => {
    const watch = new MutationObserver(() => {
      if (document.querySelector('[role=grid] [role=row]') === null) return
      watch.disconnect()
      // The frame is on the screen when the task after the next frame's callbacks runs.
      requestAnimationFrame(() => {
        const channel = new MessageChannel()
        channel.port1.onmessage = () => {
          window.paintedMs = performance.now()
        }
        channel.port2.postMessage(null)
      })
    })
    watch.observe(document, { childList: true, subtree: true })
  })
  const times: number[] = []
  for (let round = 0; round < 13; round += 1) {
    await page.goto(`${origin}/today/${day}`)
    await page.waitForFunction(() => window.paintedMs !== undefined)
    const time = await page.evaluate(() => window.paintedMs)
    if (round >= 2 && time !== undefined) times.push(time)
  }
  await page.close()
  return atMost('Today painted after navigation (whole page, median of 11)', median(times), 400, ms)
}

/** The host is stopped altogether meanwhile: whoever waits for it waits for ever. */
async function typing(page: Page, host: RunningStint, day: string): Promise<Figure[]> {
  await page.goto(`${host.origin}/today/${day}`)
  await page.locator('[role=grid] [role=row]').first().waitFor()
  const field = page.getByRole('combobox').first()
  await field.click()
  await page.evaluate(() => {
    const times: number[] = []
    window.keyMs = times
    window.addEventListener(
      'keydown',
      (event) =>
        requestAnimationFrame(() => {
          const channel = new MessageChannel()
          channel.port1.onmessage = () => times.push(performance.now() - event.timeStamp)
          channel.port2.postMessage(null)
        }),
      true,
    )
  })
  const text = 'Review of the payment service, with notes'
  host.signal('SIGSTOP')
  try {
    await page.keyboard.type(text, { delay: 40 })
    const shown = await field.inputValue()
    const times = (await page.evaluate(() => window.keyMs)) ?? []
    const middle = atMost('Key to paint in the timer bar, host stopped (SIGSTOP), median', median(times), 50, ms)
    const slowest = atMost('The same, 95 of 100 keys', quantile(times, 0.95), 100, ms)
    const whole = shown === text && times.length >= text.length - 1
    return [{ ...middle, ok: middle.ok === true && whole }, slowest]
  } finally {
    host.signal('SIGCONT')
  }
}

async function nodes(page: Page, origin: string, days: BenchDays): Promise<Figure> {
  const counts: string[] = []
  let most = 0
  const lists = [
    ['Today, 500 entries', `/today/${days.overfull}`],
    ['Search, all', '/search'],
    ['Search, “e”', '/search?q=e'],
    ['Projects', '/projects'],
  ] as const
  for (const [name, path] of lists) {
    await page.goto(`${origin}${path}`)
    await page.getByRole('main').waitFor()
    await page.waitForTimeout(1000)
    // At the top, and after scrolling, when rows have come and must have gone.
    let here = await countNodes(page)
    for (let turn = 0; turn < 5; turn += 1) {
      await page.mouse.move(640, 500)
      await page.mouse.wheel(0, 3000)
      await page.waitForTimeout(150)
      here = Math.max(here, await countNodes(page))
    }
    counts.push(`${name} ${here}`)
    most = Math.max(most, here)
  }
  return { what: 'DOM nodes, at most on any list', limit: '< 2000', measured: counts.join('; '), ok: most < 2000 }
}

function countNodes(page: Page): Promise<number> {
  return page.evaluate(() => document.querySelectorAll('*').length)
}

/** Every script of the first load, compressed one by one, as a server would send them. */
function countScripts(page: Page): { gzippedBytes(): Promise<number> } {
  const bodies: Promise<number>[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return
    bodies.push(response.body().then((body) => gzipSync(body, { level: 9 }).length))
  })
  return {
    async gzippedBytes() {
      await page.waitForLoadState('networkidle')
      return (await Promise.all(bodies)).reduce((sum, bytes) => sum + bytes, 0)
    },
  }
}
