import type { Page } from '@playwright/test'
import { hostClient } from './support/host-client.ts'
import { expect, expectAccessible, test } from './support/host-fixture.ts'
import type { RunningHost } from './support/running-host.ts'

test.use({ timezoneId: 'Europe/Stockholm', locale: 'sv-SE' })

const open = (page: Page, section: string) => page.goto(new URL(`/settings/${section}`, page.url()).href)
const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const settings = async (host: RunningHost) => (await hostClient(host).settings.get({})).settings

test('a reminder is switched on and off with the keyboard, and its time is typed', async ({ stint, host }) => {
  await open(stint, 'reminders')
  const summary = stint.getByRole('switch', { name: 'Daily summary' })
  await expect(summary).not.toBeChecked()
  await summary.focus()
  await stint.keyboard.press('Space')
  await expect(summary).toBeFocused()
  await expect(stint.getByText('Daily summary: 17:00')).toBeVisible()
  const time = stint.getByLabel('Daily summary: time of the day')
  await time.fill('1645')
  await time.press('Enter')
  await expect(time).toHaveValue('16:45')
  await expect.poll(() => settings(host)).toMatchObject({ remindDailySummaryAt: 16 * 60 + 45 })

  await summary.click()
  await expect(time).toHaveCount(0)
  await expect.poll(() => settings(host)).toMatchObject({ remindDailySummaryAt: null })
  // On again, with what it was before.
  await summary.click()
  await expect(time).toHaveValue('16:45')
})

test('what cannot be a reminder stays as typed, with the reason', async ({ stint, host }) => {
  await open(stint, 'reminders')
  const length = stint.getByLabel('Timer runs long: length')
  await expect(length).toHaveValue('4 h')
  await length.fill('10 m')
  await length.press('Enter')
  await expect(length).toHaveValue('10 m')
  await expect(length).toHaveAccessibleDescription(/from 30 m to 24 h/)
  await length.press('Escape')
  await length.fill('3h')
  await length.press('Tab')
  await expect.poll(() => settings(host)).toMatchObject({ remindLongRunningMinutes: 180 })
})

test('days are chosen in the order of the week, and go back by Undo', async ({ stint, host }) => {
  await open(stint, 'reminders')
  const days = stint.getByRole('group', { name: 'Days with reminders' }).getByRole('button')
  await expect(days.first()).toHaveAccessibleName('Monday')
  await days.nth(4).click()
  await expect(stint.getByText('Reminders on: Mon, Tue, Wed, Thu', { exact: true })).toBeVisible()
  await expect(days.nth(4)).toHaveAttribute('aria-pressed', 'false')
  await expect.poll(() => settings(host)).toMatchObject({ remindDays: [1, 2, 3, 4] })
  await stint.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(days.nth(4)).toHaveAttribute('aria-pressed', 'true')
})

test('quiet hours are two times, and the browser is asked only when somebody wants it', async ({ stint, host }) => {
  await stint.addInitScript(() => {
    Object.defineProperty(Notification, 'permission', { get: () => 'default' })
    Notification.requestPermission = async () => 'granted'
  })
  await open(stint, 'notifications')
  await stint.getByRole('switch', { name: 'Quiet hours' }).click()
  const hours = stint.getByLabel('Quiet hours: from and to')
  await expect(hours).toHaveValue('22:00 – 07:00')
  await hours.fill('21-6.30')
  await hours.press('Enter')
  await expect(hours).toHaveValue('21:00 – 06:30')
  await expect.poll(() => settings(host)).toMatchObject({ quietHours: { fromMinute: 1260, toMinute: 390 } })
  await hours.fill('21')
  await hours.press('Enter')
  await expect(hours).toHaveAccessibleDescription(/Write two times/)
  await hours.press('Escape')

  const section = region(stint, 'Notifications')
  await section.getByRole('button', { name: 'Allow…' }).click()
  await expect(section).toContainText('Allowed: while this page is open but hidden')
  await section.getByRole('switch', { name: 'Notifications' }).click()
  await expect.poll(() => settings(host)).toMatchObject({ notifications: false })
})

test('time away: whether to ask, from which length, and what Stint can notice', async ({ stint, host }) => {
  await open(stint, 'away')
  const shortest = stint.getByLabel('Shortest absence')
  await expect(shortest).toHaveValue('5 m')
  await shortest.fill('481')
  await shortest.press('Enter')
  await expect(shortest).toHaveAccessibleDescription(/from 1 m to 8 h/)
  await shortest.fill('10')
  await shortest.press('Enter')
  await expect(shortest).toHaveValue('10 m')
  await stint.getByRole('switch', { name: 'Ask about time away' }).click()
  await expect.poll(() => settings(host)).toMatchObject({ idleDetection: false, idleMinutes: 10 })
  await expect(region(stint, 'Time away')).toContainText(/can(not)? tell when nobody is there/)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`everything on is accessible (${colorScheme})`, async ({ stint, host }) => {
    for (const [name, value] of [
      ['remindBreak', '90m'],
      ['remindDailySummaryAt', '17:00'],
      ['quietHours', '22:00-07:00'],
    ] as const) {
      await host.stint('settings', 'set', name, value)
    }
    await stint.emulateMedia({ colorScheme })
    await open(stint, 'reminders')
    await expect(stint.getByLabel('Break: length')).toHaveValue('1 h 30 m')
    await expectAccessible(stint)
  })
}
