import { describe, expect, it } from 'vitest'
import { running } from '../../../../tests/fakes/sample-entries.ts'
import { wallToInstant } from '../../../shared/zone/wall-time.ts'
import { dueReminders } from './due-reminders.ts'
import type { ReminderFacts } from './reminder.ts'

const ZONE = 'Europe/Stockholm'
const MIN = 60_000
const HOUR = 60 * MIN
const at = (hour: number, minute = 0, day = '2026-11-20') => wallToInstant({ day, hour, minute }, ZONE).ms

const off = {
  remindNothingTrackedAt: null,
  remindLongRunningMinutes: null,
  remindDailySummaryAt: null,
  remindBreakMinutes: null,
  remindDays: [1, 2, 3, 4, 5],
}

function facts(nowMs: number, settings: Partial<ReminderFacts['settings']>, more: Partial<ReminderFacts> = {}) {
  const all: ReminderFacts = {
    nowMs,
    zone: ZONE,
    settings: { ...off, ...settings },
    todayMs: 0,
    running: undefined,
    streak: undefined,
    resting: false,
    toldToday: () => 0,
    isTold: () => false,
    ...more,
  }
  return dueReminders(all)
}

const keys = (answer: ReturnType<typeof dueReminders>) => answer.due.map(({ key }) => key)

describe('dueReminders', () => {
  it('has nothing to wait for when all are off or no day is chosen', () => {
    expect(facts(at(10), {})).toEqual({ due: [], nextMs: null })
    expect(facts(at(10), { remindNothingTrackedAt: 600, remindDays: [] })).toEqual({ due: [], nextMs: null })
  })

  it('waits for the next day on a day that is not chosen', () => {
    const saturday = facts(at(10, 0, '2026-11-21'), { remindNothingTrackedAt: 600 })
    expect(saturday).toEqual({ due: [], nextMs: at(0, 0, '2026-11-22') })
  })

  it.each([
    ['before its time', at(9, 59), {}, []],
    ['at its time', at(10), {}, ['nothing-tracked 2026-11-20']],
    ['two hours later', at(12), {}, ['nothing-tracked 2026-11-20']],
    ['later still', at(12, 1), {}, []],
    ['with time on the day', at(10), { todayMs: 1 }, []],
    ['with a timer', at(10), { running: running('now', at(10)) }, []],
    ['told before', at(10), { isTold: () => true }, []],
    ['told twice today', at(10), { toldToday: () => 2 }, []],
  ] as const)('nothing tracked, %s', (_name, nowMs, more, wanted) => {
    expect(keys(facts(nowMs, { remindNothingTrackedAt: 600 }, more))).toEqual(wanted)
  })

  it('waits for the time of the day, by the wall also where the clock changes', () => {
    expect(facts(at(8), { remindNothingTrackedAt: 600 }).nextMs).toBe(at(10))
    // 02:30 is left out on this Sunday; 03:30 stands for it.
    const spring = facts(at(1, 0, '2026-03-29'), { remindNothingTrackedAt: 150, remindDays: [7] })
    expect(spring.nextMs).toBe(at(3, 30, '2026-03-29'))
  })

  it.each([
    ['short of it', 4 * HOUR - 1, [], at(12)],
    ['at it', 4 * HOUR, ['long-running now 1'], at(16)],
    ['twice that', 8 * HOUR, ['long-running now 2'], at(0, 0, '2026-11-21')],
    ['thrice that', 12 * HOUR, ['long-running now 2'], at(0, 0, '2026-11-21')],
  ])('a long timer, %s', (_name, runningMs, wanted, nextMs) => {
    const answer = facts(at(8) + runningMs, { remindLongRunningMinutes: 240 }, { running: running('now', at(8)) })
    expect(keys(answer)).toEqual(wanted)
    expect(answer.nextMs).toBe(nextMs)
  })

  it('a long timer is not told its first length after its second', () => {
    const isTold = (key: string) => key === 'long-running now 2'
    const answer = facts(at(13), { remindLongRunningMinutes: 240 }, { running: running('now', at(8)), isTold })
    expect(keys(answer)).toEqual([])
  })

  it('sums up a day with time, at its time, and no other', () => {
    const settings = { remindDailySummaryAt: 17 * 60 }
    expect(keys(facts(at(17), settings, { todayMs: HOUR }))).toEqual(['daily-summary 2026-11-20'])
    expect(keys(facts(at(17), settings))).toEqual([])
    expect(facts(at(16), settings).nextMs).toBe(at(17))
  })

  it('a break is due once for time in one go, and never to somebody who has one', () => {
    const streak = { sinceMs: at(8), key: 'first' }
    const settings = { remindBreakMinutes: 90 }
    expect(facts(at(9), settings, { streak }).nextMs).toBe(at(9, 30))
    expect(facts(at(9, 31), settings, { streak }).due).toEqual([
      { kind: 'break', key: 'break first', workedMs: 91 * MIN },
    ])
    expect(keys(facts(at(9, 30), settings, { streak, resting: true }))).toEqual([])
    expect(keys(facts(at(9, 30), settings))).toEqual([])
  })
})
