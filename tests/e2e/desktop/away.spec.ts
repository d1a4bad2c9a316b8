import type { Page } from '@playwright/test'
import { expect, TEST_HOST_ONLY, test } from '../support/desktop/desktop-fixture.ts'
import { key } from '../support/host-client.ts'

test.use(TEST_HOST_ONLY)

const MINUTE_MS = 60_000
const question = (page: Page) => page.getByRole('region', { name: 'You were away' })

test('locked for 20 minutes: one question, one notification, and its click leads to it', async ({
  testHost,
  client,
}) => {
  const page = await testHost.page('main')
  const { entry } = await client().timer.start({ commandKey: key(), note: 'Payment retry' })
  await testHost.call('passTime', 30 * MINUTE_MS)
  await testHost.power('lock-screen')
  await testHost.call('leave')
  await testHost.call('passTime', 20 * MINUTE_MS)
  expect((await client().absence.get({})).question).toBeNull()
  await testHost.call('comeBack')
  await testHost.power('unlock-screen')
  await expect(question(page)).toContainText('You were away')
  // The same again, as some systems tell it: still one question.
  await testHost.power('unlock-screen')
  await testHost.power('resume')
  const { question: asked } = await client().absence.get({})
  expect(asked?.pieces.map(({ untilMs, fromMs }) => Math.round((untilMs - fromMs) / MINUTE_MS))).toEqual([20])
  expect(asked?.pieces.map(({ cause }) => cause)).toEqual(['lock'])
  const shown = (await testHost.call('notifications')).filter(({ title }) => title.startsWith('You were away'))
  expect(shown.map(({ title }) => title)).toEqual(['You were away 20 m'])

  await testHost.clickMenu('Go', 'Go to Settings')
  await testHost.call('clickNotification', (await testHost.call('notifications')).length - 1)
  await expect(question(page)).toBeFocused()
  await question(page).getByRole('button', { name: 'Discard', exact: true }).click()
  await expect(question(page)).toBeHidden()
  const { entries } = await client().entries.list({ text: 'Payment retry' })
  const cut = entries.find(({ id }) => id === entry.id)?.time
  expect(
    cut?.kind === 'clock' && cut.endedAtMs !== null && Math.round((cut.endedAtMs - cut.startedAtMs) / MINUTE_MS),
  ).toBe(30)
})

test('idle for as long as the settings say asks from the last key, and the question grows', async ({
  testHost,
  client,
}) => {
  const page = await testHost.page('main')
  await client().settings.update({ commandKey: key(), idleMinutes: 1 })
  await client().timer.start({ commandKey: key(), note: 'Payment retry' })
  await testHost.call('passTime', 10 * MINUTE_MS)
  await testHost.call('leave')
  await testHost.call('passTime', 6 * MINUTE_MS)
  await testHost.call('comeBack')
  await testHost.call('passTime', 30_000)
  await expect(question(page)).toBeVisible()
  const first = (await client().absence.get({})).question
  await testHost.power('lock-screen')
  await testHost.call('leave')
  await testHost.call('passTime', 10 * MINUTE_MS)
  await testHost.call('comeBack')
  await testHost.power('unlock-screen')
  await expect.poll(async () => (await client().absence.get({})).question?.pieces.length).toBe(2)
  const grown = (await client().absence.get({})).question
  expect(grown?.id).toBe(first?.id)
  expect(grown?.pieces[0]).toEqual(first?.pieces[0])
  await expect(question(page)).toHaveCount(1)
})

test('three weeks asleep without a single event are one question with their true length', async ({
  testHost,
  client,
}) => {
  await testHost.page('main')
  await client().timer.start({ commandKey: key(), note: 'Payment retry' })
  await testHost.call('passTime', MINUTE_MS)
  await testHost.call('sleepFor', 21 * 24 * 60 * MINUTE_MS)
  await testHost.call('passTime', MINUTE_MS)
  for (let again = 0; again < 20; again++) await testHost.power('resume')
  const { question: asked } = await client().absence.get({})
  const awayMs = asked?.pieces.reduce((sum, { fromMs, untilMs }) => sum + untilMs - fromMs, 0) ?? 0
  expect(Math.round(awayMs / (24 * 60 * MINUTE_MS))).toBe(21)
  expect((await testHost.call('notifications')).filter(({ title }) => title.startsWith('You were away'))).toHaveLength(
    1,
  )
})

test('a question left open survives a quit and is asked again, unchanged', async ({ testHost, client }) => {
  await testHost.page('main')
  await client().timer.start({ commandKey: key(), note: 'Payment retry' })
  await testHost.call('passTime', 10 * MINUTE_MS)
  await testHost.power('lock-screen')
  await testHost.call('leave')
  await testHost.call('passTime', 20 * MINUTE_MS)
  await testHost.call('comeBack')
  await testHost.power('unlock-screen')
  await expect.poll(async () => (await client().absence.get({})).question).not.toBeNull()
  const asked = (await client().absence.get({})).question
  await testHost.quit()
  await testHost.restart()
  await expect(question(await testHost.page('main'))).toBeVisible()
  const again = (await client().absence.get({})).question
  expect(again?.id).toBe(asked?.id)
  expect(again?.pieces[0]?.fromMs).toBe(asked?.pieces[0]?.fromMs)
})

test('a clock that is set back harms no entry', async ({ testHost, client }) => {
  await testHost.page('main')
  const { entry } = await client().timer.start({ commandKey: key(), note: 'Payment retry' })
  await testHost.call('passTime', 30 * MINUTE_MS)
  await testHost.call('setClockBy', -120 * MINUTE_MS)
  await testHost.call('passTime', 2 * MINUTE_MS)
  expect((await client().timer.status({})).running?.id).toBe(entry.id)
  await testHost.call('setClockBy', 120 * MINUTE_MS)
  await testHost.call('passTime', MINUTE_MS)
  await client().timer.stop({ commandKey: key() })
  const { entries } = await client().entries.list({})
  for (const { time } of entries) {
    if (time.kind === 'clock') expect(time.endedAtMs ?? Infinity).toBeGreaterThanOrEqual(time.startedAtMs)
  }
})
