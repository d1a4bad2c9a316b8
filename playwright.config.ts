import { defineConfig } from '@playwright/test'
import { requireChromium } from './scripts/find-chromium.mjs'
import { findElectron } from './scripts/find-electron.mjs'
import type { DesktopWorker } from './tests/e2e/support/desktop/runs-on.ts'

const isRoot = process.getuid?.() === 0
const desktop = 'desktop/**/*.spec.ts'
/** Where its binary is: it is downloaded by Electron's own installer (`npx install-electron`), which not every machine may. */
const electron = findElectron().found
  ? [{ name: 'electron', testMatch: desktop, use: { runsOn: 'electron' as const } }]
  : []

/** The browser tests. Each test starts its own host on its own profile, so that they share nothing. */
export default defineConfig<object, DesktopWorker>({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  forbidOnly: true,
  fullyParallel: true,
  // The machine has to run a host beside every browser.
  workers: process.env['CI'] ? 1 : 2,
  // In CI a browser on two shared cores now and then answers a key later than the test expects. A second try tells
  // that from a broken promise, and the run names every test that needed one. At one's own desk nothing is retried.
  retries: process.env['CI'] ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['./scripts/reporters/playwright-tally.ts']],
  // The same page, served to a browser and shown by the desktop: docs/adr/0001.
  projects: [
    { name: 'headless', testIgnore: desktop },
    { name: 'electron-test-host', testMatch: desktop, use: { runsOn: 'electron-test-host' } },
    ...electron,
  ],
  use: {
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: requireChromium().path,
      // Chromium's sandbox refuses to run as root, as CI containers do.
      args: isRoot ? ['--no-sandbox'] : [],
    },
  },
})
