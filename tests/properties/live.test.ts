import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DayView } from '../../src/shared/contract/entries.ts'
import type { LiveEvent, LiveState } from '../../src/shared/contract/live.ts'
import { daysBetween } from '../../src/shared/zone/day-arithmetic.ts'
import { createTestCore } from '../fakes/test-core.ts'
import { checkProperty } from './support/check-property.ts'
import { anyStep, takeStep } from './support/random-commands.ts'

/** As many days as the random histories touch, before and after the fake clock's first day. */
const DAYS = daysBetween('2026-10-20', '2026-12-10')

describe('a view that follows the live stream', () => {
  it('holds what a view made from scratch holds: it reads again only the days that a delta names', () =>
    checkProperty(
      fc.array(anyStep, { minLength: 1, maxLength: 30, size: 'max' }),
      async (steps) => {
        const t = createTestCore()
        try {
          const events = await t.client.live.subscribe({})
          const view = new Map<string, Omit<DayView, 'overlaps' | 'entries' | 'zone' | 'startMs' | 'endMs' | 'gaps'>>()
          let state: LiveState | undefined
          const readDay = async (day: string) => {
            const { closedMs } = await t.client.entries.day({ day })
            view.set(day, { day, closedMs })
          }
          const apply = async (event: LiveEvent) => {
            if (event.type === 'delta') expect(event.previousRevision).toBe(state?.revision)
            state = event.state
            const days = event.type === 'snapshot' ? DAYS : (event.touched.days ?? DAYS)
            for (const day of days) await readDay(day)
          }
          const first = await events.next()
          if (!first.done) await apply(first.value)
          for (const step of steps) {
            if (!(await takeStep(t, step))) continue
            // Now and then the receiver is slow, and several commands wait for it.
            if (step.c % 4 === 0) continue
            const { value, done } = await events.next()
            if (!done) await apply(value)
          }
          const { revision } = await t.client.timer.status({})
          while (state !== undefined && state.revision < revision) {
            const { value, done } = await events.next()
            if (!done) await apply(value)
          }
          await events.return(undefined)

          const followed = DAYS.map((day) => view.get(day)?.closedMs)
          for (const day of DAYS) await readDay(day)
          expect(followed).toEqual(DAYS.map((day) => view.get(day)?.closedMs))
          const fresh = await t.client.live.subscribe({})
          const snapshot = await fresh.next()
          await fresh.return(undefined)
          // What the clock alone changes is the view's own business.
          const still = ({ nowMs: _now, zone: _zone, today: _today, todayClosedMs: _ms, ...rest }: LiveState) => rest
          if (!snapshot.done && state !== undefined) expect(still(state)).toEqual(still(snapshot.value.state))
          expect(t.core.commits.listeners).toBe(0)
        } finally {
          t.dispose()
        }
      },
      40,
    ))
})
