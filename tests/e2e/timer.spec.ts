import { addEntries, hostClient, key } from './support/host-client.ts'
import { expect, test, typeText } from './support/host-fixture.ts'

test.use({ timezoneId: 'Europe/Stockholm' })

const note = 'What are you working on?'

test('a timer starts by Enter, ticks in the tab’s title, and stops into the list', async ({ stint, host }) => {
  await stint.getByLabel(note).fill('Payment retry')
  await stint.keyboard.press('Enter')
  await expect(stint.getByRole('button', { name: 'Stop' })).toBeVisible()
  await expect(stint).toHaveTitle(/^0:00:0\d Payment retry · Stint$/)
  await expect(stint.getByRole('grid').getByText('Payment retry')).toBeVisible()
  await expect(stint.getByRole('status').filter({ hasText: 'Timer started: Payment retry' })).toBeAttached()

  await stint.keyboard.press('s')
  await expect(stint.getByRole('button', { name: 'Start', exact: true })).toBeVisible()
  await expect(stint).toHaveTitle('Today · Stint')
  const { running } = (await host.stint('status')) as { running: unknown }
  expect(running).toBeNull()
})

test('what is typed while the host answers slowly stays as typed', async ({ stint, host }) => {
  await host.stint('start', 'First words')
  const field = stint.getByLabel(note)
  await expect(field).toHaveValue('First words')
  await field.fill('First words and more')
  // Somebody else changes the same entry meanwhile: the field under the fingers does not move.
  const client = hostClient(host)
  const { running } = await client.timer.status({})
  await client.entries.update({ commandKey: key(), id: running?.id ?? '', note: 'Changed elsewhere' })
  await expect(stint.getByRole('grid').getByText('Changed elsewhere')).toBeVisible()
  await expect(field).toHaveValue('First words and more')
  await field.press('Enter')
  await expect(stint.getByRole('grid').getByText('First words and more')).toBeVisible()
})

test('switching stops the running timer at the instant the next one starts', async ({ stint, host }) => {
  await host.stint('start', 'One')
  await expect(stint.getByRole('button', { name: 'Stop' })).toBeVisible()
  await stint.keyboard.press('w')
  await expect(stint.getByText('Still running: One')).toBeVisible()
  await typeText(stint, 'Two')
  await stint.keyboard.press('Enter')
  await expect(stint).toHaveTitle(/Two · Stint/)
  const client = hostClient(host)
  const { today } = await client.timer.status({})
  const { entries } = await client.entries.day({ day: today })
  const [one, two] = entries.map(({ time }) => (time.kind === 'clock' ? time : null))
  expect(one?.endedAtMs).toBe(two?.startedAtMs)
})

test('the start can be typed, and a start inside finished time asks whether to cut or to overlap', async ({
  stint,
  host,
}) => {
  const client = hostClient(host)
  const { nowMs } = await client.timer.status({})
  await client.entries.add({
    commandKey: key(),
    note: 'Before',
    time: { kind: 'clock', startedAtMs: nowMs - 3_600_000, endedAtMs: nowMs - 600_000 },
  })
  await host.stint('start', 'Now')
  await stint.getByRole('button', { name: 'Change when the timer started' }).click()
  const start = stint.getByLabel('Started at')
  await start.fill('5 parsecs')
  await start.press('Enter')
  await expect(stint.getByRole('alert').filter({ hasText: 'Write a time' })).toBeVisible()
  await start.fill('-30m')
  await start.press('Enter')
  await stint.getByRole('button', { name: 'Cut it there' }).click()
  await expect(start).toBeHidden()
  await expect(stint).toHaveTitle(/^0:30:\d\d Now/)
  const { running } = await client.timer.status({})
  const { entries } = await client.entries.list({ text: 'Before' })
  const before = entries[0]?.time
  expect(before?.kind === 'clock' && before.endedAtMs).toBe(
    running?.time.kind === 'clock' ? running.time.startedAtMs : 'none',
  )
})

test('a discarded timer comes back by the button in the message', async ({ stint, host }) => {
  await host.stint('start', 'Not for long')
  await expect(stint.getByRole('button', { name: 'Stop' })).toBeVisible()
  await stint.keyboard.press('Shift+Backspace')
  await expect(stint.getByText('Discarded “Not for long”')).toBeVisible()
  await expect(stint.getByRole('button', { name: 'Start', exact: true })).toBeVisible()
  await stint.getByRole('button', { name: 'Undo' }).click()
  await expect(stint.getByRole('button', { name: 'Stop' })).toBeVisible()
  await expect(stint.getByLabel(note)).toHaveValue('Not for long')
})

test('what was done before is offered while typing, with its project, and starts from the keyboard', async ({
  stint,
  host,
}) => {
  await host.stint('projects', 'add', 'Acme')
  await host.stint('start', 'Fix the retry', '--project', 'Acme')
  await host.stint('stop')
  await expect(stint.getByRole('grid').getByText('Fix the retry')).toBeVisible()
  await stint.keyboard.press('n')
  await typeText(stint, 'retr')
  await expect(stint.getByRole('option', { name: /Fix the retry.*Acme/ })).toBeVisible()
  await stint.keyboard.press('ArrowDown')
  await stint.keyboard.press('Enter')
  await expect(
    stint.getByRole('region', { name: 'Timer' }).getByRole('button', { name: 'Project: Acme' }),
  ).toBeVisible()
  await expect(stint).toHaveTitle(/Fix the retry/)
})

test('project, activity and tags can be made while the timer runs, without the mouse', async ({ stint, host }) => {
  await host.stint('start', 'Something new')
  await expect(stint.getByRole('button', { name: 'Stop' })).toBeVisible()
  await stint.keyboard.press('p')
  await stint.getByPlaceholder('Find or create a project').fill('Brand new')
  await expect(stint.getByText('Create project “Brand new”')).toBeVisible()
  await stint.keyboard.press('Enter')
  const bar = stint.getByRole('region', { name: 'Timer' })
  await expect(bar.getByRole('button', { name: 'Project: Brand new' })).toBeVisible()
  await stint.keyboard.press('#')
  await stint.getByPlaceholder('Find or create a tag').fill('quick')
  await stint.keyboard.press('Enter')
  await expect(bar.getByRole('button', { name: 'Tags: quick' })).toBeVisible()
  await stint.keyboard.press('Escape')
  await expect(stint.getByPlaceholder('Find or create a tag')).toBeHidden()
  await expect(stint.getByRole('grid').getByText('Brand new')).toBeVisible()
})

test('a template starts the timer with everything it holds', async ({ stint, host }) => {
  await addEntries(host, '2026-11-16', [['Weekly planning', '9:00', '10:00']])
  await stint.goto(new URL('/today/2026-11-16', stint.url()).href)
  await stint.getByRole('grid').getByRole('button', { name: 'More' }).click()
  await stint.getByRole('menuitem', { name: 'Save as a template' }).click()
  await expect(stint.getByText('Saved the template “Weekly planning”')).toBeVisible()
  await stint.getByRole('button', { name: 'Templates' }).click()
  await stint.getByRole('button', { name: 'Weekly planning', exact: true }).click()
  await expect(stint).toHaveTitle(/Weekly planning/)
})

test('what is being typed stays when somebody else starts a timer', async ({ stint, host }) => {
  await stint.getByLabel(note).fill('My next thing')
  await host.stint('start', 'From the shell')
  await expect(stint.getByText('Still running: From the shell')).toBeVisible()
  await expect(stint.getByLabel(note)).toHaveValue('My next thing')
  await expect(stint.getByLabel(note)).toBeFocused()
  await stint.keyboard.press('Enter')
  await expect(stint).toHaveTitle(/My next thing/)
})

test('Esc gives the running timer its note back, and Ctrl+Enter keeps it for the next one', async ({ stint, host }) => {
  await host.stint('start', 'As it was')
  const field = stint.getByLabel(note)
  await expect(field).toHaveValue('As it was')
  await field.fill('A mistake')
  // Where suggestions stand open, the first Esc closes them.
  await expect(async () => {
    await field.press('Escape')
    await expect(field).toHaveValue('As it was', { timeout: 500 })
  }).toPass()
  await field.fill('The next thing')
  await stint.keyboard.press('Control+Enter')
  await expect(stint).toHaveTitle(/The next thing/)
  const { today } = await hostClient(host).timer.status({})
  const { entries } = await hostClient(host).entries.day({ day: today })
  expect(entries.map((entry) => entry.note)).toEqual(['As it was', 'The next thing'])
})
