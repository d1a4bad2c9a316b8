import { noBusReason } from '../../integration/support/private-bus.ts'
import { expect, TEST_HOST_ONLY, test } from '../support/desktop/desktop-fixture.ts'
import { startTrayBus } from '../support/desktop/tray-bus.ts'
import { key } from '../support/host-client.ts'

test.use(TEST_HOST_ONLY)

const labels = async (testHost: { call(name: 'tray'): Promise<{ menu: readonly { label: string }[] } | null> }) =>
  (await testHost.call('tray'))?.menu.map(({ label }) => label) ?? []

test('the tray starts, stops and continues a timer, and the window follows', async ({ testHost, client }) => {
  const page = await testHost.page('main')
  await testHost.call('clickTray', 'Start the timer')
  await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible()
  const { running } = await client().timer.status({})
  await client().entries.update({ commandKey: key(), id: running?.id ?? '', note: 'Payment retry' })
  await expect.poll(() => labels(testHost)).toContain('Payment retry  0:00')
  expect((await testHost.call('tray'))?.image).toMatch(/running/)

  await testHost.call('clickTray', 'Stop the timer')
  await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeVisible()
  await expect.poll(() => labels(testHost)).toContain('Payment retry')
  await testHost.call('clickTray', 'Payment retry')
  await expect.poll(async () => (await client().timer.status({})).running?.note).toBe('Payment retry')
})

test('the tray tells the elapsed time and is set anew once a minute at most', async ({ testHost, client }) => {
  await client().timer.start({ commandKey: key(), note: 'Payment retry' })
  await expect.poll(async () => (await testHost.call('tray'))?.toolTip).toBe('0:00 · Payment retry')
  await testHost.call('passTime', 1000)
  const before = await testHost.call('tray')
  await testHost.call('passTime', 10 * 60_000)
  const after = await testHost.call('tray')
  expect(after?.toolTip).toBe('0:10 · Payment retry')
  expect((after?.menusSet ?? 0) - (before?.menusSet ?? 0)).toBe(10)
})

test('without a place for a tray icon, closing the window quits: nobody could find Stint again', async ({
  testHost,
}) => {
  await testHost.page('main')
  await testHost.close('main')
  expect(await testHost.ended).toEqual({ code: 0, signal: null })
})

test.describe('on a desktop with a tray', () => {
  test.skip(noBusReason !== undefined, noBusReason)
  test.use({
    started: async ({ browserName: _ }, use) => {
      const bus = await startTrayBus()
      await use({ env: { DBUS_SESSION_BUS_ADDRESS: bus.address } })
      await bus.stop()
    },
  })

  test('closing the window hides it in the tray, the timer goes on, and the tray brings it back', async ({
    testHost,
    client,
  }) => {
    const page = await testHost.page('main')
    await expect.poll(async () => (await client().desktop.state({})).shell?.tray, { timeout: 15_000 }).toBe('shown')
    await client().timer.start({ commandKey: key(), note: 'Payment retry' })
    await testHost.close('main')
    expect((await testHost.window('main')).isVisible).toBe(false)
    expect((await client().timer.status({})).running?.note).toBe('Payment retry')

    await testHost.call('clickTray', 'Open Stint')
    expect((await testHost.window('main')).isVisible).toBe(true)
    await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible()
    await testHost.call('pressTray')
    expect((await testHost.window('main')).isVisible).toBe(false)
  })
})
