import { defineConfig } from '@playwright/test'
import { requireChromium } from './scripts/find-chromium.mjs'

const isRoot = process.getuid?.() === 0

/** The browser tests. Each test starts its own host on its own profile, so that they share nothing. */
export default defineConfig({
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
