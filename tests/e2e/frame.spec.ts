import { addEntries, hostClient, key } from './support/host-client.ts'
import { expect, expectAccessible, test, typeText } from './support/host-fixture.ts'

test.use({ timezoneId: 'Europe/Stockholm' })

test('the palette does what it says, and gives the focus back to where it was', async ({ stint, host }) => {
  await addEntries(host, '2026-11-16', [['Only one', '9:00', '10:00']])
  await stint.goto(new URL('/today/2026-11-16', stint.url()).href)
  const row = stint.getByRole('grid').getByRole('row')
  await expect(row).toContainText('Only one')
  await stint.keyboard.press('l')
  await expect(row).toBeFocused()
  await stint.keyboard.press('Control+k')
  await expect(stint.getByRole('dialog', { name: 'Commands' })).toBeVisible()
  await typeText(stint, 'split')
  await stint.keyboard.press('Enter')
  await expect(stint.getByRole('dialog', { name: 'Split the entry' })).toBeVisible()
  await stint.keyboard.press('Escape')
  await expect(row).toBeFocused()

  await stint.keyboard.press('Control+k')
  await expect(stint.getByRole('dialog', { name: 'Commands' })).toBeVisible()
  await typeText(stint, '2026-11-20')
  await stint.keyboard.press('Enter')
  await expect(stint.getByRole('heading', { level: 1 })).toContainText('Fri 20 Nov')

  await stint.keyboard.press('Control+k')
  await expect(stint.getByRole('dialog', { name: 'Commands' })).toBeVisible()
  await typeText(stint, 'Something quite new')
  await stint.keyboard.press('Enter')
  await expect(stint).toHaveTitle(/Something quite new/)
})

test('single letters write where text is written, and act everywhere else', async ({ stint }) => {
  const note = stint.getByLabel('What are you working on?')
  await stint.keyboard.press('n')
  await expect(note).toBeFocused()
  await typeText(stint, 'sdtpcb[]?/')
  await expect(note).toHaveValue('sdtpcb[]?/')
  await expect(stint.getByRole('button', { name: 'Start', exact: true })).toBeVisible()
  await stint.keyboard.press('Escape')
  await stint.keyboard.press('Escape')
  await stint.keyboard.press('?')
  await expect(stint.getByRole('dialog', { name: 'Shortcuts' })).toBeVisible()
  await stint.keyboard.press('Escape')
  await expect(stint.getByRole('dialog')).toBeHidden()
})

test('a rebound shortcut works at once, and is what the sheet shows', async ({ stint, host }) => {
  await hostClient(host).settings.update({
    commandKey: key(),
    shortcuts: { 'help.shortcuts': 'h', 'timer.toggle': '' },
  })
  const sheet = stint.getByRole('dialog', { name: 'Shortcuts' })
  // What another client changed reaches the page a moment later.
  await expect(async () => {
    await stint.keyboard.press('h')
    await expect(sheet).toBeVisible({ timeout: 500 })
  }).toPass()
  await expect(stint.getByText('Start or stop the timer')).toBeHidden()
  await stint.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await stint.keyboard.press('s')
  expect(await host.stint('status')).toMatchObject({ running: null })
  await expect(stint.getByRole('button', { name: 'Start', exact: true })).toBeVisible()
})

test('another page takes the focus to its heading, and the first Tab of a page can skip to it', async ({ stint }) => {
  await expect(stint.getByRole('heading', { level: 1 })).toContainText('Today')
  await stint.keyboard.press('g')
  await stint.keyboard.press('s')
  await expect(stint.getByRole('heading', { level: 1, name: 'Settings' })).toBeFocused()
  await expect(stint).toHaveTitle('Settings · Stint')
  await stint.reload()
  await expect(stint.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
  await stint.keyboard.press('Tab')
  await expect(stint.getByRole('link', { name: 'Skip to the page' })).toBeFocused()
  await stint.keyboard.press('Enter')
  await expect(stint.locator('main')).toBeFocused()
})

test('an address that leads nowhere says so, and leads back to Today', async ({ stint }) => {
  await stint.goto(new URL('/nowhere', stint.url()).href)
  await expect(stint.getByRole('heading', { level: 1, name: 'There is no such page' })).toBeVisible()
  await expect(stint.getByRole('main')).toContainText('/nowhere')
  await expect(stint).toHaveTitle('Not found · Stint')
  await expect(stint.getByRole('region', { name: 'Timer' })).toBeVisible()
  await expectAccessible(stint)
  await stint.getByRole('main').getByRole('link', { name: 'Go to Today' }).press('Enter')
  await expect(stint).toHaveURL(/\/today$/)
  await expect(stint.getByRole('heading', { level: 1 })).toBeFocused()
})

test('while the host is away the page says what is safe, and goes on by itself', async ({
  stint,
  host,
  complaints,
}) => {
  await host.stint('start', 'Through a break')
  await expect(stint.getByRole('button', { name: 'Stop' })).toBeVisible()
  await host.stop()
  const notice = stint.getByRole('alert').filter({ hasText: 'Stint is not answering' })
  await expect(notice).toContainText('the running timer keeps its true start')
  await expect(stint.getByRole('contentinfo')).toContainText('Reconnecting')
  await expectAccessible(stint)
  await host.start()
  await notice
    .getByRole('button', { name: 'Try now' })
    .click({ timeout: 2000 })
    .catch(() => undefined)
  await expect(notice).toBeHidden({ timeout: 30_000 })
  await expect(stint.getByRole('contentinfo')).toContainText('Saved on this machine')
  // The page says in its console that the host was gone: that is true.
  complaints.length = 0
})

test('a browser that is not signed in is told how to get in', async ({ browser, stint, complaints }) => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(new URL('/today', stint.url()).href)
  await expect(page.getByRole('alert')).toContainText('stint open')
  await expectAccessible(page)
  await page.goto(new URL('/#code=used-or-wrong', stint.url()).href)
  await expect(page.getByRole('alert')).toContainText('This browser is not signed in')
  await context.close()
  expect(complaints).toEqual([])
})

for (const theme of ['light', 'dark'] as const) {
  test(`nothing on a full Today, in its panels or dialogs breaks an accessibility rule, ${theme}`, async ({
    stint,
    host,
  }) => {
    const client = hostClient(host)
    await client.settings.update({ commandKey: key(), theme })
    const project = await client.projects.create({ commandKey: key(), name: 'Acme' })
    await addEntries(host, '2026-11-16', [
      ['Anna', '9:00', '10:00'],
      ['', '11:00', '12:00'],
      ['Cleo', '11:30', '13:00'],
    ])
    await client.timer.start({ commandKey: key(), note: 'Running', projectId: project.item.id })
    await stint.emulateMedia({ reducedMotion: 'reduce' })
    await stint.goto(new URL('/today/2026-11-16', stint.url()).href)
    await expect(stint.getByRole('grid')).toContainText('Cleo')
    await expectAccessible(stint)

    await stint.keyboard.press('l')
    await stint.keyboard.press('Space')
    await expect(stint.getByRole('toolbar', { name: 'Selected entries' })).toBeVisible()
    await expectAccessible(stint)
    await stint.keyboard.press('Escape')
    await expect(stint.getByRole('toolbar', { name: 'Selected entries' })).toBeHidden()

    for (const open of ['x', 'p', 'Shift+S', 'd', '?', 'Control+k']) {
      // As a person does: the next key once the focus is back in the page.
      await expect(stint.locator('#root :focus')).toHaveCount(1)
      await stint.keyboard.press(open)
      await expect(stint.getByRole('dialog')).toBeVisible()
      await expectAccessible(stint)
      await stint.keyboard.press('Escape')
      await expect(stint.getByRole('dialog')).toBeHidden()
    }
  })
}

test('names, hostile text and long words are shown as text', async ({ stint, host }) => {
  const text = `<img src=x onerror=alert(1)> ${'w'.repeat(300)}`
  await addEntries(host, '2026-11-16', [[text, '9:00', '10:00']])
  await stint.goto(new URL('/today/2026-11-16', stint.url()).href)
  await expect(stint.getByRole('grid').getByText('<img src=x')).toBeVisible()
  const width = await stint.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBe(1280)
})
