import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { addEntries, hostClient, key } from './support/host-client.ts'
import { expect, expectAccessible, test, typeText } from './support/host-fixture.ts'
import { importRows } from './support/import-rows.ts'

test.use({ timezoneId: 'Europe/Stockholm' })

const open = (page: Page, query = '') => page.goto(new URL(`/search${query}`, page.url()).href)
const results = (page: Page) => page.getByRole('table', { name: 'Found entries' })
const field = (page: Page) => page.getByRole('textbox', { name: 'Search entries' })
const count = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text })

const WEEK: [string, [string, string, string][]][] = [
  [
    '2026-11-16',
    [
      ['Payment retry', '9:00', '10:00'],
      ['Stand-up', '10:00', '10:15'],
    ],
  ],
  [
    '2026-11-17',
    [
      ['Återkoppling till designern', '9:00', '11:00'],
      ['Payment page', '11:00', '12:00'],
    ],
  ],
]

test('words typed anywhere find entries under their days, with count, time and marks; the address holds the search', async ({
  stint,
  host,
}) => {
  for (const [day, entries] of WEEK) await addEntries(host, day, entries)
  await stint.keyboard.press('/')
  await expect(field(stint)).toBeFocused()
  await expect(count(stint, '4 entries')).toBeVisible()
  await typeText(stint, 'payment')
  await expect(count(stint, '2 entries, 2 h')).toBeVisible()
  await expect(stint).toHaveURL(/\/search\?q=payment$/)
  await expect(results(stint).locator('mark').first()).toHaveText('Payment')
  await expect(results(stint).getByRole('row').first()).toContainText('Tue 17 Nov')

  await stint.keyboard.press('ArrowDown')
  await expect(results(stint).getByRole('link', { name: 'Payment page' })).toBeFocused()
  await stint.keyboard.press('Enter')
  await expect(stint).toHaveURL(/\/today\/2026-11-17/)
  await expect(stint.getByRole('row').filter({ hasText: 'Payment page' })).toBeFocused()
  await stint.goBack()
  await expect(field(stint)).toHaveValue('payment')
})

test('nothing found says how to find more, and an empty profile says what search is for', async ({ stint, host }) => {
  await open(stint)
  await expect(stint.getByRole('heading', { name: 'Nothing to search yet' })).toBeVisible()
  await addEntries(host, '2026-11-16', [['Payment retry', '9:00', '10:00']])
  await open(stint, '?q=invoice&billable=yes')
  await expect(stint.getByRole('heading', { name: 'No entry holds “invoice”' })).toBeVisible()
  await stint.getByRole('button', { name: 'Clear everything' }).click()
  await expect(count(stint, '1 entry, 1 h')).toBeVisible()
  await expect(field(stint)).toBeFocused()
})

test('filters narrow the search, stay in the address, and Back takes one off again', async ({ stint, host }) => {
  const client = hostClient(host)
  const { item } = await client.projects.create({ commandKey: key(), name: 'Platform' })
  const [id = ''] = await addEntries(host, '2026-11-16', [
    ['Payment retry', '9:00', '10:00'],
    ['Stand-up', '10:00', '10:15'],
  ])
  await client.entries.update({ commandKey: key(), id, projectId: item.id, billable: true })
  await open(stint)
  await expect(count(stint, '2 entries')).toBeVisible()
  await stint.getByRole('button', { name: /^Projects: Any project/ }).click()
  await typeText(stint, 'plat')
  await stint.keyboard.press('Enter')
  await stint.keyboard.press('Escape')
  await expect(count(stint, '1 entry')).toBeVisible()
  await expect(stint).toHaveURL(new RegExp(`project=${item.id}`))
  await stint.getByRole('combobox', { name: 'Billable' }).selectOption('Not billable')
  await expect(stint.getByRole('heading', { name: 'No entry fits these filters' })).toBeVisible()
  await stint.goBack()
  await expect(count(stint, '1 entry')).toBeVisible()
  await stint.getByRole('combobox', { name: 'When' }).selectOption('From … to …')
  await stint.getByLabel('To', { exact: true }).fill('2026-11-15')
  await expect(stint.getByRole('heading', { name: 'No entry fits these filters' })).toBeVisible()
})

test('several entries are chosen and changed by keyboard, and one undo takes it all back', async ({ stint, host }) => {
  for (const [day, entries] of WEEK) await addEntries(host, day, entries)
  await open(stint)
  await field(stint).press('ArrowDown')
  await stint.keyboard.press('Space')
  await stint.keyboard.press('Shift+ArrowDown')
  const bar = stint.getByRole('toolbar', { name: 'Selected entries' })
  await expect(bar).toContainText('2 selected, 3 h')
  await bar.getByRole('button', { name: 'Billable' }).click()
  await stint.getByRole('menuitem', { name: 'Billable', exact: true }).click()
  await expect(results(stint).getByRole('img', { name: 'billable' })).toHaveCount(2)

  await results(stint).getByRole('link', { name: 'Payment page' }).focus()
  await stint.keyboard.press('Delete')
  await expect(count(stint, '2 entries')).toBeVisible()
  await expect(results(stint).locator(':focus')).toBeVisible()
  await stint.getByRole('button', { name: 'Undo' }).first().click()
  await expect(count(stint, '4 entries')).toBeVisible()
})

test('thousands of results are paged as they come into sight, and never fill the page', async ({ stint, host }) => {
  const rows = Array.from({ length: 900 }, (_, i) => {
    const start = Date.parse('2026-01-01T08:00:00Z') + i * 3_600_000
    const [from, to] = [start, start + 1_800_000].map((ms) => new Date(ms).toISOString())
    return { start: from ?? '', end: to ?? '', note: `Entry ${i}` }
  })
  await importRows(host, rows)
  await open(stint)
  await expect(count(stint, '900 entries, 450 h')).toBeVisible()
  await field(stint).press('ArrowDown')
  await expect(async () => {
    await stint.keyboard.press('End')
    await expect(results(stint).getByRole('link', { name: 'Entry 0', exact: true })).toBeVisible({ timeout: 300 })
  }).toPass()
  expect(await stint.evaluate(() => document.querySelectorAll('*').length)).toBeLessThan(2000)
})

test('the days that were searched are saved as a file', async ({ stint, host }) => {
  for (const [day, entries] of WEEK) await addEntries(host, day, entries)
  await open(stint, '?range=days&from=2026-11-17&to=2026-11-17')
  await expect(count(stint, '2 entries')).toBeVisible()
  await stint.getByRole('button', { name: 'Export' }).click()
  const download = stint.waitForEvent('download')
  await stint.getByRole('menuitem', { name: 'As CSV' }).click()
  const text = readFileSync(await (await download).path(), 'utf8')
  expect(text.trimEnd().split('\r\n')).toHaveLength(3)
  expect(text).toContain('Återkoppling till designern')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`search has no accessibility violation, with and without results, ${colorScheme}`, async ({ stint, host }) => {
    await stint.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await open(stint)
    await expect(stint.getByRole('heading', { name: 'Nothing to search yet' })).toBeVisible()
    await expectAccessible(stint)
    for (const [day, entries] of WEEK) await addEntries(host, day, entries)
    await open(stint, '?q=pay&range=days')
    await expect(count(stint, '2 entries')).toBeVisible()
    await field(stint).press('ArrowDown')
    await stint.keyboard.press('Space')
    await expectAccessible(stint)
  })
}
