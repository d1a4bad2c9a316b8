import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { watchReminders } from '../../src/core/app/reminders/watch-reminders.ts'
import { dayOf } from '../../src/shared/zone/day-bounds.ts'
import { dayToNumber, weekdayOfNumber } from '../../src/shared/zone/day-number.ts'
import { FakeClock } from '../fakes/fake-clock.ts'
import { FakeScheduler } from '../fakes/fake-scheduler.ts'
import { createTestCore } from '../fakes/test-core.ts'
import { checkProperty } from './support/check-property.ts'
import { nastyMoments } from './support/nasty-zones.ts'

const MIN = 60_000

type Step =
  | { readonly what: 'start' | 'stop' | 'discard' | 'restart' }
  | { readonly what: 'pass' | 'sleep' | 'set-back'; readonly minutes: number }

const minutes = (what: 'pass' | 'sleep' | 'set-back', max: number) =>
  fc.record({ what: fc.constant(what), minutes: fc.integer({ min: 1, max }) })
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: minutes('pass', 600) },
  { weight: 1, arbitrary: minutes('sleep', 3000) },
  { weight: 1, arbitrary: minutes('set-back', 180) },
  { weight: 4, arbitrary: fc.record({ what: fc.constantFrom('start', 'stop', 'discard', 'restart') }) },
)

const settings = fc.record({
  remindNothingTrackedAt: fc.option(fc.integer({ min: 0, max: 1439 })),
  remindLongRunningMinutes: fc.option(fc.integer({ min: 30, max: 600 })),
  remindDailySummaryAt: fc.option(fc.integer({ min: 0, max: 1439 })),
  remindBreakMinutes: fc.option(fc.integer({ min: 15, max: 240 })),
  remindDays: fc.uniqueArray(fc.integer({ min: 1, max: 7 })),
})

describe('reminders over random days, sleeps, restarts and clocks that are set', () => {
  it('are never more than two of a kind on a local day, only on chosen days, only where they are on, and never twice', () =>
    checkProperty(
      fc.tuple(nastyMoments, settings, fc.array(step, { minLength: 1, maxLength: 40 })),
      async ([{ zone, ms }, chosen, steps]) => {
        const clock = new FakeClock(ms, zone)
        const scheduler = new FakeScheduler(clock)
        const t = createTestCore({ clock, scheduler })
        const context = { ports: t.ports, commits: t.core.commits }
        try {
          await t.client.settings.update({ commandKey: t.key(), ...chosen })
          let stop = watchReminders(context)
          for (const each of steps) {
            if (each.what === 'pass') scheduler.pass(each.minutes * MIN)
            else if (each.what === 'sleep') scheduler.sleep(each.minutes * MIN)
            else if (each.what === 'set-back') clock.jump(-each.minutes * MIN)
            else if (each.what === 'restart') {
              stop()
              stop = watchReminders(context)
            } else {
              const key = { commandKey: t.key() }
              // Refusals (nothing runs, the clock is behind) are part of such days.
              await t.client.timer[each.what](key).catch(() => undefined)
            }
          }
          stop()
          expect(scheduler.waiting).toBe(0)
          expect(t.log.lines).toEqual([])
          const { notifications } = await t.client.notifications.list({ limit: 200 })
          const counts = new Map<string, number>()
          for (const { kind, key, atMs } of notifications) {
            const day = dayOf(atMs, zone)
            counts.set(`${kind} ${day}`, (counts.get(`${kind} ${day}`) ?? 0) + 1)
            expect(chosen.remindDays).toContain(weekdayOfNumber(dayToNumber(day)))
            if (kind === 'nothing-tracked') expect(key).toBe(`nothing-tracked ${day}`)
          }
          expect(Math.max(0, ...counts.values())).toBeLessThanOrEqual(2)
          expect(new Set(notifications.map(({ key }) => key)).size).toBe(notifications.length)
          const on = {
            'nothing-tracked': chosen.remindNothingTrackedAt,
            'long-running': chosen.remindLongRunningMinutes,
            'daily-summary': chosen.remindDailySummaryAt,
            break: chosen.remindBreakMinutes,
          }
          for (const { kind } of notifications) expect(on[kind as keyof typeof on]).not.toBeNull()
        } finally {
          t.dispose()
        }
      },
      400,
    ))
})
