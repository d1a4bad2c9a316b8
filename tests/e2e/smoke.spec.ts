import { expect, expectAccessible, test } from './support/host-fixture.ts'

test.use({ timezoneId: 'Europe/Stockholm' })

test('the first page comes up signed in, and its address no longer holds the code', async ({ stint }) => {
  await expect(stint.getByRole('heading', { level: 1 })).toBeVisible()
  expect(new URL(stint.url()).hash).toBe('')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no page has an accessibility violation when empty, ${colorScheme}`, async ({ stint }) => {
    await stint.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    for (const name of await stint.getByRole('navigation').first().getByRole('link').allInnerTexts()) {
      await stint.getByRole('navigation').first().getByRole('link', { name }).click()
      await expect(stint.getByRole('heading', { level: 1 })).toBeVisible()
      await expectAccessible(stint)
    }
  })
}

test('a killed host comes back with the timer running from its true start, in the same tab', async ({
  host,
  stint,
  complaints,
}) => {
  const started = (await host.stint('start', 'Through the night')) as { entry: { start: string } }
  await host.kill()
  await host.start()
  const status = (await host.stint('status')) as { running: { start: string } }
  expect(status.running.start).toBe(started.entry.start)
  await expect(stint.getByRole('button', { name: /^stop/i }).first()).toBeVisible({ timeout: 30_000 })
  // The page says in its console that the host was gone: that is true.
  complaints.length = 0
})
