import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CoreContext } from '../../src/core/app/core-context.ts'
import { notify } from '../../src/core/app/notifications/notify.ts'
import { withdrawNotification } from '../../src/core/app/notifications/withdraw-notification.ts'
import { createFakeNotifier } from '../fakes/fake-notifier.ts'
import { refusal } from '../fakes/refusal.ts'
import { createTestCore } from '../fakes/test-core.ts'

const occasion = {
  key: 'break 2026-11-20 1',
  kind: 'break',
  title: 'Time for a break',
  body: '90 minutes in one go.',
  place: { page: 'today' },
} as const

let fake: ReturnType<typeof createFakeNotifier>
let t: ReturnType<typeof createTestCore>
let context: CoreContext

beforeEach(() => {
  fake = createFakeNotifier()
  t = createTestCore({ notifier: fake.notifier })
  context = { ports: t.ports, commits: t.core.commits }
})

afterEach(() => t.dispose())

const key = () => ({ commandKey: t.key() })
const list = async () => (await t.client.notifications.list({})).notifications
const firstNotices = async () => {
  const events = await t.client.live.subscribe({})
  for await (const event of events) return event.state.notices
  return []
}

describe('notify', () => {
  it('keeps an occasion, shows it, and tells it once only', async () => {
    const told = notify(context, occasion)
    expect(told).toMatchObject({ ...occasion, quiet: false, readAtMs: null, atMs: t.clock.nowMs() })
    expect(notify(context, { ...occasion, title: 'Again' })).toBeUndefined()
    expect(await list()).toEqual([told])
    expect(fake.shown).toEqual([{ id: told?.id, title: occasion.title, body: occasion.body, place: { page: 'today' } }])
    expect(await firstNotices()).toEqual([told])
  })

  it('is shown only once it is kept', () => {
    const order: string[] = []
    t.core.commits.listen((notice) => order.push(`kept ${notice?.kinds.join() ?? ''}`))
    const notifier = { ...fake.notifier, show: () => void order.push('shown') }
    notify({ ...context, ports: { ...t.ports, notifier } }, occasion)
    expect(order).toEqual(['kept notification', 'shown'])
  })

  it('is kept in silence when notifications are off, and within quiet hours', async () => {
    await t.client.settings.update({ ...key(), notifications: false })
    expect(notify(context, occasion)).toMatchObject({ quiet: true })
    // The clock stands at 09:00.
    await t.client.settings.update({ ...key(), notifications: true, quietHours: { fromMinute: 540, toMinute: 541 } })
    expect(notify(context, { ...occasion, key: 'second' })).toMatchObject({ quiet: true })
    t.clock.advance(60_000)
    expect(notify(context, { ...occasion, key: 'third' })).toMatchObject({ quiet: false })
    expect(fake.shown).toHaveLength(1)
  })

  it('a notification service that throws breaks nothing, and the log says so', async () => {
    fake.break()
    const told = notify(context, occasion)
    expect(await list()).toEqual([told])
    withdrawNotification(context, occasion.key)
    expect(await list()).toMatchObject([{ readAtMs: t.clock.nowMs() }])
    expect(t.log.lines.map(({ level, message }) => [level, message])).toEqual([
      ['warn', 'the notification service failed'],
      ['warn', 'the notification service failed'],
    ])
  })

  it('makes texts from anywhere single plain lines within the limits of the contract', async () => {
    notify(context, { ...occasion, title: `\u0007${'😀'.repeat(200)}`, body: `<b>x</b>\n${'y'.repeat(900)}` })
    notify(context, { ...occasion, key: 'empty', title: '\n' })
    const [empty, long] = (await list()).toSorted((a, b) => a.title.length - b.title.length)
    expect(empty).toMatchObject({ title: 'Stint' })
    expect(long?.title).toBe(`${'😀'.repeat(59)}…`)
    expect(long?.body).toHaveLength(400)
    expect(long?.body).toMatch(/^<b>x<\/b> y+…$/)
  })
})

describe('reading', () => {
  it('marks the named ones, takes them off the screen and out of the live state, and is not undone by undo', async () => {
    const first = notify(context, occasion)
    const second = notify(context, { ...occasion, key: 'second' })
    await t.client.projects.create({ ...key(), name: 'Acme' })
    expect(await t.client.notifications.read({ ...key(), ids: [first?.id ?? ''] })).toEqual({ unread: 1 })
    expect(fake.withdrawn).toEqual([first?.id])
    expect(await firstNotices()).toEqual([second])
    expect((await t.client.notifications.list({ unreadOnly: true })).notifications).toEqual([second])
    const { item } = await t.client.history.undo({ ...key() })
    expect(item.label).toBe('Create project “Acme”')
    expect(await t.client.notifications.list({})).toMatchObject({ unread: 1 })
    expect((await t.client.history.list({})).items.map(({ label }) => label)).toEqual(['Create project “Acme”'])
  })

  it('without ids marks all, and the first reading counts', async () => {
    const first = notify(context, occasion)
    const readAtMs = t.clock.nowMs()
    await t.client.notifications.read({ ...key() })
    t.clock.advance(60_000)
    notify(context, { ...occasion, key: 'second' })
    expect(await t.client.notifications.read({ ...key() })).toEqual({ unread: 0 })
    expect((await list()).find(({ id }) => id === first?.id)).toMatchObject({ readAtMs })
    expect(fake.withdrawn).toHaveLength(2)
  })

  it('refuses an id that nobody has, and then reads none of the others', async () => {
    const told = notify(context, occasion)
    const unknown = '01900000-0000-7000-8000-ffffffffffff'
    const refused = await refusal(t.client.notifications.read({ ...key(), ids: [told?.id ?? '', unknown] }))
    expect(refused).toMatchObject({ code: 'not-found', data: { kind: 'notification', id: unknown } })
    expect(await t.client.notifications.list({})).toMatchObject({ unread: 1 })
  })

  it('one that was settled is withdrawn once, and a key never told is nothing to withdraw', async () => {
    const told = notify(context, occasion)
    withdrawNotification(context, occasion.key)
    withdrawNotification(context, occasion.key)
    withdrawNotification(context, 'never told')
    expect(fake.withdrawn).toEqual([told?.id])
    expect(await t.client.notifications.list({})).toMatchObject({ unread: 0 })
  })
})
