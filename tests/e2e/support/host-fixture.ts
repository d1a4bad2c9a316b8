import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'
import { RunningHost } from './running-host.ts'

export interface Fixtures {
  /** A host of this test's own. */
  readonly host: RunningHost
  /** The page, signed in. Errors in its console and blocked styles or scripts fail the test. */
  readonly stint: Page
  /** Complaints the page made; a test that means to cause one clears it. */
  readonly complaints: string[]
}

export const test = base.extend<Fixtures>({
  host: async ({ browserName: _ }, use) => {
    const host = new RunningHost()
    await use(host)
    await host.dispose()
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the dependencies of a fixture from this pattern.
  complaints: async ({}, use) => {
    const complaints: string[] = []
    await use(complaints)
    expect(complaints).toEqual([])
  },
  stint: async ({ host, page, complaints }, use) => {
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto(await host.start())
    // Connected, and drawn with what the host told: from here on the page answers keys and clicks.
    await expect(page.getByRole('region', { name: 'Timer' })).toBeVisible()
    await expect(page).toHaveTitle(/ · Stint$/)
    await use(page)
  },
})

/** Types once a text field has the focus: a person looks before typing, and a dialog takes a moment to open. */
export async function typeText(page: Page, text: string): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.activeElement?.matches('input, textarea') ?? false)).toBe(true)
  await page.keyboard.type(text)
}

/** No violation that axe knows, for what the page shows now. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(
    violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map((node) => `${node.target.join(' ')} (${node.failureSummary ?? ''})`).join(', ')}`,
    ),
  ).toEqual([])
}

export { expect }
