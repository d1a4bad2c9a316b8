import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from './support/host-fixture.ts'
import type { RunningHost } from './support/running-host.ts'

test.use({ timezoneId: 'Europe/Stockholm' })

const open = (page: Page) => page.goto(new URL('/settings/backups', page.url()).href)
const rows = (page: Page) => page.getByRole('table', { name: 'Backups' }).getByRole('row')
const restore = (page: Page, nth = 0) => page.getByRole('button', { name: /^Restore (?:Today|Yesterday) / }).nth(nth)
const dialog = (page: Page) => page.getByRole('dialog', { name: /^Restore the backup of today/ })
const confirm = (page: Page) => dialog(page).getByRole('button', { name: 'Restore', exact: true })
const files = (host: RunningHost) =>
  readdirSync(path.join(host.profile, 'backups'))
    .filter((name) => name.endsWith('.db'))
    .map((name) => path.join(host.profile, 'backups', name))

test('a backup is made on request and shown with its reason and entries', async ({ stint, host }) => {
  await host.stint('add', '9-10:30 Payment retry')
  await open(stint)
  await stint.getByRole('button', { name: 'Back up now' }).click()
  await expect(stint.getByText('Backed up 1 entry')).toBeVisible()
  await expect(stint.getByRole('button', { name: 'Back up now' })).toBeFocused()
  const made = rows(stint).filter({ hasText: 'Asked for' })
  await expect(made).toHaveCount(1)
  await expect(made).toContainText(/Today \d\d:\d\d · just now/)
  await expect(made.getByRole('cell').nth(3)).toHaveText('1')
})

test('a restore says what it does, does it on every page, and can be taken back', async ({ stint, host }) => {
  await host.stint('add', '9-10:30 Before the backup')
  await host.stint('backup')
  await host.stint('add', '11-12 After the backup')
  await host.stint('settings', 'set', 'theme', 'dark')
  await host.stint('start', 'Running now')
  await open(stint)
  await expect(stint.locator('html')).toHaveAttribute('data-theme', 'dark')

  await restore(stint).click()
  await expect(dialog(stint)).toContainText('Everything becomes as it was then: 1 entry')
  await expect(dialog(stint)).toContainText('kept as a backup of its own')
  await expect(dialog(stint)).toContainText('A timer runs afterwards only if one ran when this backup was made')
  await expectAccessible(stint)
  await stint.keyboard.press('Escape')
  await expect(restore(stint)).toBeFocused()
  await expect(stint.locator('html')).toHaveAttribute('data-theme', 'dark')

  await restore(stint).click()
  await confirm(stint).click()
  await expect(stint.getByText(/^Restored 1 entry, as today \d\d:\d\d$/)).toBeVisible()
  await expect(stint.locator('html')).not.toHaveAttribute('data-theme', 'dark')
  await expect(stint.getByRole('button', { name: /^stop/i })).toHaveCount(0)
  await expect(rows(stint).filter({ hasText: 'Before a restore' })).toHaveCount(1)
  await stint.getByRole('link', { name: 'Today' }).click()
  await expect(stint.getByText('Before the backup').first()).toBeVisible()
  await expect(stint.getByText('After the backup')).toHaveCount(0)

  await stint.getByRole('button', { name: 'Undo', exact: true }).first().click()
  await expect(stint.getByText('After the backup').first()).toBeVisible()
  await expect(stint.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(stint.getByRole('button', { name: /^stop/i }).first()).toBeVisible()
})

test('a damaged backup is refused in plain words, and nothing is changed', async ({ stint, host }) => {
  await host.stint('add', '9-10:30 Payment retry')
  await host.stint('backup')
  await open(stint)
  await expect(restore(stint)).toBeVisible()
  for (const file of files(host)) writeFileSync(file, 'no longer a database')
  await restore(stint).click()
  await confirm(stint).click()
  await expect(dialog(stint).getByRole('alert')).toContainText('This backup is damaged and was not used')
  await expect(dialog(stint).getByRole('alert')).toContainText('Nothing was changed. Choose another one.')
  await stint.keyboard.press('Escape')
  await stint.getByRole('link', { name: 'Today' }).click()
  await expect(stint.getByText('Payment retry').first()).toBeVisible()
})

test('a backup that is gone says so', async ({ stint, host }) => {
  await host.stint('backup')
  await open(stint)
  await restore(stint).click()
  for (const file of files(host)) rmSync(file)
  await confirm(stint).click()
  await expect(dialog(stint).getByRole('alert')).toContainText('no longer there')
})

test('the number of backups to keep is typed within its bounds', async ({ stint, host }) => {
  await open(stint)
  const kept = stint.getByLabel('Newest backups to keep')
  await kept.fill('2')
  await kept.press('Enter')
  await expect(stint.getByRole('alert').filter({ hasText: 'from 3 to 365' })).toBeVisible()
  await kept.fill('30')
  await kept.press('Enter')
  await expect(stint.getByText('Newest backups to keep: 30')).toBeVisible()
  expect(await host.stint('settings', 'get', 'backupsKept')).toMatchObject({ settings: { backupsKept: 30 } })
})

test('two hundred backups are one list to be walked by keyboard, of which only those in sight are drawn', async ({
  stint,
  host,
}) => {
  await host.stint('add', '9-10:30 Payment retry')
  await host.stint('backup')
  copyBackup(host, 199)
  await open(stint)
  await expect(stint.getByRole('table', { name: 'Backups' })).toHaveAttribute('aria-rowcount', '201')
  expect(await rows(stint).count()).toBeLessThan(50)
  await expectAccessible(stint)
  await restore(stint).focus()
  await stint.keyboard.press('End')
  const last = rows(stint).last()
  await expect(last).toHaveAttribute('aria-rowindex', '201')
  await expect(last.getByRole('button')).toBeFocused()
})

/** Copies the one backup there is, each a few hours older than the one before. */
function copyBackup(host: RunningHost, copies: number): void {
  const [file = ''] = files(host)
  const note = JSON.parse(readFileSync(file.replace(/\.db$/, '.json'), 'utf8')) as { madeAtMs: number }
  for (let copy = 1; copy <= copies; copy += 1) {
    const madeAtMs = note.madeAtMs - copy * 20_000_000
    const stamp = new Date(madeAtMs).toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')
    const target = path.join(path.dirname(file), `${stamp}-daily.db`)
    copyFileSync(file, target)
    writeFileSync(target.replace(/\.db$/, '.json'), JSON.stringify({ ...note, madeAtMs, reason: 'daily' }))
  }
}
