import { existsSync } from 'node:fs'
import path from 'node:path'
import { test as base, expect } from '@playwright/test'
import { findElectron } from '../../../../scripts/find-electron.mjs'
import { profileClient } from '../profile-client.ts'
import type { Desktop, DesktopOptions } from './desktop.ts'
import { ElectronDesktop } from './electron-desktop.ts'
import type { DesktopHost, DesktopWorker } from './runs-on.ts'
import { TestHostDesktop } from './test-host-desktop.ts'

export interface DesktopFixtures {
  /** Which hosts a spec can run on; both unless it says otherwise. */
  readonly hosts: readonly DesktopHost[]
  readonly started: DesktopOptions
  /** A desktop of this test's own, with its main window open unless it was started hidden. */
  readonly desktop: Desktop
  /** The same desktop, for what only the test host can be told: `hosts` must name it alone. */
  readonly testHost: TestHostDesktop
  /** The same desktop, for what only the real Electron can show. */
  readonly electron: ElectronDesktop
  /** The contract of the desktop that runs now; it has answered once when the test begins. */
  readonly client: () => ReturnType<typeof profileClient>
}

export const test = base.extend<DesktopFixtures, DesktopWorker>({
  runsOn: ['electron-test-host', { scope: 'worker', option: true }],
  hosts: [['electron-test-host', 'electron'], { option: true }],
  started: [{}, { option: true }],
  desktop: async ({ runsOn, hosts, started }, use, info) => {
    info.skip(!hosts.includes(runsOn), `${hosts.join(', ')}: not run, ${whyNot(runsOn)}`)
    const desktop = runsOn === 'electron' ? new ElectronDesktop(started) : new TestHostDesktop(started)
    await use(desktop)
    if (info.status !== info.expectedStatus && desktop instanceof TestHostDesktop) {
      await info.attach('output of the app', { body: desktop.output, contentType: 'text/plain' })
    }
    await desktop.dispose()
  },
  testHost: async ({ desktop }, use) => {
    if (!(desktop instanceof TestHostDesktop)) throw new Error('This test has to say that it needs the test host')
    await use(desktop)
  },
  electron: async ({ desktop }, use) => {
    if (!(desktop instanceof ElectronDesktop)) throw new Error('This test has to say that it needs Electron')
    await use(desktop)
  },
  client: async ({ desktop }, use) => {
    // Written when the profile is open and the host answers.
    await expect.poll(() => existsSync(path.join(desktop.profile, 'host.json')), { timeout: 15_000 }).toBe(true)
    await use(() => profileClient(desktop.profile))
  },
})

/** For a spec, or a part of one, that drives what only the test host can drive. */
export const TEST_HOST_ONLY = { hosts: ['electron-test-host'] as const }
export const ELECTRON_ONLY = { hosts: ['electron'] as const }

function whyNot(runsOn: DesktopHost): string {
  if (runsOn === 'electron') return 'they drive what only the test host can drive'
  const electron = findElectron()
  return electron.found ? 'it has a run of its own' : electron.why
}

export { expect }
