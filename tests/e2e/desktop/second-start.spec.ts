import { expect, TEST_HOST_ONLY, test } from '../support/desktop/desktop-fixture.ts'

test('a second start hands over what it was asked and ends with 0', async ({ desktop, client }) => {
  await desktop.page('main')
  expect(await desktop.startAgain('--start=Call the bank')).toEqual({ code: 0, signal: null })
  await expect.poll(async () => (await client().timer.status({})).running?.note).toBe('Call the bank')
  expect((await desktop.startAgain('--stop')).code).toBe(0)
  await expect.poll(async () => (await client().timer.status({})).running).toBeNull()
  expect((await desktop.startAgain('--mini')).code).toBe(0)
  await desktop.page('mini')
})

test.describe('hidden', () => {
  test.use({ started: { args: ['--hidden'] } })

  test('starts without a window, and a second start shows it', async ({ desktop, client }) => {
    expect((await client().timer.status({})).running).toBeNull()
    expect(await desktop.state('main')).toBeUndefined()
    await desktop.startAgain()
    await desktop.page('main')
  })
})

test.describe('links', () => {
  test.use(TEST_HOST_ONLY)

  test('a link that would start a timer shows what it asks, and only yes is yes', async ({ testHost, client }) => {
    await testHost.page('main')
    const note = 'From a mail <b>now</b>'
    await testHost.startAgain(`stint://start?note=${encodeURIComponent(note)}`)
    await expect.poll(async () => (await testHost.call('dialogs')).length).toBe(1)
    const [question] = await testHost.call('dialogs')
    expect(question?.text).toContain(`Note: “${note}”`)
    await testHost.call('answerDialog', 'Cancel')
    expect((await client().timer.status({})).running).toBeNull()

    await testHost.startAgain(`stint://start?note=${encodeURIComponent(note)}`)
    await expect.poll(async () => (await testHost.call('dialogs')).length).toBe(2)
    await testHost.call('answerDialog', 'Start')
    await expect.poll(async () => (await client().timer.status({})).running?.note).toBe(note)
  })

  test('a hundred links are one question, and a link that is none of ours changes nothing', async ({
    testHost,
    client,
  }) => {
    await testHost.page('main')
    await testHost.startAgain(...Array.from({ length: 100 }, (_, index) => `stint://start?note=${index}`))
    await expect.poll(async () => (await testHost.call('dialogs')).length).toBe(1)
    await testHost.call('answerDialog', 'Cancel')
    await testHost.startAgain('stint://erase?all=1', 'stint://start/../../etc')
    await expect.poll(async () => (await testHost.call('dialogs')).length).toBe(2)
    expect((await testHost.call('dialogs')).at(-1)?.text).toContain('Stint knows the links')
    expect((await client().timer.status({})).running).toBeNull()
  })
})
