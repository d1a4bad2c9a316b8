import type { Page } from '@playwright/test'
import { addEntries, at, hostClient, key } from './support/host-client.ts'
import { expect, test, typeText } from './support/host-fixture.ts'

test.use({ timezoneId: 'Europe/Stockholm' })

const DAY = '2026-11-16'
const openDay = (page: Page, day = DAY) => page.goto(new URL(`/today/${day}`, page.url()).href)
const grid = (page: Page) => page.getByRole('grid')
const row = (page: Page, text: string) => grid(page).getByRole('row').filter({ hasText: text })
const notes = (page: Page) => grid(page).locator('[data-edit=note]').allInnerTexts()

test('a line typed as people write it becomes an entry with its project and tags', async ({ stint }) => {
  await openDay(stint)
  await expect(stint.getByText('Name your first timer')).toBeVisible()
  await stint.keyboard.press('a')
  await typeText(stint, '9-10:30 Fix retry @Acme #backend')
  await expect(stint.getByText('09:00–10:30, 1 h 30 m')).toBeVisible()
  await expect(stint.getByText('new project')).toBeVisible()
  await stint.keyboard.press('Enter')
  const added = row(stint, 'Fix retry')
  await expect(added).toContainText('09:00–10:30')
  await expect(added).toContainText('Acme')
  await expect(added).toContainText('#backend')
  await expect(added).toContainText('1:30')
  await expect(stint.getByText('1 h 30 m', { exact: true })).toBeVisible()
  // The field is ready for the next line, and says what is missing.
  await typeText(stint, 'Only words')
  await stint.keyboard.press('Enter')
  await expect(stint.getByRole('alert').filter({ hasText: 'Begin with a time or a length' })).toBeVisible()
  await stint.keyboard.press('Control+A')
  await typeText(stint, '45m Reading')
  await stint.keyboard.press('Enter')
  await expect(row(stint, 'Reading')).toContainText('no times')
  await expect(row(stint, 'Reading')).toContainText('0:45')
})

test('every field is edited where it stands: Enter saves, Esc restores, a refusal stays beside it', async ({
  stint,
  host,
}) => {
  await addEntries(host, DAY, [['Write', '9:00', '10:00']])
  await openDay(stint)
  const entry = grid(stint).getByRole('row').first()
  await entry.getByRole('button', { name: /^Note/ }).click()
  await typeText(stint, 'Write it down')
  await stint.keyboard.press('Enter')
  await expect(entry.getByRole('button', { name: 'Note: Write it down. Edit' })).toBeFocused()

  await stint.keyboard.press('Enter')
  await typeText(stint, 'never mind')
  await stint.keyboard.press('Escape')
  await expect(entry.getByRole('button', { name: 'Note: Write it down. Edit' })).toBeFocused()

  await entry.getByRole('button', { name: /^Start/ }).click()
  await typeText(stint, '8.30')
  await stint.keyboard.press('Enter')
  await expect(entry).toContainText('08:30–10:00')
  await expect(entry).toContainText('1:30')

  await entry.getByRole('button', { name: /^Duration/ }).click()
  await typeText(stint, '2h')
  await stint.keyboard.press('Enter')
  await expect(entry).toContainText('08:30–10:30')

  await entry.getByRole('button', { name: /^End/ }).click()
  await typeText(stint, '2026-11-16 08:00')
  await stint.keyboard.press('Enter')
  await expect(entry.getByRole('alert')).toBeVisible()
  await expect(entry.getByRole('textbox', { name: 'End' })).toHaveValue('2026-11-16 08:00')
  await stint.keyboard.press('Escape')
  await expect(entry).toContainText('08:30–10:30')
})

test('a refetch does not touch what is being typed', async ({ stint, host }) => {
  const [id = ''] = await addEntries(host, DAY, [['Before', '9:00', '10:00']])
  await openDay(stint)
  await grid(stint).getByRole('button', { name: /^Note/ }).click()
  await typeText(stint, 'Half a sent')
  const client = hostClient(host)
  await client.entries.update({ commandKey: key(), id, note: 'By another', billable: true })
  await expect(grid(stint).getByRole('button', { name: 'Billable' })).toHaveAttribute('aria-pressed', 'true')
  await typeText(stint, 'ence')
  await expect(grid(stint).getByRole('textbox', { name: 'Note' })).toHaveValue('Half a sentence')
  await stint.keyboard.press('Enter')
  await expect(row(stint, 'Half a sentence')).toBeVisible()
})

test('gaps and overlaps are shown, and each has a one-click answer', async ({ stint, host }) => {
  await addEntries(host, DAY, [
    ['Anna', '9:00', '10:00'],
    ['Bert', '11:00', '12:00'],
    ['Cleo', '11:30', '13:00'],
  ])
  await openDay(stint)
  await expect(row(stint, '10:00–11:00 nothing tracked, 1 h')).toBeVisible()
  await row(stint, 'overlap of 30 m').getByRole('button', { name: 'End first earlier' }).click()
  await expect(row(stint, 'Bert')).toContainText('11:00–11:30')
  await expect(row(stint, 'overlap')).toHaveCount(0)
  await row(stint, 'nothing tracked').getByRole('button', { name: 'Fill' }).click()
  // The new entry waits for its note.
  await expect(grid(stint).getByRole('textbox', { name: 'Note' })).toBeFocused()
  await typeText(stint, 'In between')
  await stint.keyboard.press('Enter')
  await expect(row(stint, 'In between')).toContainText('10:00–11:00')
  await expect(row(stint, 'nothing tracked')).toHaveCount(0)
})

test('rows are chosen and deleted by keyboard, and the focus goes on from where it was', async ({ stint, host }) => {
  await addEntries(host, DAY, [
    ['Anna', '9:00', '10:00'],
    ['Bert', '10:00', '11:00'],
    ['Cleo', '11:00', '12:00'],
    ['Dora', '12:00', '13:00'],
  ])
  await openDay(stint)
  await expect(row(stint, 'Dora')).toBeVisible()
  await stint.keyboard.press('l')
  await stint.keyboard.press('ArrowDown')
  await expect(row(stint, 'Bert')).toBeFocused()
  await stint.keyboard.press('Shift+ArrowDown')
  await expect(stint.getByText('2 selected, 2 h')).toBeVisible()
  await expect(row(stint, 'Cleo')).toHaveAttribute('aria-selected', 'true')
  await stint.keyboard.press('Delete')
  await expect.poll(() => notes(stint)).toEqual(['Anna', 'Dora'])
  await expect(row(stint, 'Dora')).toBeFocused()
  await stint.keyboard.press('Control+z')
  await expect.poll(() => notes(stint)).toEqual(['Anna', 'Bert', 'Cleo', 'Dora'])
  await stint.keyboard.press('Control+Shift+z')
  await expect.poll(() => notes(stint)).toEqual(['Anna', 'Dora'])
})

test('many entries are changed at once: project, billable, merge', async ({ stint, host }) => {
  await host.stint('projects', 'add', 'Acme')
  await addEntries(host, DAY, [
    ['A', '9:00', '10:00'],
    ['B', '10:00', '11:00'],
  ])
  await openDay(stint)
  await row(stint, 'A').click({ modifiers: ['Control'], position: { x: 6, y: 6 } })
  await row(stint, 'B').click({ modifiers: ['Shift'], position: { x: 6, y: 6 } })
  const bar = stint.getByRole('toolbar', { name: 'Selected entries' })
  await bar.getByRole('button', { name: 'Project' }).click()
  await stint.getByRole('option', { name: 'Acme' }).click()
  await expect(row(stint, 'Acme')).toHaveCount(2)
  await bar.getByRole('button', { name: 'Billable' }).click()
  await stint.getByRole('menuitem', { name: 'Billable', exact: true }).click()
  await expect(grid(stint).getByRole('button', { name: 'Billable', pressed: true })).toHaveCount(2)
  await bar.getByRole('button', { name: 'Merge' }).click()
  await expect(grid(stint).getByRole('row')).toHaveCount(1)
  await expect(grid(stint).getByRole('row')).toContainText('09:00–11:00')
})

test('an entry is split at a typed time and joined again', async ({ stint, host }) => {
  await addEntries(host, DAY, [['Long', '9:00', '12:00']])
  await openDay(stint)
  await expect(row(stint, 'Long')).toBeVisible()
  await stint.keyboard.press('l')
  await stint.keyboard.press('x')
  await expect(stint.getByLabel('At', { exact: true })).toHaveValue('10:30')
  await typeText(stint, '13:00')
  await expect(stint.getByText('Choose a time between 09:00 and 12:00.')).toBeVisible()
  await stint.getByLabel('At', { exact: true }).fill('11')
  await expect(stint.getByText('09:00–11:00, 2 h, and 11:00–12:00, 1 h')).toBeVisible()
  await stint.keyboard.press('Enter')
  await expect(grid(stint).getByRole('row')).toHaveCount(2)
  await expect(grid(stint).getByRole('row').nth(1)).toBeFocused()
  await stint.keyboard.press('ArrowUp')
  await stint.keyboard.press('m')
  await expect(grid(stint).getByRole('row')).toHaveCount(1)
})

test('an entry over midnight stands on both days, each with its part', async ({ stint, host }) => {
  const client = hostClient(host)
  const time = { kind: 'clock' as const, startedAtMs: at('2026-11-16', '22:00'), endedAtMs: at('2026-11-17', '1:30') }
  await client.entries.add({ commandKey: key(), note: 'Night', time })
  await openDay(stint)
  await expect(row(stint, 'Night')).toContainText('into tomorrow')
  await expect(row(stint, 'Night')).toContainText('2:00of 3:30')
  await stint.keyboard.press(']')
  await expect(stint.getByRole('heading', { level: 1 })).toContainText('Tue 17 Nov')
  await expect(row(stint, 'Night')).toContainText('from yesterday')
  await expect(row(stint, 'Night')).toContainText('1:30of 3:30')
})

test('the timeline shows the day, leads to the list, and can be walked and zoomed by keyboard', async ({
  stint,
  host,
}) => {
  await addEntries(host, DAY, [
    ['Early', '9:00', '10:00'],
    ['Late', '15:00', '16:00'],
  ])
  await openDay(stint)
  const timeline = stint.getByRole('region', { name: 'Timeline' })
  const early = timeline.getByRole('button', { name: 'Early' })
  const late = timeline.getByRole('button', { name: 'Late' })
  const height = async () => (await early.boundingBox())?.height ?? 0
  const before = await height()
  await late.click()
  await expect(row(stint, 'Late')).toBeFocused()
  await stint.keyboard.press('+')
  await expect.poll(height).toBeGreaterThan(before * 1.2)
  await early.focus()
  await stint.keyboard.press('ArrowDown')
  await expect(late).toBeFocused()
})

test('a day of 25 hours is drawn with 25 hours', async ({ stint }) => {
  await openDay(stint, '2026-10-25')
  const timeline = stint.getByRole('region', { name: 'Timeline' })
  await expect(timeline.getByText('A day of 25 h: the clocks change')).toBeVisible()
  await expect(timeline.getByText('02:00', { exact: true })).toHaveCount(2)
})

test('a day of 500 entries stays small in the page and quick under the fingers', async ({ stint, host }) => {
  const client = hostClient(host)
  const start = at(DAY, '0:00')
  for (let index = 0; index < 500; index += 1) {
    const startedAtMs = start + index * 170_000
    const time = { kind: 'clock' as const, startedAtMs, endedAtMs: startedAtMs + 160_000 }
    await client.entries.add({ commandKey: key(), note: `Entry ${index}`, time })
  }
  await openDay(stint)
  await expect(row(stint, 'Entry 1').first()).toBeVisible()
  await stint.keyboard.press('-')
  await stint.keyboard.press('-')
  const nodes = () => stint.evaluate(() => document.querySelectorAll('*').length)
  expect(await nodes()).toBeLessThan(2000)
  await stint.keyboard.press('l')
  await stint.keyboard.press('End')
  await expect(row(stint, 'Entry 499')).toBeFocused()
  await stint.keyboard.press('Home')
  await expect(row(stint, 'Entry 0')).toBeFocused()
  expect(await nodes()).toBeLessThan(2000)
})

test('days are reached by keys, by name and by date', async ({ stint }) => {
  const heading = stint.getByRole('heading', { level: 1 })
  await expect(heading).toContainText('Today')
  await stint.keyboard.press('[')
  await expect(heading).toContainText('Yesterday')
  await stint.keyboard.press('t')
  await expect(heading).toContainText('Today')
  await stint.keyboard.press('d')
  await typeText(stint, '2026-11-20')
  await stint.keyboard.press('Enter')
  await expect(heading).toContainText('Fri 20 Nov')
  expect(new URL(stint.url()).pathname).toBe('/today/2026-11-20')
})
