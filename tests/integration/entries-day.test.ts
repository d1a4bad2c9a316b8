import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dayOf } from '../../src/shared/zone/day-bounds.ts'
import { createTestJournal, type TestJournal } from '../fakes/test-journal.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

describe('the day as it is shown', () => {
  let t: TestJournal
  beforeEach(() => {
    t = createTestJournal()
  })
  afterEach(() => t.dispose())

  it('shows gaps between entries, none before the first or after the last, and none where entries touch', async () => {
    const a = await t.add('9:00', '10:00')
    const b = await t.add('10:00', '11:00')
    const c = await t.add('11:15', '12:00')
    await t.add('11:30', '11:40')
    const d = await t.add('13:00', '14:00')
    const { gaps, overlaps, closedMs } = await t.day()
    expect(gaps).toEqual([
      { startMs: t.at('11:00'), endMs: t.at('11:15'), previousId: b.id, nextId: c.id },
      { startMs: t.at('12:00'), endMs: t.at('13:00'), previousId: c.id, nextId: d.id },
    ])
    expect(overlaps).toHaveLength(1)
    expect(closedMs).toBe(2 * HOUR + 45 * MINUTE + 10 * MINUTE + HOUR)
    expect(a.id).not.toBe(b.id)
  })

  it('shows overlaps of entries that share time, the running one until now, and never of empty or touching ones', async () => {
    const a = await t.add('9:00', '10:00')
    await t.add('10:00', '10:30')
    await t.add('9:30', '9:30')
    const late = await t.add('17:00', '17:45')
    const running = { commandKey: t.key(), startedAtMs: t.at('17:30'), onOverlap: 'overlap' as const }
    const { entry } = await t.client.timer.start(running)
    expect((await t.day()).overlaps).toEqual([
      {
        firstId: late.id,
        secondId: entry.id,
        startMs: t.at('17:30'),
        endMs: t.at('17:45'),
        fixes: ['trim-first', 'trim-second'],
      },
    ])
    expect(a.time).toMatchObject({ kind: 'clock' })
  })

  it('shows an entry over midnight on both days, with its own share of each', async () => {
    const entry = await t.add('22:00', '1:30', { day: '2026-11-18', toDay: '2026-11-19' })
    for (const [day, ms] of [
      ['2026-11-18', 2 * HOUR],
      ['2026-11-19', 90 * MINUTE],
    ] as const) {
      const view = await t.day(day)
      expect(view.entries.map(({ id }) => id)).toEqual([entry.id])
      expect(view.closedMs).toBe(ms)
    }
    expect((await t.day('2026-11-20')).entries).toEqual([])
  })

  it('does not show an entry on the day at whose midnight it ends', async () => {
    await t.add('22:00', '0:00', { day: '2026-11-18', toDay: '2026-11-19' })
    expect((await t.day('2026-11-19')).entries).toEqual([])
  })

  it('lists entries with an amount only after those with clock times, and counts both', async () => {
    const amount = await t.addAmount('2026-11-20', 45)
    const entry = await t.add('9:00', '10:00')
    const view = await t.day()
    expect(view.entries.map(({ id }) => id)).toEqual([entry.id, amount.id])
    expect(view.closedMs).toBe(105 * MINUTE)
    expect(view.gaps).toEqual([])
  })

  it('keeps an entry on the day of the zone in which it was recorded, wherever the machine is now', async () => {
    const startedAtMs = t.at('23:00', '2026-11-19', 'America/St_Johns')
    const time = { kind: 'clock' as const, startedAtMs, endedAtMs: startedAtMs + 30 * MINUTE, zone: 'America/St_Johns' }
    const { entry } = await t.client.entries.add({ commandKey: t.key(), time })
    expect(dayOf(startedAtMs, 'Europe/Stockholm')).toBe('2026-11-20')
    expect((await t.day('2026-11-19')).entries).toEqual([entry])
    expect((await t.day('2026-11-20')).closedMs).toBe(0)
  })

  it('counts 23 hours on the day summer time begins and 25 on the day it ends', async () => {
    await t.add('0:00', '0:00', { day: '2026-03-29', toDay: '2026-03-30' })
    await t.add('0:00', '0:00', { day: '2026-10-25', toDay: '2026-10-26' })
    const spring = await t.day('2026-03-29')
    expect(spring.closedMs).toBe(23 * HOUR)
    expect(spring.endMs - spring.startMs).toBe(23 * HOUR)
    const autumn = await t.day('2026-10-25')
    expect(autumn.closedMs).toBe(25 * HOUR)
    expect(autumn.endMs - autumn.startMs).toBe(25 * HOUR)
    expect((await t.day('2026-10-26')).entries).toEqual([])
  })

  it('shows the running entry on every day it covers, and always today, even when the machine went west', async () => {
    const { id } = await t.start('night', t.at('22:00', '2026-11-18'))
    for (const day of ['2026-11-18', '2026-11-19', '2026-11-20']) {
      expect((await t.day(day)).entries.map((entry) => entry.id)).toEqual([id])
    }
    expect((await t.day('2026-11-17')).entries).toEqual([])
    expect((await t.day('2026-11-21')).entries).toEqual([])
    await t.client.timer.stop({ commandKey: t.key() })

    t.clock.travelTo('Pacific/Apia')
    const { id: flight } = await t.start('flight')
    t.clock.travelTo('Pacific/Honolulu')
    t.clock.advance(MINUTE)
    const { today } = await t.client.timer.status({})
    expect((await t.day(today)).entries.map((entry) => entry.id)).toContain(flight)
    const started = dayOf(t.clock.nowMs(), 'Pacific/Apia')
    expect(started).not.toBe(today)
    expect((await t.day(started)).entries.map((entry) => entry.id)).toContain(flight)
  })

  it('counts today in the status as the report of today does, over midnight and while running', async () => {
    await t.add('9:00', '10:00')
    await t.addAmount('2026-11-20', 15)
    await t.add('23:00', '1:00', { day: '2026-11-19', toDay: '2026-11-20' })
    await t.start('A', t.at('17:00'))
    const { todayMs, today } = await t.client.timer.status({})
    expect(todayMs).toBe(HOUR + 15 * MINUTE + HOUR + HOUR)
    const report = await t.client.reports.summary({ fromDay: today, toDay: today, groupBy: ['project'] })
    expect(report.totalMs).toBe(todayMs)
  })

  it('answers for every day that can be named', async () => {
    for (const zone of ['Europe/Stockholm', 'Pacific/Kiritimati', 'Pacific/Honolulu']) {
      t.clock.travelTo(zone)
      for (const day of ['1900-01-01', '2999-12-31']) expect((await t.day(day)).entries).toEqual([])
    }
    // A day that Samoa left out has no length, and nothing on it.
    t.clock.travelTo('Pacific/Apia')
    const missing = await t.day('2011-12-30')
    expect(missing.endMs).toBe(missing.startMs)
  })

  it('sums the days of a range, leaving out days without time', async () => {
    await t.add('9:00', '10:00', { day: '2026-11-02' })
    await t.add('23:30', '0:30', { day: '2026-11-04', toDay: '2026-11-05' })
    await t.addAmount('2026-11-05', 10)
    await t.start('running', t.at('17:00'))
    const { days } = await t.client.entries.days({ fromDay: '2026-11-01', toDay: '2026-11-30' })
    expect(days).toEqual([
      { day: '2026-11-02', totalMs: HOUR, entries: 1 },
      { day: '2026-11-04', totalMs: 30 * MINUTE, entries: 1 },
      { day: '2026-11-05', totalMs: 40 * MINUTE, entries: 2 },
    ])
  })
})
