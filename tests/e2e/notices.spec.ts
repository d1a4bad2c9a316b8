import type { Page } from '@playwright/test'
import { hostClient, key } from './support/host-client.ts'
import { expect, expectAccessible, test } from './support/host-fixture.ts'
import type { RunningHost } from './support/running-host.ts'

test.use({ timezoneId: 'Europe/Stockholm' })

/** A real reminder, a second later: a timer that has run for longer than the person wanted. */
async function remind(host: RunningHost, note = 'Payment retry'): Promise<void> {
  const client = hostClient(host)
  await client.settings.update({
    commandKey: key(),
    remindLongRunningMinutes: 30,
    remindNothingTrackedAt: null,
    remindDays: [1, 2, 3, 4, 5, 6, 7],
    quietHours: null,
  })
  await client.timer.start({ commandKey: key(), note, startedAtMs: Date.now() - 31 * 60_000 })
}

const toast = (page: Page) =>
  page.getByRole('region', { name: 'Messages' }).getByRole('listitem').filter({ hasText: 'The timer has run for 31 m' })
const bell = (page: Page) => page.getByRole('button', { name: /^Notifications/ })
const panel = (page: Page) => page.getByRole('dialog', { name: 'Notifications' })
const noteField = (page: Page) => page.getByRole('region', { name: 'Timer' }).getByRole('combobox').first()
const unread = async (host: RunningHost) => (await hostClient(host).notifications.list({})).unread

test('a reminder appears in the page and leads to its place; that reads it', async ({ stint, host }) => {
  await stint.goto(new URL('/projects', stint.url()).href)
  await expect(bell(stint)).toHaveAccessibleName('Notifications')
  await remind(host)
  await expect(toast(stint)).toContainText('“Payment retry” has run since')
  await expect(bell(stint)).toHaveAccessibleName('Notifications, 1 unread')
  await toast(stint).getByRole('button', { name: 'Show' }).click()
  await expect(noteField(stint)).toBeFocused()
  await expect(toast(stint)).toBeHidden()
  await expect(bell(stint)).toHaveAccessibleName('Notifications')
  expect(await unread(host)).toBe(0)
})

test('what is read elsewhere goes from the page, and undo has nothing to do with it', async ({ stint, host }) => {
  await remind(host)
  await expect(toast(stint)).toBeVisible()
  await host.stint('notifications', 'read')
  await expect(toast(stint)).toBeHidden()
  await stint.keyboard.press('Control+z')
  await expect(stint.getByText(/^Undone: Start/)).toBeVisible()
  expect(await unread(host)).toBe(0)
})

test('a page opened later tells nothing again, and has it at the bell', async ({ stint, host, context }) => {
  await remind(host)
  await expect(toast(stint)).toBeVisible()
  const second = await context.newPage()
  await second.goto(stint.url())
  await expect(bell(second)).toHaveAccessibleName('Notifications, 1 unread')
  await expect(toast(second)).toHaveCount(0)
  await second.close()
})

test('of two tabs one shows it', async ({ stint, host, context }) => {
  const second = await context.newPage()
  await second.goto(stint.url())
  await expect(bell(second)).toBeVisible()
  await remind(host)
  await expect(bell(stint)).toHaveAccessibleName('Notifications, 1 unread')
  await expect(bell(second)).toHaveAccessibleName('Notifications, 1 unread')
  await expect.poll(async () => (await toast(stint).count()) + (await toast(second).count())).toBe(1)
  await second.close()
})

test('a page out of sight has the browser show it where that is allowed, once; a click leads to the place', async ({
  stint,
  host,
}) => {
  await stint.addInitScript(() => {
    const shown: { title: string; body: string; tag: string; closed: boolean; click: () => void }[] = []
    class FakeNotification extends EventTarget {
      static permission = 'granted'
      readonly #shown: (typeof shown)[number]
      constructor(title: string, { body = '', tag = '' }: NotificationOptions) {
        super()
        this.#shown = { title, body, tag, closed: false, click: () => this.dispatchEvent(new Event('click')) }
        shown.push(this.#shown)
      }
      close() {
        this.#shown.closed = true
      }
    }
    Object.assign(window, { Notification: FakeNotification, shown })
    Object.defineProperty(document, 'visibilityState', { get: () => sessionStorage.getItem('sight') ?? 'hidden' })
  })
  await stint.goto(new URL('/projects', stint.url()).href)
  await expect(bell(stint)).toBeVisible()
  await remind(host)
  const shown = () => stint.evaluate(() => JSON.parse(JSON.stringify((window as never as { shown: unknown }).shown)))
  await expect.poll(shown).toMatchObject([
    {
      title: 'The timer has run for 31 m',
      body: expect.stringMatching(/^“Payment retry” has run since/),
      closed: false,
    },
  ])
  await stint.evaluate(() => {
    sessionStorage.setItem('sight', 'visible')
    document.dispatchEvent(new Event('visibilitychange'))
  })
  await expect(toast(stint)).toHaveCount(0)
  await stint.evaluate(() => (window as never as { shown: { click: () => void }[] }).shown[0]?.click())
  await expect(noteField(stint)).toBeFocused()
  await expect.poll(shown).toMatchObject([{ closed: true }])
  await expect.poll(() => unread(host)).toBe(0)
})

test('without leave of the browser it waits until the page is looked at', async ({ stint, host }) => {
  await stint.addInitScript(() => {
    Object.defineProperty(document, 'visibilityState', { get: () => sessionStorage.getItem('sight') ?? 'hidden' })
  })
  await stint.reload()
  await expect(bell(stint)).toBeVisible()
  await remind(host)
  await expect(bell(stint)).toHaveAccessibleName('Notifications, 1 unread')
  await expect(toast(stint)).toHaveCount(0)
  await stint.evaluate(() => {
    sessionStorage.setItem('sight', 'visible')
    document.dispatchEvent(new Event('visibilitychange'))
  })
  await expect(toast(stint)).toBeVisible()
})

test('quiet ones come to the bell without a word', async ({ stint, host }) => {
  await hostClient(host).settings.update({ commandKey: key(), notifications: false })
  await remind(host)
  await expect(bell(stint)).toHaveAccessibleName('Notifications, 1 unread')
  await expect(toast(stint)).toHaveCount(0)
})

test('the bell is opened, read and left with the keyboard alone', async ({ stint, host }) => {
  await stint.keyboard.press('g')
  await stint.keyboard.press('n')
  await expect(panel(stint)).toContainText('Nothing yet')
  await stint.keyboard.press('Escape')
  await expect(panel(stint)).toBeHidden()

  await remind(host)
  await expect(bell(stint)).toHaveAccessibleName('Notifications, 1 unread')
  await bell(stint).focus()
  await stint.keyboard.press('Enter')
  await expect(panel(stint).getByRole('button', { name: 'Mark all as read' })).toBeFocused()
  await stint.keyboard.press('Tab')
  await stint.keyboard.press('Enter')
  await expect(panel(stint)).toBeHidden()
  await expect(noteField(stint)).toBeFocused()
  await expect(bell(stint)).toHaveAccessibleName('Notifications')
})

test('all are read at once, and the list keeps them', async ({ stint, host }) => {
  await remind(host)
  await expect(toast(stint)).toBeVisible()
  await bell(stint).click()
  await panel(stint).getByRole('button', { name: 'Mark all as read' }).click()
  await expect(toast(stint)).toBeHidden()
  await expect(panel(stint).getByRole('listitem')).toHaveCount(1)
  await expect(panel(stint).getByRole('button', { name: 'Mark all as read' })).toHaveCount(0)
  expect(await unread(host)).toBe(0)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`message, bell and list are accessible (${colorScheme})`, async ({ stint, host }) => {
    await stint.emulateMedia({ colorScheme })
    await remind(host, 'A note that is rather long, as notes are when somebody tells the whole story of a bug')
    await expect(toast(stint)).toBeVisible()
    await expectAccessible(stint)
    await bell(stint).click()
    await expect(panel(stint).getByRole('listitem')).toHaveCount(1)
    await expect(toast(stint)).toHaveCount(0)
    await expectAccessible(stint)
  })
}
