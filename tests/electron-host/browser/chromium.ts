import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { requireChromium } from '../../../scripts/find-chromium.mjs'
import { type CdpConnection, connectCdp } from './cdp.ts'

export interface Chromium {
  readonly cdp: CdpConnection
  /** A new window with an empty page; its target's id. */
  openWindow(size: { readonly width: number; readonly height: number }): Promise<string>
  /** Where a test may connect as well. */
  readonly devtoolsUrl: string
  close(): Promise<void>
}

/** On a display, windows can be looked at; else the same browser paints into memory. */
export const isOnDisplay = process.env['STINT_E2E_DISPLAY'] === 'xvfb'

const SWITCHES = [
  '--remote-debugging-pipe',
  '--remote-debugging-port=0',
  '--no-startup-window',
  '--no-first-run',
  // No bar in the window about unusual switches.
  '--test-type',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--password-store=basic',
  // A window that is hidden runs on, as Electron's do with backgroundThrottling off, and tests do not wait for timers.
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  // What the windows ask for is answered by the test host; nothing else may reach any network.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  // A camera and a microphone, so that a page that may not use them is refused and not told that there are none.
  '--use-fake-device-for-media-stream',
  // Electron tells the main process when a page closes its port; Chromium's own `close` event is behind this flag.
  '--enable-blink-features=MessagePortCloseEvent',
]

let running: Promise<Chromium> | undefined

/** The one browser of this process, started by the first window. */
export function chromium(): Promise<Chromium> {
  running ??= launch()
  return running
}

export async function closeChromium(): Promise<void> {
  await (await running)?.close()
}

async function launch(): Promise<Chromium> {
  const folder = mkdtempSync(path.join(process.env['STINT_TEST_HOST_HOME'] ?? tmpdir(), 'stint-test-host-'))
  const args = [...SWITCHES, `--user-data-dir=${folder}`]
  if (!isOnDisplay) args.push('--headless=new')
  // Chromium's sandbox refuses to run as root, as CI containers do.
  if (process.getuid?.() === 0) args.push('--no-sandbox')
  const executable = process.env['STINT_CHROMIUM'] ?? requireChromium().path
  const child = spawn(executable, args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] })
  const removeFolder = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  process.once('exit', removeFolder)
  const cdp = connectCdp(child)
  const devtoolsUrl = await new Promise<string>((resolve, reject) => {
    let text = ''
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`Chromium ended with ${code} before it answered:\n${text}`)))
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      if (text.length < 10_000) text += chunk
      const found = /DevTools listening on (ws:\S+)/.exec(text)
      if (found?.[1] !== undefined) resolve(found[1])
    })
  })
  return {
    cdp,
    devtoolsUrl,
    openWindow: (size) => (isOnDisplay ? openAppWindow(executable, args, cdp) : openHeadless(cdp, size)),
    async close() {
      child.kill('SIGKILL')
      await cdp.closed
      removeFolder()
    },
  }
}

async function openHeadless({ browser }: CdpConnection, size: { width: number; height: number }): Promise<string> {
  const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank', newWindow: true, ...size })
  return targetId
}

/**
 * On a display Chromium makes windows without tabs and address, as Electron's are, only when it is started for one. The
 * second process hands the wish over to the first and ends.
 */
async function openAppWindow(executable: string, args: readonly string[], cdp: CdpConnection): Promise<string> {
  const url = `data:text/html,${randomUUID()}`
  const own = args.filter((arg) => !arg.startsWith('--remote-debugging') && arg !== '--no-startup-window')
  const child = spawn(executable, [...own, `--app=${url}`], { stdio: 'ignore' })
  await once(child, 'exit')
  for (;;) {
    const { targetInfos } = await cdp.browser.send('Target.getTargets')
    const found = targetInfos.find((target) => target.url === url)
    if (found !== undefined) return found.targetId
    await wait(50)
  }
}
