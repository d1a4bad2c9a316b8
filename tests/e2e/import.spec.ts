import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { hostClient } from './support/host-client.ts'
import { expect, expectAccessible, test } from './support/host-fixture.ts'

test.use({ timezoneId: 'Europe/Stockholm' })

const fixtures = fileURLToPath(new URL('../fixtures/imports', import.meta.url))
const fixture = (name: string) => path.join(fixtures, name)
const open = (page: Page) => page.goto(new URL('/import', page.url()).href)

/** By the button, as a person does: the chooser that it opens is answered with a file. */
async function choose(page: Page, file: string, button = 'Choose files'): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: button }).press('Enter')
  await (await chooser).setFiles(file)
}

const header =
  'User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags'
function togglRows(count: number): Buffer {
  const rows = Array.from({ length: count }, (_, i) => {
    const day = new Date(Date.UTC(2021, 0, 1 + i)).toISOString().slice(0, 10)
    return `Ann,ann@example.com,Acme,Project ${i % 7},,Entry ${i},No,${day},09:00:00,${day},10:30:00,01:30:00,backend`
  })
  return Buffer.from(`${header}\n${rows.join('\n')}\n`)
}

test('5 000 rows of Toggl are looked at, imported, found again and taken out, by keyboard alone', async ({
  stint,
  host,
}) => {
  await open(stint)
  const chooser = stint.waitForEvent('filechooser')
  await stint.getByRole('button', { name: 'Choose files' }).press('Enter')
  await (await chooser).setFiles({ name: 'toggl.csv', mimeType: 'text/csv', buffer: togglRows(5000) })
  const preview = stint.getByRole('region', { name: 'Preview' })
  await expect(preview.getByRole('combobox', { name: 'Format' })).toHaveValue('toggl')
  await expect(preview).toContainText('7,500 h'.replace(',', ''))
  await expect(preview).toContainText('Makes 7 projects')
  await preview.getByRole('button', { name: 'Import 5,000 entries' }).press('Enter')
  const result = stint.getByRole('region', { name: 'Result' })
  await expect(result).toContainText('Imported 5,000 entries from toggl.csv')

  // The same again adds nothing.
  await result.getByRole('button', { name: 'Import something else' }).press('Enter')
  const again = stint.waitForEvent('filechooser')
  await stint.getByRole('button', { name: 'Choose files' }).press('Enter')
  await (await again).setFiles({ name: 'toggl.csv', mimeType: 'text/csv', buffer: togglRows(5000) })
  await expect(preview.getByRole('button', { name: 'Nothing to import' })).toBeDisabled()
  await expect(preview).toContainText('Everything in this file is here already.')

  await stint.getByRole('button', { name: 'Take out toggl.csv' }).press('Enter')
  await expect(stint.getByRole('listitem').filter({ hasText: 'toggl.csv' }).first()).toContainText('taken out')
  expect((await hostClient(host).entries.list({})).count).toBe(0)
  await stint.getByRole('button', { name: 'Undo' }).first().press('Enter')
  await expect(stint.getByRole('button', { name: 'Take out toggl.csv' })).toBeVisible()
  expect((await hostClient(host).entries.list({})).count).toBe(5000)
})

test('rows that cannot be read are named with their lines, and left out only when that is said', async ({
  stint,
  host,
}) => {
  await open(stint)
  await choose(stint, fixture('toggl-bad-rows.csv'))
  const preview = stint.getByRole('region', { name: 'Preview' })
  const remarks = preview.getByRole('table', { name: 'Remarks' })
  await expect(remarks.getByRole('row').filter({ hasText: '“2026-02-30”' })).toContainText('3')
  const doIt = preview.getByRole('button', { name: /^Import 3 entries/ })
  await expect(doIt).toBeDisabled()
  await preview.getByLabel('Leave out the 5 rows that cannot be read').check()
  await doIt.click()
  await expect(stint.getByRole('region', { name: 'Result' })).toContainText('5 that could not be read')
  expect((await hostClient(host).entries.list({})).count).toBe(3)
})

test('a table with unknown columns is mapped by hand; a date that can be read two ways is asked about', async ({
  stint,
}) => {
  await open(stint)
  await choose(stint, fixture('unknown-columns.csv'))
  const preview = stint.getByRole('region', { name: 'Preview' })
  await expect(preview.getByText('Stint could not find when an entry starts')).toBeVisible()
  await preview.getByLabel('Date', { exact: true }).selectOption('Wann')
  await preview.getByLabel('Duration', { exact: true }).selectOption('Wieviel Zeit')
  await preview.getByLabel('Note', { exact: true }).selectOption('Was')
  await expect(preview.getByRole('cell', { name: 'Payment retry' })).toBeVisible()
  await expect(preview.getByRole('button', { name: 'Import 1 entry' })).toBeEnabled()

  await preview.getByRole('button', { name: 'Choose another file' }).click()
  await choose(stint, fixture('toggl-ambiguous-dates.csv'))
  await expect(preview.getByText('The dates in this file can be read two ways.')).toBeVisible()
  await preview.getByLabel('Dates').selectOption('Day first (31/12/2026)')
  await expect(preview.getByRole('cell', { name: '2026-02-01 09:00:00' })).toBeVisible()
})

test('a Timewarrior data folder is read without its settings and its undo log', async ({ stint }) => {
  await open(stint)
  await choose(stint, fixture('timewarrior'), 'Choose a folder')
  const preview = stint.getByRole('region', { name: 'Preview' })
  await expect(preview.getByRole('combobox', { name: 'Format' })).toHaveValue('timewarrior')
  await expect(preview).toContainText('4 h 15 m')
  await expect(preview.getByRole('table', { name: 'Remarks' })).toContainText('still running in Timewarrior')
})

test('a dropped file is taken; an upload that is cancelled leaves nothing', async ({ stint, host }) => {
  await open(stint)
  const data = await stint.evaluateHandle((text) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([text], 'dropped.csv', { type: 'text/csv' }))
    return transfer
  }, togglRows(3).toString())
  await stint.getByRole('region', { name: 'Choose what to import' }).dispatchEvent('drop', { dataTransfer: data })
  await expect(stint.getByRole('button', { name: 'Import 3 entries' })).toBeVisible()
  await stint.getByRole('button', { name: 'Choose another file' }).click()

  const chooser = stint.waitForEvent('filechooser')
  await stint.getByRole('button', { name: 'Choose files' }).click()
  const large = Buffer.concat([togglRows(1), Buffer.alloc(20_000_000, 'x')])
  await (await chooser).setFiles({ name: 'large.csv', mimeType: 'text/csv', buffer: large })
  await stint.getByRole('region', { name: 'Upload' }).getByRole('button', { name: 'Cancel' }).click()
  await expect(stint.getByRole('button', { name: 'Choose files' })).toBeVisible()
  expect((await hostClient(host).imports.list({})).batches).toEqual([])
})

test('a file that is empty or no table says so', async ({ stint }) => {
  await open(stint)
  await choose(stint, fixture('empty.csv'))
  await expect(stint.getByRole('alert').filter({ hasText: '“empty.csv” is empty' })).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no step of an import has an accessibility violation, ${colorScheme}`, async ({ stint }) => {
    await stint.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await open(stint)
    await expectAccessible(stint)
    await choose(stint, fixture('unknown-columns.csv'))
    await expect(stint.getByText('Stint could not find')).toBeVisible()
    await expectAccessible(stint)
    await stint.getByRole('button', { name: 'Choose another file' }).click()
    await choose(stint, fixture('toggl-bad-rows.csv'))
    await stint.getByLabel('Leave out the 5 rows that cannot be read').check()
    await expectAccessible(stint)
    await stint.getByRole('button', { name: 'Import 3 entries' }).click()
    await expect(stint.getByRole('region', { name: 'Result' })).toBeVisible()
    await expectAccessible(stint)
  })
}
