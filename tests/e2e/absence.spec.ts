import type { Page } from '@playwright/test'
import { hostClient, key } from './support/host-client.ts'
import { expect, expectAccessible, test, typeText } from './support/host-fixture.ts'
import type { RunningHost } from './support/running-host.ts'

test.use({ timezoneId: 'Europe/Stockholm' })

const MINUTE_MS = 60_000

/** A timer of three hours, and 40 minutes away in it. Answers with the instants. */
async function beAway(host: RunningHost): Promise<{ startedAtMs: number; leftAtMs: number }> {
  const client = hostClient(host)
  const nowMs = Date.now()
  const startedAtMs = nowMs - 180 * MINUTE_MS
  const leftAtMs = nowMs - 40 * MINUTE_MS
  await client.timer.start({ commandKey: key(), note: 'Payment retry', startedAtMs })
  await client.absence.report({ commandKey: key(), report: { kind: 'away', sinceMs: leftAtMs } })
  await client.absence.report({ commandKey: key(), report: { kind: 'back' } })
  return { startedAtMs, leftAtMs }
}

const question = (page: Page) => page.getByRole('region', { name: 'You were away' })
const press = (page: Page, name: string) => question(page).getByRole('button', { name, exact: true }).click()
const message = (page: Page, text: string) => page.getByRole('listitem').filter({ hasText: text })

/** Finished and running entries, oldest first, with their lengths in whole minutes. */
async function entriesOf(host: RunningHost): Promise<[note: string, minutes: number][]> {
  const { entries } = await hostClient(host).entries.list({})
  return entries
    .flatMap(({ note, time }) =>
      time.kind === 'clock' ? [{ note, fromMs: time.startedAtMs, untilMs: time.endedAtMs ?? Date.now() }] : [],
    )
    .sort((a, b) => a.fromMs - b.fromMs)
    .map(({ note, fromMs, untilMs }) => [note, Math.round((untilMs - fromMs) / MINUTE_MS)])
}

test('the question says when, how long, why and what ran; takes no focus; and is kept away by Keep', async ({
  stint,
  host,
}) => {
  await stint.keyboard.press('n')
  await typeText(stint, 'still typing')
  await beAway(host)
  await expect(question(stint)).toContainText(
    /You were away .*\d\d:\d\d.*\(40 m, you had said so\) while “Payment retry” ran\./,
  )
  await expect(stint.getByLabel('What are you working on?')).toBeFocused()
  await expect(stint.getByLabel('What are you working on?')).toHaveValue('still typing')
  await expect(stint.getByRole('status').filter({ hasText: 'You were away 40 m' })).toHaveCount(1)

  await press(stint, 'Keep')
  await expect(question(stint)).toBeHidden()
  await expect(message(stint, 'Kept 40 m')).toBeVisible()
  expect(await entriesOf(host)).toEqual([['Payment retry', 180]])
})

test('Discard takes the time out, and Undo brings back both the time and the question', async ({ stint, host }) => {
  await beAway(host)
  await press(stint, 'Discard')
  await expect(question(stint)).toBeHidden()
  await expect
    .poll(() => entriesOf(host))
    .toEqual([
      ['Payment retry', 140],
      ['Payment retry', 0],
    ])
  expect(await host.stint('status')).toMatchObject({ running: { note: 'Payment retry' } })
  await message(stint, 'Discarded 40 m').getByRole('button', { name: 'Undo' }).click()
  await expect(question(stint)).toBeVisible()
  expect(await entriesOf(host)).toEqual([['Payment retry', 180]])
})

test('Discard and stop ends the timer where the person left', async ({ stint, host }) => {
  await beAway(host)
  await press(stint, 'Discard and stop')
  await expect(question(stint)).toBeHidden()
  await expect(message(stint, 'Discarded 40 m and stopped')).toBeVisible()
  expect(await entriesOf(host)).toEqual([['Payment retry', 140]])
  await expect.poll(() => host.stint('status')).toMatchObject({ running: null })
})

test('a question about an entry that was stopped since does not offer to stop it', async ({ stint, host }) => {
  await beAway(host)
  await expect(question(stint)).toBeVisible()
  await hostClient(host).timer.stop({ commandKey: key() })
  await expect(question(stint).getByRole('button', { name: 'Discard and stop' })).toBeHidden()
  await expect(question(stint)).toContainText('“Payment retry”')
  await press(stint, 'Discard')
  await expect(question(stint)).toBeHidden()
  await expect.poll(async () => (await entriesOf(host))[0]).toEqual(['Payment retry', 140])
})

test('the time moves to an entry of its own, written by hand', async ({ stint, host }) => {
  const client = hostClient(host)
  const project = (await client.projects.create({ commandKey: key(), name: 'Acme' })).item
  await beAway(host)
  await press(stint, 'Move to…')
  const form = stint.getByRole('form', { name: 'Move the time away' })
  await expect(form.getByRole('combobox', { name: 'What you were doing' })).toBeFocused()
  await stint.keyboard.type('Workshop')
  await form.getByRole('button', { name: 'Project: none' }).click()
  await stint.getByRole('option', { name: 'Acme' }).click()
  await expect(form.getByRole('button', { name: 'Project: Acme' })).toBeVisible()
  await form.getByRole('button', { name: 'Move 40 m' }).click()
  await expect(question(stint)).toBeHidden()
  await expect(message(stint, 'Moved 40 m')).toBeVisible()
  expect((await entriesOf(host)).slice(0, 2)).toEqual([
    ['Payment retry', 140],
    ['Workshop', 40],
  ])
  const { entries } = await client.entries.list({})
  expect(entries.find(({ note }) => note === 'Workshop')).toMatchObject({ projectId: project.id })
})

test('a split decides part by part, with a time that is typed', async ({ stint, host }) => {
  const { leftAtMs } = await beAway(host)
  await press(stint, 'Split…')
  const form = stint.getByRole('form', { name: 'Split the time away' })
  const rows = form.getByRole('listitem')
  await expect(rows).toHaveCount(2)
  const end = form.getByRole('textbox', { name: /^End of the part/ })
  await expect(end).toBeFocused()
  await end.fill('nonsense')
  await expect(form.getByRole('alert')).toBeVisible()
  await expect(form.getByRole('button', { name: 'Split', exact: true })).toBeDisabled()
  const cutAtMs = Math.ceil((leftAtMs + 10 * MINUTE_MS) / MINUTE_MS) * MINUTE_MS
  const cut = new Date(cutAtMs).toLocaleTimeString('en-GB', { timeZone: 'Europe/Stockholm', timeStyle: 'short' })
  await end.fill(cut)
  await expect(form.getByRole('alert')).toHaveCount(0)
  await form
    .getByRole('button', { name: /^Cut .* in two$/ })
    .nth(1)
    .press('Enter')
  await expect(rows).toHaveCount(3)
  await form.getByRole('button', { name: /^Join/ }).nth(1).press('Enter')
  await expect(rows).toHaveCount(2)
  await expect(form.getByRole('button', { name: /^Cut .* in two$/ }).nth(1)).toBeFocused()
  await rows.nth(0).getByRole('radio', { name: 'Discard' }).click()
  await rows.nth(1).getByRole('radio', { name: 'Move' }).click()
  await rows
    .nth(1)
    .getByRole('textbox', { name: /^What you were doing/ })
    .fill('Lunch')
  await expect(form.getByRole('status')).toContainText(/^Move \d+ m, discard 10 m$/)
  await form.getByRole('button', { name: 'Split', exact: true }).click()
  await expect(question(stint)).toBeHidden()
  const { entries } = await hostClient(host).entries.list({})
  expect(entries.find(({ note }) => note === 'Lunch')?.time).toMatchObject({ startedAtMs: cutAtMs })
})

test('every answer is given by keyboard, and the focus goes back to where it was', async ({ stint, host }) => {
  await beAway(host)
  await expect(question(stint)).toBeVisible()
  await stint.keyboard.press('q')
  await stint.keyboard.press('p')
  const split = stint.getByRole('form', { name: 'Split the time away' })
  await expect(split.getByRole('textbox', { name: /^End of the part/ })).toBeFocused()
  await stint.keyboard.press('Escape')
  await expect(split).toHaveCount(0)
  await expect(question(stint).getByRole('button', { name: 'Split…' })).toBeFocused()

  await stint.keyboard.press('q')
  await stint.keyboard.press('m')
  await typeText(stint, 'Workshop')
  await stint.keyboard.press('Enter')
  await expect(question(stint)).toBeHidden()
  await expect.poll(async () => (await entriesOf(host))[1]).toEqual(['Workshop', 40])
  await expect(stint.locator('body')).not.toBeFocused()

  await stint.keyboard.press('Control+z')
  await expect(question(stint)).toBeVisible()
  await stint.keyboard.press('Control+k')
  await typeText(stint, 'time you were away')
  await expect(stint.getByRole('option', { name: /Discard the time you were away, and stop/ })).toBeVisible()
  await stint.keyboard.press('Escape')
  await expect(stint.getByRole('dialog')).toBeHidden()
  await stint.keyboard.press('q')
  await stint.keyboard.press('d')
  await expect(question(stint)).toBeHidden()

  await stint.keyboard.press('Control+k')
  await typeText(stint, 'time you were away')
  await expect(stint.getByRole('option', { name: /Discard the time you were away/ })).toHaveCount(0)
})

test('the question grows while it is open, and what is being typed stays', async ({ stint, host }) => {
  const client = hostClient(host)
  await beAway(host)
  await press(stint, 'Move to…')
  await typeText(stint, 'Work')
  await client.absence.report({ commandKey: key(), report: { kind: 'away' } })
  await client.absence.report({ commandKey: key(), report: { kind: 'back' } })
  await expect(question(stint)).toContainText('You were away 2 times, 40 m in all, while “Payment retry” ran.')
  await expect(question(stint).getByRole('listitem')).toHaveCount(2)
  await stint.keyboard.type('shop')
  await expect(stint.getByRole('combobox', { name: 'What you were doing' })).toHaveValue('Workshop')
  await stint.keyboard.press('Enter')
  await expect(question(stint)).toBeHidden()
  await expect.poll(async () => (await entriesOf(host)).filter(([note]) => note === 'Workshop').length).toBe(2)
})

test('the question outlives a reload and a restart of the host', async ({ stint, host, complaints }) => {
  await beAway(host)
  await expect(question(stint)).toBeVisible()
  await stint.reload()
  await expect(question(stint)).toContainText('40 m')
  await host.stop()
  await host.start()
  await stint.reload()
  await expect(question(stint)).toContainText('40 m')
  await press(stint, 'Keep')
  await expect(question(stint)).toBeHidden()
  // The page says in its console that the host was gone: that is true.
  complaints.length = 0
})

test('a refused answer is told beside the question, which stays', async ({ stint, host }) => {
  await beAway(host)
  // The host in the place of one that has had an answer from elsewhere in this very moment.
  await stint.routeWebSocket(/\/ws$/, (fromPage) => {
    const toHost = fromPage.connectToServer()
    toHost.onMessage((heard) => fromPage.send(heard))
    fromPage.onMessage((said) => {
      const { i, p } = JSON.parse(String(said)) as { i: string; p?: { u?: string } }
      if (p?.u !== '/absence/answer') return toHost.send(said)
      const json = {
        defined: true,
        code: 'changed-since',
        status: 409,
        message: 'This question was answered already.',
        data: { kind: 'absence', id: 'x' },
      }
      fromPage.send(JSON.stringify({ i, p: { s: 409, b: { json } } }))
    })
  })
  await stint.reload()
  await press(stint, 'Keep')
  await expect(question(stint).getByRole('alert')).toContainText('answered already')
  await expect(question(stint).getByRole('button', { name: 'Keep' })).toBeFocused()
  await stint.mouse.move(0, 0)
  await expectAccessible(stint)
})

test('the mini window asks on one line', async ({ stint, host }) => {
  await beAway(host)
  await stint.setViewportSize({ width: 360, height: 140 })
  await stint.goto(new URL('/mini', stint.url()).href)
  await expect(question(stint)).toContainText('Away 40 m')
  await expect(question(stint).getByRole('link', { name: 'More' })).toBeVisible()
  await expectAccessible(stint)
  await press(stint, 'Discard')
  await expect(question(stint)).toBeHidden()
  await stint.getByRole('status').filter({ hasText: 'Discarded 40 m' }).getByRole('button', { name: 'Undo' }).click()
  await expect(question(stint)).toBeVisible()
  await stint.keyboard.press('q')
  await stint.keyboard.press('k')
  await expect(question(stint)).toBeHidden()
  expect(await entriesOf(host)).toEqual([['Payment retry', 180]])
})

test('a browser that may tell reports idle time and a locked screen, and one tab alone does', async ({
  stint,
  host,
  context,
}) => {
  const client = hostClient(host)
  await client.timer.start({ commandKey: key(), note: 'Payment retry' })
  const reported: string[] = []
  const listen = (page: Page) =>
    page.on('websocket', (socket) =>
      socket.on('framesent', ({ payload }) => {
        const { p } = JSON.parse(String(payload)) as { p?: { u?: string; b?: { json: { report: { kind: string } } } } }
        if (p?.u === '/absence/report' && p.b !== undefined) reported.push(p.b.json.report.kind)
      }),
    )
  listen(stint)
  const cdp = await context.newCDPSession(stint)
  const { targetInfo } = await cdp.send('Target.getTargetInfo')
  await cdp.send('Browser.grantPermissions', {
    origin: new URL(stint.url()).origin,
    permissions: ['idleDetection'],
    ...(targetInfo.browserContextId === undefined ? {} : { browserContextId: targetInfo.browserContextId }),
  })
  await cdp.send('Emulation.setIdleOverride', { isUserActive: true, isScreenUnlocked: true })
  await stint.reload()
  await expect(stint.getByRole('button', { name: 'Stop' })).toBeVisible()
  const watching = () => stint.evaluate(async () => (await navigator.locks.query()).held?.map(({ name }) => name))
  await expect.poll(watching).toContain('stint.idle-signals')
  const other = await context.newPage()
  listen(other)
  await other.goto(stint.url())
  await expect(other.getByRole('button', { name: 'Stop' })).toBeVisible()

  const becomes = async (isUserActive: boolean, isScreenUnlocked: boolean, kinds: string[]) => {
    reported.length = 0
    await cdp.send('Emulation.setIdleOverride', { isUserActive, isScreenUnlocked })
    await expect.poll(() => reported).toEqual(kinds)
  }
  await becomes(false, true, ['idle'])
  await becomes(false, false, ['lock'])
  await expect.poll(async () => (await client.absence.get({})).away?.cause).toBe('lock')
  await becomes(true, true, ['idle', 'unlock', 'active'])
  await expect.poll(async () => (await client.absence.get({})).away).toBeNull()

  // The tab that reported is closed: the other one takes over.
  await stint.close()
  const heldByOther = () => other.evaluate(async () => (await navigator.locks.query()).held?.length)
  await expect.poll(heldByOther).toBe(1)
})

for (const theme of ['light', 'dark'] as const) {
  test(`nothing about the question breaks an accessibility rule, ${theme}`, async ({ stint, host }) => {
    const client = hostClient(host)
    await client.settings.update({ commandKey: key(), theme })
    await stint.emulateMedia({ reducedMotion: 'reduce' })
    await beAway(host)
    await expect(question(stint)).toBeVisible()
    await expectAccessible(stint)
    await press(stint, 'Move to…')
    await expect(stint.getByRole('form', { name: 'Move the time away' })).toBeVisible()
    // A tooltip under the pointer is outside of every landmark.
    await stint.mouse.move(0, 0)
    await expect(stint.getByRole('tooltip')).toHaveCount(0)
    await expectAccessible(stint)
    await press(stint, 'Split…')
    const form = stint.getByRole('form', { name: 'Split the time away' })
    await form.getByRole('radio', { name: 'Move' }).last().click()
    await form.getByRole('textbox', { name: /^End of the part/ }).fill('nonsense')
    await stint.mouse.move(0, 0)
    await expect(stint.getByRole('tooltip')).toHaveCount(0)
    await expect(form.getByRole('alert')).toBeVisible()
    await expectAccessible(stint)
    await client.absence.report({ commandKey: key(), report: { kind: 'away' } })
    await client.absence.report({ commandKey: key(), report: { kind: 'back' } })
    await expect(form.getByRole('listitem')).toHaveCount(3)
    await stint.keyboard.press('Escape')
    await expect(question(stint).getByRole('listitem')).toHaveCount(2)
    await stint.locator('#page').focus()
    await expect(stint.getByRole('tooltip')).toHaveCount(0)
    await expectAccessible(stint)
  })
}
