import { expect, TEST_HOST_ONLY, test } from '../support/desktop/desktop-fixture.ts'
import { key } from '../support/host-client.ts'

test('a page that crashes while timing is loaded again and shows the same timer', async ({ desktop, client }) => {
  await desktop.page('main')
  await client().timer.start({ commandKey: key(), note: 'Payment retry' })
  const before = (await client().timer.status({})).running
  await desktop.crash('main')
  await expect((await desktop.page('main')).getByRole('button', { name: 'Stop' })).toBeVisible()
  expect((await client().timer.status({})).running).toEqual(before)
})

test('a storm of reloads changes nothing, and the page works after it', async ({ desktop, client }) => {
  await desktop.page('main')
  await client().timer.start({ commandKey: key(), note: 'Payment retry' })
  const before = (await client().timer.status({})).running
  for (let again = 0; again < 8; again++) await desktop.reload('main')
  const page = await desktop.page('main')
  await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible()
  expect((await client().timer.status({})).running).toEqual(before)
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect.poll(async () => (await client().timer.status({})).running).toBeNull()
})

test.describe('a page that', () => {
  test.use(TEST_HOST_ONLY)

  test('hangs is offered to be loaded again, while the timer goes on', async ({ testHost, client }) => {
    await testHost.page('main')
    await client().timer.start({ commandKey: key(), note: 'Payment retry' })
    const { id } = await testHost.window('main')
    await testHost.call('hang', id)
    await expect.poll(async () => (await testHost.call('dialogs')).at(-1)?.text).toContain('does not answer')
    expect((await client().timer.status({})).running?.note).toBe('Payment retry')
    await testHost.call('answerDialog', 'Load it again')
    await expect.poll(async () => (await testHost.window('main')).crashes).toBe(1)
    await expect((await testHost.page('main')).getByRole('button', { name: 'Stop' })).toBeVisible()
  })

  test('crashes again and again is not loaded for ever: the person is asked', async ({ testHost, client }) => {
    await testHost.page('main')
    await client().timer.start({ commandKey: key(), note: 'Payment retry' })
    for (let again = 0; again < 4; again++) await testHost.crash('main')
    await expect.poll(async () => (await testHost.call('dialogs')).at(-1)?.text).toContain('stopped working')
    expect((await client().timer.status({})).running?.note).toBe('Payment retry')
    await testHost.call('answerDialog', 'Load it again')
    await expect((await testHost.page('main')).getByRole('button', { name: 'Stop' })).toBeVisible()
  })
})
