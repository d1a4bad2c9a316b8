import { expect, TEST_HOST_ONLY, test } from '../support/desktop/desktop-fixture.ts'
import { key } from '../support/host-client.ts'

test.use(TEST_HOST_ONLY)

const NOTE = 'What are you working on?'

test('a hotkey opens the mini window ready for a quick note, and what is typed is kept', async ({
  testHost,
  client,
}) => {
  await client().timer.start({ commandKey: key() })
  await testHost.call('hotkey', 'CommandOrControl+Alt+N')
  const mini = await testHost.page('mini')
  await expect(mini.getByLabel(NOTE)).toBeFocused()
  await mini.keyboard.type('Call the bank')
  await mini.keyboard.press('Enter')
  await expect.poll(async () => (await client().timer.status({})).running?.note).toBe('Call the bank')
})

test('hotkeys start and stop the timer, and show and hide the window', async ({ testHost, client }) => {
  await testHost.page('main')
  await testHost.call('hotkey', 'CommandOrControl+Alt+S')
  await expect.poll(async () => (await client().timer.status({})).running).not.toBeNull()
  await testHost.call('hotkey', 'CommandOrControl+Alt+S')
  await expect.poll(async () => (await client().timer.status({})).running).toBeNull()
  await testHost.call('hotkey', 'CommandOrControl+Alt+O')
  await expect.poll(async () => (await testHost.window('main')).isVisible).toBe(false)
  await testHost.call('hotkey', 'CommandOrControl+Alt+O')
  await expect.poll(async () => (await testHost.window('main')).isVisible).toBe(true)
})

test('other keys in the settings are registered at once, and given back at the end', async ({ testHost, client }) => {
  await testHost.page('main')
  const hotkeys = { toggle: 'mod+shift+f9', show: '', note: 'mod+alt+n' }
  await client().settings.update({ commandKey: key(), hotkeys })
  await expect
    .poll(async () => [...(await testHost.call('hotkeys'))].sort())
    .toEqual(['CommandOrControl+Alt+N', 'CommandOrControl+Shift+F9'])
})

test.describe('keys that another program has', () => {
  test.use({ started: { env: { STINT_TEST_HOST_TAKEN_KEYS: 'CommandOrControl+Alt+N' } } })

  test('are shown as taken in the settings, with what to do', async ({ testHost }) => {
    const page = await testHost.page('main')
    await testHost.clickMenu('Go', 'Go to Settings')
    const row = page.getByRole('listitem').filter({ hasText: 'Write a quick note' })
    await expect(row.getByText('Taken', { exact: true })).toBeVisible()
    await expect(row).toContainText('Another program has these keys')
    const other = page.getByRole('listitem').filter({ hasText: 'Show or hide Stint' })
    await expect(other.getByText('Works', { exact: true })).toBeVisible()
  })
})
