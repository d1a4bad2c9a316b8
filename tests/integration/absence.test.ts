import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { appError } from '../../src/shared/errors.ts'
import { refusal } from '../fakes/refusal.ts'
import { type AbsenceWorld, at, createAbsenceWorld, MINUTE, TOMORROW } from './absence-support.ts'

let w: AbsenceWorld
beforeEach(() => {
  w = createAbsenceWorld()
})
afterEach(() => w.dispose())

describe('the question', () => {
  it('is not asked after 3 s of a locked screen', async () => {
    await w.start()
    w.work('18:00')
    w.power.signal('lock')
    w.to('18:00:03')
    w.power.signal('unlock')
    w.work('19:00')
    expect(await w.get()).toEqual({ question: null, away: null })
  })

  it('is asked once after lock and unlock, from the lock on', async () => {
    const { id } = await w.start('Report')
    w.work('18:00')
    w.power.signal('lock')
    w.to('18:20')
    expect((await w.get()).away).toEqual({ cause: 'lock', sinceMs: at('18:00') })
    w.power.signal('unlock')
    w.work('19:00')
    expect(await w.asked()).toEqual([['18:00', '18:20', 'lock']])
    expect((await w.get()).question).toMatchObject({ entryId: id, state: 'open', askedAtMs: at('18:20') })
    expect(w.told()).toMatchObject([{ title: 'You were away 20 m', place: { page: 'absence' } }])
    expect(w.told()[0]?.body).toContain('“Report”')
  })

  it('counts from the first cause: input until 18:16, lock 18:18, sleep 18:47', async () => {
    await w.start()
    w.work('18:16')
    w.to('18:18')
    w.power.signal('lock')
    w.to('18:47')
    w.power.signal('suspend')
    w.sleepTo('8:00', TOMORROW)
    w.power.signal('resume')
    w.to('8:01', TOMORROW)
    w.power.touch()
    w.power.signal('unlock')
    expect(await w.asked()).toEqual([['18:16', '21. 08:01', 'idle']])
  })

  it('is asked about three weeks of sleep that no event told of, as one piece', async () => {
    await w.start()
    w.work('18:00')
    w.sleepTo('18:00', '2026-12-11')
    w.power.touch()
    w.to('18:01', '2026-12-11')
    const asked = await w.asked()
    expect(asked).toHaveLength(1)
    expect((await w.get()).question?.pieces[0]).toMatchObject({ fromMs: at('18:00') })
    expect(w.told()).toHaveLength(1)
  })

  it('survives a storm of suspend and resume as one piece', async () => {
    await w.start()
    w.work('18:00')
    w.power.signal('suspend')
    w.sleepTo('18:30')
    for (let second = 0; second < 60; second += 6) {
      w.power.signal('resume', 'suspend')
      w.sleepTo(`18:30:${second}`)
    }
    w.power.signal('resume')
    w.work('19:00')
    expect(await w.asked()).toHaveLength(1)
    expect((await w.asked())?.[0]).toMatchObject(['18:00', '18:30:54', 'sleep'])
  })

  it('grows until it is answered, and each further piece is told once', async () => {
    await w.start()
    for (const hour of ['18', '19', '20']) {
      w.work(`${hour}:00`)
      w.power.signal('lock')
      w.to(`${hour}:30`)
      w.power.signal('unlock')
    }
    expect(await w.asked()).toEqual([
      ['18:00', '18:30', 'lock'],
      ['19:00', '19:30', 'lock'],
      ['20:00', '20:30', 'lock'],
    ])
    expect(w.told().map(({ title }) => title)).toEqual([
      'You were away 30 m',
      'You were away 1 h',
      'You were away 1 h 30 m',
    ])
    expect(w.notices.withdrawn).toEqual(
      w
        .told()
        .slice(0, 2)
        .map(({ id }) => id),
    )
    await w.answer({ kind: 'keep' })
    expect(w.notices.withdrawn).toEqual(w.told().map(({ id }) => id))
    expect(await w.asked()).toBeNull()
  })

  it('has no piece that ends before it starts when the clock is set back', async () => {
    await w.start()
    w.work('18:00')
    w.power.signal('lock')
    w.clock.jump(-30 * MINUTE)
    w.to('17:40')
    w.power.signal('unlock')
    expect(await w.asked()).toEqual([['17:30', '17:40', 'lock']])
    await w.answer({ kind: 'discard' })
    expect(await w.entries()).toEqual(['17:00–17:30', '17:40–'])
  })

  it('asks about the time that a clock jumped over', async () => {
    await w.start()
    w.work('18:00')
    w.clock.jump(120 * MINUTE)
    w.work('20:01')
    expect((await w.asked())?.[0]).toMatchObject(['18:00', expect.stringMatching(/^20:00/), 'clock'])
  })
})

describe('what is left alone', () => {
  async function lockedFor20Minutes() {
    w.work('18:00')
    w.power.signal('lock')
    w.to('18:20')
    w.power.signal('unlock')
    w.work('18:30')
  }

  it('time away from the computer', async () => {
    await w.start('Meeting', { offComputer: true })
    await lockedFor20Minutes()
    expect(await w.asked()).toBeNull()
  })

  it('time in which nothing ran', async () => {
    await lockedFor20Minutes()
    expect((await w.get()).away).toBeNull()
    await w.start()
    w.work('19:00')
    expect(await w.asked()).toBeNull()
    await w.stop()
    expect((await refusal(w.report({ kind: 'away' }))).code).toBe('nothing-running')
  })

  it('everything, with the setting off; but not what people say themselves', async () => {
    await w.start()
    await w.set({ idleDetection: false })
    await lockedFor20Minutes()
    await w.report({ kind: 'idle', idleMs: 3_600_000 })
    await w.report({ kind: 'active' })
    expect(await w.get()).toEqual({ question: null, away: null })
    expect(w.scheduler.waiting).toBeLessThanOrEqual(1)
    await w.report({ kind: 'away' })
    w.to('18:40')
    await w.report({ kind: 'back' })
    expect(await w.asked()).toEqual([['18:30', '18:40', 'away']])
  })

  it('an absence that has begun when the setting is put off', async () => {
    await w.start()
    w.work('18:00')
    w.power.signal('lock')
    w.to('18:20')
    await w.set({ idleDetection: false })
    w.power.signal('unlock')
    expect(await w.get()).toEqual({ question: null, away: null })
  })
})

describe('several entries', () => {
  it('a switch from afar asks about what ran until then, and the locked screen begins anew', async () => {
    const a = await w.start('A')
    w.work('18:00')
    w.power.signal('lock')
    w.to('18:30')
    const b = await w.start('B')
    expect(await w.asked()).toEqual([['18:00', '18:30', 'lock']])
    w.to('19:00')
    w.power.signal('unlock')
    // One at a time: the older one first, the newer one waits and is not lost.
    expect((await w.get()).question).toMatchObject({ entryId: a.id })
    await w.answer({ kind: 'discard' })
    expect((await w.get()).question).toMatchObject({ entryId: b.id, state: 'open' })
    expect(await w.asked()).toEqual([['18:30', '19:00', 'lock']])
    await w.answer({ kind: 'discard' })
    expect(await w.asked()).toBeNull()
    expect(await w.entries()).toEqual(['17:00–18:00 A', '19:00– B'])
  })

  it('a question whose entry is deleted or cut is not asked, and gives way to the next', async () => {
    const a = await w.start('A')
    w.work('18:00')
    w.power.signal('lock')
    w.to('18:30')
    w.power.signal('unlock')
    await w.stop()
    await w.client.entries.remove({ commandKey: w.key(), ids: [a.id] })
    expect(await w.asked()).toBeNull()
    const b = await w.start('B')
    w.work('19:00')
    w.power.signal('lock')
    w.to('19:30')
    w.power.signal('unlock')
    expect((await w.get()).question).toMatchObject({ entryId: b.id })
    const time = {
      kind: 'clock' as const,
      startedAtMs: b.time.kind === 'clock' ? b.time.startedAtMs : 0,
      endedAtMs: at('19:10'),
    }
    await w.client.entries.update({ commandKey: w.key(), id: b.id, time })
    expect(await w.asked()).toEqual([['19:00', '19:10', 'lock']])
  })
})

describe('reports of a page', () => {
  beforeEach(() => {
    w.dispose()
    w = createAbsenceWorld({ knowsInput: false })
  })

  it('are evidence like any other: idle, lock, unlock, active', async () => {
    await w.start()
    w.to('18:01')
    await w.report({ kind: 'idle', idleMs: MINUTE })
    w.to('18:06')
    expect((await w.report({ kind: 'idle', idleMs: 6 * MINUTE })).away).toEqual({ cause: 'idle', sinceMs: at('18:00') })
    await w.report({ kind: 'lock' })
    w.to('18:30')
    await w.report({ kind: 'unlock' })
    await w.report({ kind: 'active' })
    expect(await w.asked()).toEqual([['18:00', '18:30', 'idle']])
  })

  it('an idle time of a day or more does not bring anybody back', async () => {
    await w.start()
    w.to('18:10')
    await w.report({ kind: 'idle', idleMs: 10 * MINUTE })
    w.to('18:10', '2026-11-22')
    const { away } = await w.report({ kind: 'idle', idleMs: 86_400_000 })
    expect(away).toEqual({ cause: 'idle', sinceMs: at('18:00') })
  })

  it('a report that comes twice is heard once', async () => {
    await w.start()
    const report = { commandKey: w.key(), report: { kind: 'away' as const } }
    await w.client.absence.report(report)
    w.to('18:00')
    await w.report({ kind: 'back' })
    expect((await w.client.absence.report(report)).away).toBeNull()
  })
})

describe('“stint away” on a host that hears nothing of the machine', () => {
  beforeEach(() => {
    w.dispose()
    w = createAbsenceWorld({ knowsInput: false })
  })

  it('asks when they are back, however short it was', async () => {
    await w.start()
    w.to('18:00')
    expect((await w.report({ kind: 'away', sinceMs: at('17:50') })).away).toEqual({
      cause: 'away',
      sinceMs: at('17:50'),
    })
    w.to('18:01')
    await w.report({ kind: 'back' })
    expect(await w.asked()).toEqual([['17:50', '18:01', 'away']])
  })

  it('cannot be in the future', async () => {
    await w.start()
    expect(await refusal(w.report({ kind: 'away', sinceMs: at('17:01') }))).toMatchObject({
      code: 'in-future',
      data: { atMs: at('17:01'), nowMs: at('17:00') },
    })
  })

  it('asks about what ran when the timer is stopped without a “stint back”', async () => {
    await w.start('A')
    w.to('18:00')
    await w.report({ kind: 'away' })
    w.to('18:30')
    await w.stop()
    expect(await w.asked()).toEqual([['18:00', '18:30', 'away']])
    expect((await w.get()).away).toBeNull()
  })
})

describe('a watched host at rest', () => {
  it('has no timer of its own while nothing runs, and none when it has ended', async () => {
    // Reminders have one.
    const reminders = w.scheduler.waiting
    w.to('17:30')
    expect(w.scheduler.waiting).toBe(reminders)
    await w.start()
    expect(w.scheduler.waiting).toBe(reminders + 1)
    w.work('18:00')
    await w.stop()
    w.to('18:10')
    expect(w.scheduler.waiting).toBeLessThanOrEqual(reminders)
    await w.start()
    w.end()
    w.end()
    expect([w.scheduler.waiting, w.power.listeners, w.core.commits.listeners]).toEqual([0, 0, 0])
  })

  it('leaves a sign of life about once a minute while a timer runs, and none else', async () => {
    expect(w.lifeSigns.last).toBeNull()
    const { id } = await w.start()
    const before = w.lifeSigns.writes
    w.work('18:00')
    expect(w.lifeSigns.writes - before).toBeLessThanOrEqual(60)
    expect(w.lifeSigns.writes - before).toBeGreaterThan(45)
    expect(w.lifeSigns.last).toMatchObject({ entryId: id, away: null, ended: false })
    await w.stop()
    expect(w.lifeSigns.last).toBeNull()
  })

  it('tries again where the question could not be written', async () => {
    await w.start()
    w.work('18:00')
    w.power.signal('lock')
    w.to('18:30')
    const full = { outcome: 'refused', error: appError('disk-full', 'The disk is full.', {}) } as const
    const command = vi.spyOn(w.store, 'command').mockReturnValue(full)
    w.power.signal('unlock')
    expect(await w.asked()).toBeNull()
    command.mockRestore()
    w.work('18:31')
    expect(await w.asked()).toEqual([['18:00', '18:30', 'lock']])
  })
})
