import type { Locator, Page } from '@playwright/test'
import { expect, expectAccessible, test, typeText } from './support/host-fixture.ts'
import { togglExport } from './support/toggl-export.ts'

test.use({ timezoneId: 'Europe/Stockholm' })

const ROWS = 5000

/** Moves the focus with Tab alone, as a person without a mouse does; fails when Tab never gets there. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('Tab does not reach it')
}

const listed = async (host: { stint(...args: string[]): Promise<unknown> }) =>
  (await host.stint('list', '--limit', '1')) as { count: number; entries: unknown[] }

test('by keyboard alone: start and stop, import 5 000 rows, find one, and undo it all', async ({
  host,
  stint: page,
}) => {
  // Start a timer, and stop it.
  const note = page.getByRole('combobox', { name: 'What are you working on?' })
  await expect(async () => {
    await page.keyboard.press('n')
    await expect(note).toBeFocused({ timeout: 1000 })
  }).toPass()
  await typeText(page, 'My first timer')
  await page.keyboard.press('Enter')
  const stop = page.getByRole('button', { name: /stop/i }).first()
  await expect(stop).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('s')
  await expect(stop).toBeHidden()
  expect((await listed(host)).count).toBe(1)

  // Bring five years of another tracker.
  await page.keyboard.press('g')
  await page.keyboard.press('i')
  await expect(page.getByRole('heading', { level: 1, name: 'Import' })).toBeVisible()
  const chooser = page.waitForEvent('filechooser')
  await tabTo(page, page.getByRole('button', { name: 'Choose files' }))
  await page.keyboard.press('Enter')
  await (await chooser).setFiles({
    name: 'Toggl_time_entries.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(togglExport(ROWS)),
  })
  const importButton = page.getByRole('button', { name: /^Import 5,000/ })
  await expect(importButton).toBeVisible()
  await expectAccessible(page)
  await tabTo(page, importButton)
  await page.keyboard.press('Enter')
  await expect(page.getByText(/Imported 5,000 entries/).first()).toBeVisible()
  expect((await listed(host)).count).toBe(ROWS + 1)

  // Find one entry among them.
  await page.keyboard.press('/')
  await expect(page.getByRole('heading', { level: 1, name: 'Search' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Search entries' })).toBeFocused()
  await typeText(page, 'needle råg')
  await expect(page.getByText('1 entry').first()).toBeVisible()
  await expect(page.getByText('The needle råg').first()).toBeVisible()
  await expectAccessible(page)

  // Take everything back, outside the text field, which has an undo of its own.
  await page.keyboard.press('Tab')
  for (const left of [1, 1, 0]) {
    await page.keyboard.press('Control+z')
    await expect.poll(async () => (await listed(host)).count).toBe(left)
  }
  expect(await host.stint('status')).toMatchObject({ running: null })
  expect(await host.stint('projects', 'list')).toMatchObject({ projects: [] })
})

test('a host killed in the middle of an import has the import whole or not at all, and the timer still runs', async ({
  host,
  stint: page,
  complaints,
}) => {
  const started = (await host.stint('start', 'Through it all')) as { entry: { start: string } }
  await page.keyboard.press('g')
  await page.keyboard.press('i')
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose files' }).click()
  await (await chooser).setFiles({ name: 'Toggl.csv', mimeType: 'text/csv', buffer: Buffer.from(togglExport(ROWS)) })
  await page.getByRole('button', { name: /^Import 5,000/ }).click()
  await host.kill()
  await host.start()
  const { running } = (await host.stint('status')) as { running: { start: string } | null }
  expect(running?.start).toBe(started.entry.start)
  expect([1, ROWS + 1]).toContain((await listed(host)).count)
  await expect(page.getByRole('button', { name: /stop/i }).first()).toBeVisible({ timeout: 30_000 })
  complaints.length = 0
})
