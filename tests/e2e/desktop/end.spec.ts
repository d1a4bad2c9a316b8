import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect, TEST_HOST_ONLY, test } from '../support/desktop/desktop-fixture.ts'
import { key } from '../support/host-client.ts'

test('quit leaves everything on disk and the profile free, and ends with 0', async ({ desktop, client }) => {
  const page = await desktop.page('main')
  await page.getByLabel('What are you working on?').fill('Payment retry')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible()
  const { running } = await client().timer.status({})
  expect(await desktop.quit()).toEqual({ code: 0, signal: null })
  expect(existsSync(path.join(desktop.profile, 'host.json'))).toBe(false)

  await desktop.restart()
  await expect((await desktop.page('main')).getByRole('button', { name: 'Stop' })).toBeVisible()
  const again = (await client().timer.status({})).running
  expect(again?.id).toBe(running?.id)
  expect(again?.time).toEqual(running?.time)
})

test('a quit while commands are being written answers or refuses each, and keeps what was answered', async ({
  desktop,
  client,
}) => {
  await desktop.page('main')
  const before = client()
  const nowMs = Date.now()
  const writes = Array.from({ length: 40 }, (_, index) =>
    before.entries
      .add({
        commandKey: key(),
        note: `Entry ${index}`,
        time: { kind: 'clock', startedAtMs: nowMs - 7_200_000, endedAtMs: nowMs - 3_600_000 },
      })
      .then(
        ({ entry }) => entry.id,
        () => null,
      ),
  )
  const ended = desktop.quit()
  const acknowledged = (await Promise.all(writes)).filter((id) => id !== null)
  expect((await ended).code).toBe(0)
  await desktop.restart()
  await desktop.page('main')
  const { entries } = await client().entries.list({ limit: 100 })
  const kept = new Set(entries.map(({ id }) => id))
  expect(acknowledged.filter((id) => !kept.has(id))).toEqual([])
})

test('a power cut while timing leaves the timer as it was', async ({ desktop, client }) => {
  await desktop.page('main')
  const { entry } = await client().timer.start({ commandKey: key(), note: 'Payment retry' })
  await desktop.kill()
  await desktop.restart()
  await desktop.page('main')
  await expect.poll(async () => (await client().timer.status({})).running?.id).toBe(entry.id)
})

test.describe('the system', () => {
  test.use(TEST_HOST_ONLY)

  test('going down ends Stint in order within the time it gives', async ({ testHost, client }) => {
    await testHost.page('main')
    await client().timer.start({ commandKey: key(), note: 'Payment retry' })
    await testHost.power('shutdown')
    expect(await testHost.ended).toEqual({ code: 0, signal: null })
    expect(existsSync(path.join(testHost.profile, 'host.json'))).toBe(false)
  })

  test('quit from the tray, the menu and a page are the same', async ({ testHost, client }) => {
    await testHost.page('main')
    await testHost.call('clickTray', 'Quit Stint')
    expect((await testHost.ended).code).toBe(0)
    await testHost.restart()
    await testHost.page('main')
    await testHost.clickMenu('Stint', 'Quit Stint')
    expect((await testHost.ended).code).toBe(0)
    await testHost.restart()
    await testHost.page('main')
    await client().desktop.run({ commandKey: key(), action: 'quit' })
    expect((await testHost.ended).code).toBe(0)
  })
})
