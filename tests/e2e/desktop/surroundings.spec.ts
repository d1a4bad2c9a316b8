import { expect, TEST_HOST_ONLY, test } from '../support/desktop/desktop-fixture.ts'
import { key } from '../support/host-client.ts'

test.use({ ...TEST_HOST_ONLY, started: { env: { STINT_TEST_HOST_WITHOUT: 'tray notifications' } } })

test('no tray and no notification service: Stint says so, and everything else works', async ({ testHost, client }) => {
  const page = await testHost.page('main')
  const { shell } = await client().desktop.state({})
  expect(shell).toMatchObject({ tray: 'missing', notifications: 'missing', presenceSources: ['powerMonitor'] })
  await testHost.clickMenu('Go', 'Go to Settings')
  await expect(page.getByText('This desktop has no place for it.')).toBeVisible()
  await expect(page.getByText('This desktop does not show any.')).toBeVisible()

  await client().timer.start({ commandKey: key(), note: 'Payment retry' })
  await testHost.power('lock-screen')
  await testHost.call('leave')
  await testHost.call('passTime', 20 * 60_000)
  await testHost.call('comeBack')
  await testHost.power('unlock-screen')
  await expect(page.getByRole('region', { name: 'You were away' })).toBeVisible()
  expect(await testHost.call('notifications')).toEqual([])
})
