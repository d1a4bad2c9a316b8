import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { watchReminders } from '../../src/core/app/reminders/watch-reminders.ts'
import type { Settings } from '../../src/shared/contract/entities.ts'
import { FakeClock } from '../fakes/fake-clock.ts'
import { createFakeNotifier } from '../fakes/fake-notifier.ts'
import { FakeScheduler } from '../fakes/fake-scheduler.ts'
import { createTestCore } from '../fakes/test-core.ts'

const MIN = 60_000
const HOUR = 60 * MIN
/** Friday 20 Nov 2026 in Stockholm. */
const at = (hour: number, minute = 0) => Date.UTC(2026, 10, 20, hour - 1, minute)

const allOff = {
  remindNothingTrackedAt: null,
  remindLongRunningMinutes: null,
  remindDailySummaryAt: null,
  remindBreakMinutes: null,
}

let t: ReturnType<typeof createTestCore>
let fake: ReturnType<typeof createFakeNotifier>
let clock: FakeClock
let scheduler: FakeScheduler
let stop: () => void
let idleMs: number | undefined

beforeEach(() => {
  clock = new FakeClock(at(8))
  scheduler = new FakeScheduler(clock)
  fake = createFakeNotifier()
  idleMs = undefined
  const power = { idleMs: () => idleMs, listen: () => () => undefined }
  t = createTestCore({ clock, scheduler, power, notifier: fake.notifier })
  stop = () => undefined
})

afterEach(() => {
  stop()
  t.dispose()
})

function watch() {
  stop = watchReminders({ ports: t.ports, commits: t.core.commits })
}
const set = (change: Partial<Settings>) => t.client.settings.update({ commandKey: t.key(), ...allOff, ...change })
const start = (note = '', startedAtMs?: number) =>
  t.client.timer.start({ commandKey: t.key(), note, ...(startedAtMs === undefined ? {} : { startedAtMs }) })
const stopTimer = () => t.client.timer.stop({ commandKey: t.key() })
const titles = () => fake.shown.map(({ title }) => title)

describe('watchReminders', () => {
  it('tells at the time that nothing is tracked, once, on the days that were chosen', async () => {
    await set({ remindNothingTrackedAt: 600 })
    watch()
    scheduler.pass(2 * HOUR - 1)
    expect(titles()).toEqual([])
    scheduler.pass(1)
    expect(titles()).toEqual(['Nothing tracked yet today'])
    // Over the weekend nobody works.
    scheduler.pass(3 * 24 * HOUR - 1)
    expect(titles()).toHaveLength(1)
    scheduler.pass(1)
    expect(titles()).toHaveLength(2)
    expect(new Date(clock.nowMs()).toISOString()).toBe('2026-11-23T09:00:00.000Z')
  })

  it('says nothing of it when a timer runs by then, nor when some time was added', async () => {
    await set({ remindNothingTrackedAt: 600 })
    watch()
    scheduler.pass(HOUR)
    await start()
    scheduler.pass(30 * MIN)
    await stopTimer()
    scheduler.pass(12 * HOUR)
    expect(titles()).toEqual([])
  })

  it('tells of a timer that runs long, and once more at twice that, with the note as plain text', async () => {
    await set({ remindLongRunningMinutes: 240 })
    watch()
    await start('Payment\n<b>retry</b>')
    scheduler.pass(4 * HOUR)
    expect(fake.shown).toMatchObject([
      {
        title: 'The timer has run for 4 h',
        body: '“Payment <b>retry</b>” has run since 08:00. Still on it?',
        place: { page: 'timer' },
      },
    ])
    scheduler.pass(12 * HOUR)
    expect(titles()).toEqual(['The timer has run for 4 h', 'The timer has run for 8 h'])
  })

  it('hears at once of a timer that was begun long ago, and of a setting that was changed', async () => {
    watch()
    await set({ remindLongRunningMinutes: 120 })
    await start('', at(7))
    scheduler.pass(2000)
    expect(titles()).toEqual([])
    await set({ remindLongRunningMinutes: 60 })
    scheduler.pass(1000)
    expect(titles()).toEqual(['The timer has run for 1 h'])
  })

  it('sums the day up, with the running entry until now', async () => {
    await set({ remindDailySummaryAt: 17 * 60 })
    const acme = (await t.client.projects.create({ commandKey: t.key(), name: 'Acme' })).item
    await t.client.timer.start({ commandKey: t.key(), projectId: acme.id })
    watch()
    scheduler.pass(6 * HOUR)
    await start('other')
    scheduler.pass(4 * HOUR)
    expect(fake.shown).toMatchObject([
      {
        title: 'Today: 9 h',
        body: 'Acme 6 h, no project 3 h.',
        place: { page: 'today', day: '2026-11-20' },
      },
    ])
  })

  it('wants a break after so much time in one go, whatever was switched to, and not from somebody who has one', async () => {
    await set({ remindBreakMinutes: 60 })
    watch()
    await start('one')
    scheduler.pass(50 * MIN)
    await stopTimer()
    scheduler.pass(4 * MIN)
    await start('two')
    scheduler.pass(5 * MIN)
    expect(titles()).toEqual([])
    idleMs = 6 * MIN
    scheduler.pass(10 * MIN)
    expect(titles()).toEqual([])
    idleMs = 0
    scheduler.pass(5 * MIN)
    expect(titles()).toEqual(['Time for a break'])
    scheduler.pass(3 * HOUR)
    expect(titles()).toHaveLength(1)
  })

  it('tells at most two of a kind on a day', async () => {
    await set({ remindLongRunningMinutes: 30 })
    watch()
    for (const note of ['a', 'b', 'c', 'd']) {
      await start(note)
      scheduler.pass(HOUR + MIN)
    }
    expect(titles()).toHaveLength(2)
  })

  it('after a sleep of days tells each once at most, and first lets the absence be noted', async () => {
    await set({ remindLongRunningMinutes: 60, remindNothingTrackedAt: 600, remindBreakMinutes: 60 })
    watch()
    await start()
    scheduler.pass(10 * MIN)
    scheduler.sleep(3 * 24 * HOUR)
    // Awake again on Monday; the next look was a second away.
    scheduler.pass(30_000)
    expect(titles()).toEqual([])
    scheduler.pass(1000)
    expect(titles()).toEqual(['The timer has run for 72 h 10 m', 'Time for a break'])
    scheduler.pass(5 * HOUR)
    expect(titles()).toHaveLength(2)
  })

  it('what was missed while Stint was closed is told only where it still holds', async () => {
    await set({ remindNothingTrackedAt: 600, remindDailySummaryAt: 12 * 60 })
    clock.set(at(11, 30))
    watch()
    scheduler.pass(MIN)
    expect(titles()).toEqual(['Nothing tracked yet today'])
    stop()
    await start('', at(11))
    clock.set(at(22))
    watch()
    scheduler.pass(HOUR)
    expect(titles()).toHaveLength(1)
  })

  it('a restart tells nothing twice', async () => {
    await set({ remindNothingTrackedAt: 600 })
    watch()
    scheduler.pass(2 * HOUR)
    stop()
    watch()
    scheduler.pass(HOUR)
    expect(titles()).toHaveLength(1)
  })

  it('keeps reminders of quiet hours without disturbing', async () => {
    await set({ remindNothingTrackedAt: 600, quietHours: { fromMinute: 540, toMinute: 660 } })
    watch()
    scheduler.pass(3 * HOUR)
    expect(titles()).toEqual([])
    expect((await t.client.notifications.list({})).notifications).toMatchObject([
      { kind: 'nothing-tracked', quiet: true },
    ])
  })

  it('goes on after a failure, which the log has', async () => {
    await set({ remindNothingTrackedAt: 600 })
    let fails = true
    const store = {
      ...t.ports.store,
      read: <T>(ask: Parameters<typeof t.ports.store.read<T>>[0]) => {
        if (fails) throw new Error('being replaced')
        return t.ports.store.read(ask)
      },
    }
    stop = watchReminders({ ports: { ...t.ports, store }, commits: t.core.commits })
    scheduler.pass(MIN)
    expect(t.log.lines).toMatchObject([{ level: 'error', message: 'reminders could not be looked at' }])
    fails = false
    scheduler.pass(2 * HOUR)
    expect(titles()).toEqual(['Nothing tracked yet today'])
  })

  it('does not wake when all is off, and leaves nothing behind', async () => {
    await set({})
    watch()
    scheduler.pass(HOUR)
    expect(scheduler.waiting).toBe(0)
    await set({ remindNothingTrackedAt: 600 })
    scheduler.pass(HOUR)
    expect(scheduler.waiting).toBe(1)
    stop()
    stop()
    expect([scheduler.waiting, t.core.commits.listeners]).toEqual([0, 0])
  })
})
