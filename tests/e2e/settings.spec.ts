import type { Page } from '@playwright/test'
import { hostClient } from './support/host-client.ts'
import { expect, expectAccessible, test } from './support/host-fixture.ts'
import type { RunningHost } from './support/running-host.ts'

test.use({ timezoneId: 'Europe/Stockholm' })

const open = (page: Page, section = '') => page.goto(new URL(`/settings/${section}`, page.url()).href)
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 2, name, exact: true })
const undo = (page: Page) => page.getByRole('button', { name: 'Undo', exact: true }).first()
const choice = (page: Page, group: string, name: string) =>
  page
    .getByRole('radiogroup', { name: group })
    .or(page.getByRole('group', { name: group }))
    .getByText(name)
const settings = async (host: RunningHost) => (await hostClient(host).settings.get({})).settings
const ground = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor)

test('theme and density take effect at once, are kept, and go back by Undo', async ({ stint, host }) => {
  await open(stint, 'appearance')
  const before = await ground(stint)
  await choice(stint, 'Theme', 'Dark').click()
  await expect(stint.locator('html')).toHaveAttribute('data-theme', 'dark')
  expect(await ground(stint)).not.toBe(before)
  await expect(stint.getByText('Theme: dark')).toBeVisible()
  await choice(stint, 'Density', 'Compact').click()
  await expect(stint.locator('html')).toHaveAttribute('data-density', 'compact')
  await stint.reload()
  await expect(stint.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(stint.locator('html')).toHaveAttribute('data-density', 'compact')

  await choice(stint, 'Density', 'Comfortable').click()
  await undo(stint).click()
  await expect(stint.locator('html')).toHaveAttribute('data-density', 'compact')
  expect(await settings(host)).toMatchObject({ theme: 'dark', density: 'compact' })
})

test('what another window changes is shown here too', async ({ stint, host }) => {
  await open(stint, 'time')
  await host.stint('settings', 'set', 'weekStart', 'sunday')
  await expect(stint.getByLabel('Week starts on')).toHaveValue('7')
})

test('week, clock and save-and-continue are kept as chosen', async ({ stint, host }) => {
  await open(stint, 'time')
  await expect(stint.getByLabel('Week starts on').locator('option').first()).toHaveText('As usual here (Monday)')
  await stint.getByLabel('Week starts on').selectOption('Saturday')
  await choice(stint, 'Clock', '12 h').click()
  await stint.getByRole('switch', { name: 'Save and continue' }).click()
  await expect(stint.getByText('Save and continue: on')).toBeVisible()
  await expect
    .poll(() => settings(host))
    .toMatchObject({
      weekStart: 6,
      clock: '12h',
      saveAndContinue: true,
    })
})

test('the day target is typed as any length, and what is none stays with the reason until Esc', async ({
  stint,
  host,
}) => {
  await open(stint, 'time')
  const target = stint.getByLabel('Day target')
  await expect(target).toHaveValue('8 h')
  await target.fill('7:30')
  await target.press('Enter')
  await expect(target).toHaveValue('7 h 30 m')
  expect(await settings(host)).toMatchObject({ dayTargetMs: 27_000_000 })

  await target.fill('26h')
  await target.press('Tab')
  await expect(target).toHaveValue('26h')
  await expect(target).toHaveAccessibleDescription(/A day has 24 hours/)
  await expect(stint.getByRole('alert').filter({ hasText: 'A day has 24 hours' })).toBeVisible()
  await target.press('Escape')
  await expect(target).toHaveValue('7 h 30 m')

  await target.fill('')
  await target.press('Enter')
  await expect(stint.getByText('No day target')).toBeVisible()
  expect(await settings(host)).toMatchObject({ dayTargetMs: null })
  await undo(stint).click()
  await expect(target).toHaveValue('7 h 30 m')
})

test('the profile says where everything is, and health is checked on request', async ({ stint, host, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(stint, 'profile')
  const profile = stint.getByRole('region', { name: 'Profile' })
  await expect(profile).toContainText(host.profile)
  await expect(profile).toContainText('stint serve')
  await profile.getByRole('button', { name: 'Copy the folder’s path' }).click()
  expect(await stint.evaluate(() => navigator.clipboard.readText())).toBe(host.profile)
  await profile.getByRole('button', { name: 'Check health' }).click()
  await expect(profile.getByRole('list', { name: 'Checks' }).getByRole('listitem').first()).toBeVisible()
  await expect(profile).toContainText('The database is whole')
})

test('everything is exported to a file, as CSV and as JSON', async ({ stint, host }) => {
  await host.stint('add', '9-10:30 Payment retry')
  await open(stint, 'data')
  for (const [button, name, holds] of [
    ['CSV', /^stint-[\d-]+\.csv$/, 'Payment retry'],
    ['JSON', /^stint-[\d-]+\.json$/, '"Payment retry"'],
  ] as const) {
    const downloading = stint.waitForEvent('download')
    await stint.getByRole('button', { name: button, exact: true }).click()
    const download = await downloading
    expect(download.suggestedFilename()).toMatch(name)
    const chunks: Buffer[] = []
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
    expect(Buffer.concat(chunks).toString()).toContain(holds)
  }
  await expect(stint.getByText('Exported 1 entry to').first()).toBeVisible()
  await stint.getByRole('link', { name: 'Import…' }).click()
  await expect(stint).toHaveURL(/\/import$/)
})

test('a change is shown before the host has answered, and a refusal puts it back with the reason', async ({
  stint,
}) => {
  const wire = await tamper(stint, (message) => message.replace('"theme":"dark"', '"theme":"purple"'))
  await open(stint, 'appearance')
  await expect(heading(stint, 'Appearance')).toBeVisible()
  wire.hold()
  await choice(stint, 'Theme', 'Dark').click()
  await expect(stint.locator('html')).toHaveAttribute('data-theme', 'dark')
  wire.release()
  await expect(stint.locator('html')).not.toHaveAttribute('data-theme', 'dark')
  await expect(stint.getByRole('region', { name: 'Appearance' }).getByRole('alert')).toBeVisible()
})

test('an export is cancelled, saves nothing, and leaves the focus where it was', async ({ stint }) => {
  const wire = await tamper(stint, (message) => message)
  const downloads: string[] = []
  stint.on('download', (download) => downloads.push(download.suggestedFilename()))
  await open(stint, 'data')
  await expect(heading(stint, 'Your data')).toBeVisible()
  wire.hold()
  await stint.getByRole('button', { name: 'JSON', exact: true }).click()
  await expect(stint.getByRole('progressbar', { name: 'Export' })).toBeVisible()
  await stint.getByRole('button', { name: 'Cancel' }).click()
  await expect(stint.getByRole('progressbar', { name: 'Export' })).toHaveCount(0)
  await expect(stint.getByRole('button', { name: 'JSON', exact: true })).toBeFocused()
  wire.release()
  // One that is not cancelled comes through the same way.
  await stint.getByRole('button', { name: 'CSV', exact: true }).click()
  await expect.poll(() => downloads).toEqual([expect.stringMatching(/\.csv$/)])
})

test('while Stint does not answer nothing can be changed, and the focus comes back with it', async ({
  stint,
  host,
  complaints,
}) => {
  await open(stint, 'time')
  const save = stint.getByRole('switch', { name: 'Save and continue' })
  await save.focus()
  await host.kill()
  await expect(save).toBeDisabled()
  await expect(stint.getByText('Nothing can be changed until Stint answers again')).toBeVisible()
  await expect(stint.getByLabel('Week starts on')).toBeDisabled()
  await expect(stint.getByRole('button', { name: 'Back up now' })).toBeDisabled()
  await expect(stint.getByRole('button', { name: 'CSV', exact: true })).toBeDisabled()
  await expectAccessible(stint)
  await host.start()
  await expect(save).toBeEnabled({ timeout: 30_000 })
  await expect(save).toBeFocused()
  complaints.length = 0
})

test('sections are reached by keyboard and by address, and the one in sight is marked', async ({ stint }) => {
  await open(stint, 'backups')
  await expect(heading(stint, 'Backups')).toBeInViewport()
  const nav = stint.getByRole('navigation', { name: 'Sections' })
  await expect(nav.getByRole('link', { name: 'Backups' })).toHaveAttribute('aria-current', 'location')
  await nav.getByRole('link', { name: 'About' }).focus()
  await stint.keyboard.press('Enter')
  await expect(heading(stint, 'About')).toBeFocused()
  await expect(heading(stint, 'About')).toBeInViewport()
  await expect(stint).toHaveURL(/\/settings\/about$/)
  await stint.mouse.move(700, 400)
  await stint.mouse.wheel(0, -20_000)
  await expect(nav.getByRole('link', { name: 'Profile' })).toHaveAttribute('aria-current', 'location')

  // One that is too near to the end to reach the top, with lists above it that are still being loaded.
  await open(stint, 'data')
  await expect(stint.getByText('There is no backup yet')).toBeAttached()
  await expect(heading(stint, 'Your data')).toBeInViewport()
  await expect(nav.getByRole('link', { name: 'Your data' })).toHaveAttribute('aria-current', 'location')
})

for (const colorScheme of ['light', 'dark'] as const) {
  for (const size of [
    { width: 1280, height: 800 },
    { width: 800, height: 600 },
    { width: 360, height: 640 },
  ]) {
    test(`nothing is inaccessible, cut off or styled inline at ${size.width} px, ${colorScheme}`, async ({
      stint,
      host,
    }) => {
      await host.stint('backup')
      await stint.setViewportSize(size)
      await stint.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await open(stint)
      await stint.getByRole('button', { name: 'Check health' }).click()
      await expect(stint.getByRole('list', { name: 'Checks' })).toBeVisible()
      await expect(stint.getByRole('table', { name: 'Backups' })).toBeVisible()
      await stint.getByLabel('Day target').fill('26h')
      await stint.getByLabel('Day target').press('Enter')
      await expectAccessible(stint)
      expect(await stint.locator('style').count()).toBe(0)
      const { scrollWidth, scrollHeight } = await stint.evaluate(() => {
        const { scrollWidth, scrollHeight } = document.documentElement
        return { scrollWidth, scrollHeight }
      })
      expect({ scrollWidth, scrollHeight }).toEqual({ scrollWidth: size.width, scrollHeight: size.height })
    })
  }
}

/** Sits between the page and its host from the next load on: changes what the page sends, holds back what it is told. */
async function tamper(page: Page, change: (message: string) => string) {
  let isHeld = false
  let held: (() => void)[] = []
  await page.routeWebSocket(/\/ws$/, (socket) => {
    const server = socket.connectToServer()
    socket.onMessage((message) => server.send(typeof message === 'string' ? change(message) : message))
    server.onMessage((message) => {
      if (isHeld) held.push(() => socket.send(message))
      else socket.send(message)
    })
  })
  return {
    hold() {
      isHeld = true
    },
    release() {
      isHeld = false
      for (const send of held) send()
      held = []
    },
  }
}
