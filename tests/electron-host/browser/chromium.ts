import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { requireChromium } from '../../../scripts/find-chromium.mjs'
import { type CdpConnection, connectCdp } from './cdp.ts'

export interface Chromium {
  readonly cdp: CdpConnection
  /** Where a test may connect as well. */
  readonly devtoolsUrl: string
  close(): Promise<void>
}

/** With a display, windows can be looked at; without one, the same browser paints into memory. */
const hasDisplay = process.env['STINT_E2E_DISPLAY'] === 'xvfb'

const SWITCHES = [
  '--remote-debugging-pipe',
  '--remote-debugging-port=0',
  '--no-startup-window',
  '--no-first-run',
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
  const folder = mkdtempSync(path.join(tmpdir(), 'stint-test-host-'))
  const args = [...SWITCHES, `--user-data-dir=${folder}`]
  if (!hasDisplay) args.push('--headless=new')
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
    async close() {
      child.kill('SIGKILL')
      await cdp.closed
      removeFolder()
    },
  }
}
