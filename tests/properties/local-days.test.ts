import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../src/shared/zone/day-arithmetic.ts'
import { dayBounds, dayOf } from '../../src/shared/zone/day-bounds.ts'
import { createTestCore } from '../fakes/test-core.ts'
import { checkProperty } from './support/check-property.ts'
import { nastyMoments } from './support/nasty-zones.ts'

const HOUR = 3_600_000

async function withCore(zone: string, holds: (t: ReturnType<typeof createTestCore>) => Promise<void>) {
  const t = createTestCore()
  t.clock.travelTo(zone)
  try {
    await holds(t)
  } finally {
    t.dispose()
  }
}

describe('local days of 0, 23, 23½, 24, 24½, 25 and 48 hours', () => {
  it('a timer that runs the whole day counts exactly the real length of the day, and nothing on its neighbours', () =>
    checkProperty(
      nastyMoments,
      ({ zone, ms }) =>
        withCore(zone, async (t) => {
          const day = dayOf(ms, zone)
          const { startMs, endMs } = dayBounds(day, zone)
          t.clock.set(startMs)
          await t.client.timer.start({ commandKey: t.key() })
          t.clock.set(endMs)
          await t.client.timer.stop({ commandKey: t.key() })
          expect((await t.client.entries.day({ day })).closedMs).toBe(endMs - startMs)
          const { days } = await t.client.entries.days({ fromDay: addDays(day, -3), toDay: addDays(day, 3) })
          expect(days).toEqual(endMs > startMs ? [{ day, totalMs: endMs - startMs, entries: 1 }] : days)
        }),
      120,
    ))

  it('an entry split anywhere counts on each day what it counted whole', () =>
    checkProperty(
      fc.tuple(nastyMoments, fc.integer({ min: 2, max: 60 * HOUR }), fc.integer({ min: 1, max: 999 })),
      ([{ zone, ms }, lengthMs, at]) =>
        withCore(zone, async (t) => {
          const time = { kind: 'clock' as const, startedAtMs: ms, endedAtMs: ms + lengthMs }
          const { entry } = await t.client.entries.add({ commandKey: t.key(), time })
          const range = { fromDay: addDays(dayOf(ms, zone), -2), toDay: addDays(dayOf(ms, zone), 6) }
          const sums = async () => (await t.client.entries.days(range)).days.map(({ day, totalMs }) => [day, totalMs])
          const whole = await sums()
          const atMs = ms + Math.max(1, Math.min(lengthMs - 1, Math.floor((lengthMs * at) / 1000)))
          const { entries } = await t.client.entries.split({ commandKey: t.key(), id: entry.id, atMs })
          expect(await sums()).toEqual(whole)
          await t.client.entries.merge({ commandKey: t.key(), ids: entries.map(({ id }) => id) })
          expect(await sums()).toEqual(whole)
        }),
      100,
    ))

  it('today until now is the same in the status, the live state with the timer added, and the report', () =>
    checkProperty(
      fc.tuple(nastyMoments, fc.integer({ min: 0, max: 50 * HOUR })),
      ([{ zone, ms }, ranMs]) =>
        withCore(zone, async (t) => {
          t.clock.set(ms)
          await t.client.timer.start({ commandKey: t.key() })
          t.clock.advance(ranMs)
          const { today, todayMs } = await t.client.timer.status({})
          const report = await t.client.reports.summary({ groupBy: ['day'], fromDay: today, toDay: today })
          expect(report.totalMs).toBe(todayMs)
          await t.client.timer.stop({ commandKey: t.key() })
          expect((await t.client.timer.status({})).todayMs).toBe(todayMs)
        }),
      100,
    ))

  it('a copy to any day begins at the same time on the wall, or as near as that day allows, and lasts as long', () =>
    checkProperty(
      fc.tuple(nastyMoments, nastyMoments, fc.integer({ min: 0, max: 20 * HOUR })),
      ([{ zone, ms }, { ms: toMs }, lengthMs]) =>
        withCore(zone, async (t) => {
          const time = { kind: 'clock' as const, startedAtMs: ms, endedAtMs: ms + lengthMs }
          const { entry } = await t.client.entries.add({ commandKey: t.key(), time })
          const toDay = dayOf(toMs, zone)
          const { entry: copy } = await t.client.entries.duplicate({ commandKey: t.key(), id: entry.id, toDay })
          if (copy.time.kind !== 'clock') throw new Error('a copy keeps its kind')
          expect((copy.time.endedAtMs ?? 0) - copy.time.startedAtMs).toBe(lengthMs)
          const wall = (instant: number) =>
            new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'medium' }).format(instant)
          const { startMs, endMs } = dayBounds(toDay, zone)
          expect(copy.time.startedAtMs).toBeGreaterThanOrEqual(startMs)
          // A day with a gap or a doubled hour may show another time; any other shows the same.
          if (endMs - startMs === 24 * HOUR) expect(wall(copy.time.startedAtMs)).toBe(wall(ms))
        }),
      100,
    ))
})
