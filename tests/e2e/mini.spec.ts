import type { Page } from '@playwright/test'
import { hostClient, key } from './support/host-client.ts'
import { expect, expectAccessible, test, typeText } from './support/host-fixture.ts'

test.use({ timezoneId: 'Europe/Stockholm', viewport: { width: 360, height: 140 } })

const note = (page: Page) => page.getByRole('textbox', { name: 'What are you working on?' })
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

async function openMini(page: Page): Promise<void> {
  await page.goto(new URL('/mini', page.url()).href)
  await expect(note(page)).toBeVisible()
}

test('the timer is started, named, given a project and stopped in the mini window', async ({ stint, host }) => {
  const client = hostClient(host)
  const running = async () => (await client.timer.status({})).running
  const project = (await client.projects.create({ commandKey: key(), name: 'Acme' })).item
  await openMini(stint)
  await expect(stint.getByRole('navigation')).toHaveCount(0)
  await expect(stint.getByRole('main')).toContainText('Nothing tracked today yet')

  await note(stint).fill('Call the bank')
  await stint.getByLabel('Project').selectOption({ label: 'Acme' })
  await button(stint, 'Start').click()
  await expect(button(stint, 'Stop')).toBeVisible()
  await expect.poll(running).toMatchObject({ note: 'Call the bank', projectId: project.id })

  await note(stint).fill('Call the bank again')
  await stint.keyboard.press('Enter')
  await expect.poll(async () => (await running())?.note).toBe('Call the bank again')
  await expect(stint).toHaveTitle(/Call the bank again · Stint$/)
  await stint.getByLabel('Project').selectOption({ label: 'No project' })
  await expect.poll(async () => (await running())?.projectId).toBeNull()
  await button(stint, 'Stop').click()
  await expect(button(stint, 'Start')).toBeVisible()
  await expect.poll(running).toBeNull()

  await button(stint, 'Continue the last entry').click()
  await expect(button(stint, 'Stop')).toBeVisible()
  await expect(note(stint)).toHaveValue('Call the bank again')
})

test('the mini window works by keyboard alone', async ({ stint, host }) => {
  const running = async () => (await hostClient(host).timer.status({})).running
  await openMini(stint)
  await stint.keyboard.press('n')
  await typeText(stint, 'By hand')
  await stint.keyboard.press('Enter')
  await expect(button(stint, 'Stop')).toBeVisible()
  await expect.poll(running).toMatchObject({ note: 'By hand' })

  await stint.keyboard.press('n')
  await typeText(stint, 'Never kept')
  await stint.keyboard.press('Escape')
  await expect(note(stint)).toHaveValue('By hand')
  await stint.keyboard.press('s')
  await expect(button(stint, 'Start')).toBeVisible()
  await expect.poll(running).toBeNull()
  await stint.keyboard.press('c')
  await expect(button(stint, 'Stop')).toBeVisible()
  await stint.keyboard.press('Shift+Backspace')
  await expect(button(stint, 'Start')).toBeVisible()
  // The message stands in the window's own line, and takes it back.
  await expect(stint.getByRole('status').filter({ hasText: 'Discarded “By hand”' })).toBeVisible()
  await button(stint, 'Undo').click()
  await expect(button(stint, 'Stop')).toBeVisible()
  await expect.poll(running).toMatchObject({ note: 'By hand' })
})

test('the mini window says what is safe while Stint does not answer', async ({ stint, host, complaints }) => {
  await host.stint('start', 'Through a break')
  await openMini(stint)
  await expect(button(stint, 'Stop')).toBeVisible()
  await host.kill()
  await expect(stint.getByRole('alert')).toContainText('Your time is safe')
  await expectAccessible(stint)
  await host.start()
  await expect(stint.getByRole('alert')).toBeHidden({ timeout: 30_000 })
  await expect(button(stint, 'Stop')).toBeVisible()
  // The page says in its console that the host was gone: that is true.
  complaints.length = 0
})

for (const theme of ['light', 'dark'] as const) {
  test(`nothing in the mini window breaks an accessibility rule or is cut off, ${theme}`, async ({ stint, host }) => {
    const client = hostClient(host)
    await client.settings.update({ commandKey: key(), theme })
    await client.projects.create({ commandKey: key(), name: 'A project with a name that does not fit' })
    await openMini(stint)
    await expectAccessible(stint)
    await client.timer.start({ commandKey: key(), note: `A long note ${'and so on '.repeat(30)}` })
    await expect(button(stint, 'Stop')).toBeVisible()
    await expectAccessible(stint)
    const size = await stint.evaluate(() => {
      const { scrollWidth, scrollHeight } = document.documentElement
      return { scrollWidth, scrollHeight }
    })
    expect(size).toEqual({ scrollWidth: 360, scrollHeight: 140 })
    for (const control of await stint.getByRole('main').locator('button, input, select, a').all()) {
      const box = await control.boundingBox()
      expect(box?.x).toBeGreaterThanOrEqual(0)
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360)
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(140)
    }
  })
}
