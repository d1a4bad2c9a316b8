import type { Page } from '@playwright/test'
import { hostClient } from './support/host-client.ts'
import { expect, expectAccessible, test } from './support/host-fixture.ts'

test.use({ timezoneId: 'Europe/Stockholm' })

async function open(page: Page): Promise<void> {
  await page.goto(new URL('/settings/shortcuts', page.url()).href)
  await expect(page.getByLabel('Find an action')).toBeInViewport()
}
const keys = (page: Page, action: string) => page.getByRole('button', { name: new RegExp(`^${action}: .*\\. Change$`) })
const recording = (page: Page) => page.getByRole('button', { name: /^Press keys for/ })
const running = (page: Page) => page.getByRole('button', { name: /^stop/i }).first()
const TOGGLE = 'Start or stop the timer'
const FOCUS = 'Write what you are working on'
const SWITCH = 'Switch to something else'

test('keys that are pressed become the shortcut, at once and everywhere', async ({ stint, host }) => {
  await open(stint)
  await keys(stint, TOGGLE).click()
  await expect(recording(stint)).toBeFocused()
  await stint.keyboard.press('Control+J')
  await expect(keys(stint, TOGGLE)).toHaveAccessibleName(`${TOGGLE}: Ctrl J. Change`)
  await expect(keys(stint, TOGGLE)).toBeFocused()
  // What was pressed was recorded, not done.
  await expect(running(stint)).toHaveCount(0)
  await stint.keyboard.press('s')
  await expect(running(stint)).toHaveCount(0)
  await stint.keyboard.press('Control+J')
  await expect(running(stint)).toBeVisible()
  const { settings } = await hostClient(host).settings.get({})
  expect(settings.shortcuts).toEqual({ 'timer.toggle': 'mod+j' })
})

test('Esc cancels, Backspace clears, Undo brings the keys back', async ({ stint }) => {
  await open(stint)
  await keys(stint, TOGGLE).click()
  await stint.keyboard.press('Escape')
  await expect(keys(stint, TOGGLE)).toHaveAccessibleName(`${TOGGLE}: S. Change`)
  await keys(stint, TOGGLE).click()
  await stint.keyboard.press('Backspace')
  await expect(keys(stint, TOGGLE)).toHaveAccessibleName(`${TOGGLE}: no shortcut. Change`)
  await stint.keyboard.press('s')
  await expect(running(stint)).toHaveCount(0)
  await stint.getByRole('button', { name: 'Undo', exact: true }).first().click()
  await expect(keys(stint, TOGGLE)).toHaveAccessibleName(`${TOGGLE}: S. Change`)
})

test('a key that begins others waits for a second one, and Tab leaves with nothing changed', async ({ stint }) => {
  await open(stint)
  await keys(stint, TOGGLE).click()
  await stint.keyboard.press('g')
  await expect(recording(stint)).toHaveText(/G\s*then/)
  await stint.keyboard.press('x')
  await expect(keys(stint, TOGGLE)).toHaveAccessibleName(`${TOGGLE}: G X. Change`)
  await keys(stint, FOCUS).click()
  await stint.keyboard.press('g')
  await stint.keyboard.press('Tab')
  await expect(recording(stint)).toHaveCount(0)
  await expect(keys(stint, FOCUS)).toHaveAccessibleName(`${FOCUS}: N. Change`)
  await expect(keys(stint, FOCUS)).not.toBeFocused()
})

test('keys that the browser or the page needs are refused beside the action', async ({ stint }) => {
  await open(stint)
  await keys(stint, TOGGLE).click()
  await stint.keyboard.press('ArrowDown')
  await expect(stint.getByRole('alert').filter({ hasText: 'moves in lists' })).toBeVisible()
  await stint.keyboard.press('y')
  await expect(keys(stint, TOGGLE)).toHaveAccessibleName(`${TOGGLE}: Y. Change`)
  await expect(stint.getByRole('alert').filter({ hasText: 'moves in lists' })).toHaveCount(0)
})

test('a conflict changes nothing until it is decided: cancelled, taken or swapped', async ({ stint, host }) => {
  const shortcuts = async () => (await hostClient(host).settings.get({})).settings.shortcuts
  await open(stint)
  const conflict = stint.getByRole('alert').filter({ hasText: `S belongs to “${TOGGLE}”` })
  const clash = async () => {
    await keys(stint, SWITCH).click()
    await stint.keyboard.press('s')
    await expect(conflict).toBeVisible()
  }
  await clash()
  await expect(conflict.getByRole('button', { name: 'Swap' })).toBeFocused()
  await expectAccessible(stint)
  await stint.keyboard.press('Escape')
  await expect(conflict).toHaveCount(0)
  await expect(keys(stint, SWITCH)).toBeFocused()
  expect(await shortcuts()).toEqual({})

  await clash()
  await conflict.getByRole('button', { name: 'Swap' }).click()
  await expect(keys(stint, SWITCH)).toHaveAccessibleName(`${SWITCH}: S. Change`)
  await expect(keys(stint, TOGGLE)).toHaveAccessibleName(`${TOGGLE}: W. Change`)
  await expect.poll(shortcuts).toEqual({ 'timer.switch': 's', 'timer.toggle': 'w' })

  // Its own keys belong to the other now: going back is a conflict too.
  await stint
    .getByRole('listitem')
    .filter({ has: keys(stint, SWITCH) })
    .getByRole('button', { name: 'Back to W' })
    .click()
  await stint.getByRole('alert').getByRole('button', { name: 'Use here' }).click()
  await expect(keys(stint, SWITCH)).toHaveAccessibleName(`${SWITCH}: W. Change`)
  await expect(keys(stint, TOGGLE)).toHaveAccessibleName(`${TOGGLE}: no shortcut. Change`)

  await stint.getByRole('button', { name: 'Reset all (1)' }).click()
  await expect(keys(stint, TOGGLE)).toHaveAccessibleName(`${TOGGLE}: S. Change`)
  await expect.poll(shortcuts).toEqual({})
})

test('a conflict that came from elsewhere is shown', async ({ stint, host }) => {
  const { settings } = hostClient(host)
  await settings.update({ commandKey: 'from-elsewhere', shortcuts: { 'timer.focus': 's' } })
  await open(stint)
  await expect(stint.getByText(`Also the keys of “${TOGGLE}”`)).toBeVisible()
  await expect(stint.getByText(`Also the keys of “${FOCUS}”`)).toBeVisible()
})

test('actions are found by name and by keys, and gone through by arrows', async ({ stint }) => {
  await open(stint)
  await stint.keyboard.press('f')
  await expect(stint.getByLabel('Find an action')).toBeFocused()
  await stint.keyboard.type('ctrl k')
  await expect(stint.getByText('1 found')).toBeVisible()
  await expect(keys(stint, 'Search everything Stint can do')).toBeVisible()
  await stint.keyboard.press('Escape')
  await keys(stint, TOGGLE).focus()
  await stint.keyboard.press('ArrowDown')
  await expect(keys(stint, FOCUS)).toBeFocused()
  await stint.keyboard.press('ArrowUp')
  await expect(keys(stint, TOGGLE)).toBeFocused()
})
