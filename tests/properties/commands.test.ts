import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daySlices } from '../../src/platform/db/store/entry-writer.ts'
import { dayBounds } from '../../src/shared/zone/day-bounds.ts'
import { createTestCore } from '../fakes/test-core.ts'
import { checkProperty } from './support/check-property.ts'
import { anyStep, type Step, takeStep, timerStep } from './support/random-commands.ts'
import { visibleState } from './support/visible-state.ts'

const histories = (step: fc.Arbitrary<Step>, maxLength: number) =>
  fc.array(step, { minLength: 1, maxLength, size: 'max' })

async function withCore(holds: (t: ReturnType<typeof createTestCore>) => Promise<void>) {
  const t = createTestCore()
  try {
    await holds(t)
  } finally {
    t.dispose()
  }
}

describe('whatever is done, in any order', () => {
  it('at most one entry runs, and none ends before it starts', () =>
    checkProperty(
      histories(anyStep, 40),
      (steps) =>
        withCore(async (t) => {
          for (const step of steps) {
            await takeStep(t, step)
            const { entries } = await t.client.entries.list({ limit: 500 })
            const running = entries.filter(({ time }) => time.kind === 'clock' && time.endedAtMs === null)
            expect(running.length).toBeLessThanOrEqual(1)
            expect((await t.client.timer.status({})).running?.id).toBe(running[0]?.id)
            for (const { time } of entries) {
              if (time.kind === 'clock') expect(time.endedAtMs ?? Infinity).toBeGreaterThanOrEqual(time.startedAtMs)
              else expect(time.durationMs).toBeGreaterThanOrEqual(0)
            }
          }
        }),
      50,
    ))

  it('a switch ends what ran at the very instant the next begins', () =>
    checkProperty(
      histories(anyStep, 25),
      (steps) =>
        withCore(async (t) => {
          for (const step of steps) await takeStep(t, step)
          const before = (await t.client.timer.status({})).running
          const { entry, stopped } = await t.client.timer
            .start({ commandKey: t.key(), note: 'next', onOverlap: 'overlap' })
            .catch(() => ({ entry: undefined, stopped: undefined }))
          if (entry === undefined) return
          expect(stopped?.id).toBe(before?.id)
          if (stopped?.time.kind === 'clock' && entry.time.kind === 'clock') {
            expect(stopped.time.endedAtMs).toBe(entry.time.startedAtMs)
          }
        }),
      50,
    ))

  it('the kept slices per day are those that the entries give when counted anew, and nothing else', () =>
    checkProperty(
      histories(anyStep, 50),
      (steps) =>
        withCore(async (t) => {
          for (const step of steps) {
            if (await takeStep(t, step)) continue
            if (step.c % 10 === 0) await t.client.history.undo({ commandKey: t.key() }).catch(() => undefined)
          }
          const { entries, totalMs, days } = await visibleState(t.client)
          const seqs = new Map(
            (t.db.prepare('select id, seq from entries').all() as { id: string; seq: number }[]).map((row) => [
              row.id,
              row.seq,
            ]),
          )
          const recomputed = entries
            .flatMap((entry) => daySlices(entry).map(({ day, ms }) => `${day} ${seqs.get(entry.id)} ${ms}`))
            .sort()
          const kept = (
            t.db.prepare('select day, entry_seq, ms from entry_days').all() as {
              day: string
              entry_seq: number
              ms: number
            }[]
          ).map((row) => `${row.day} ${row.entry_seq} ${row.ms}`)
          expect(kept.sort()).toEqual(recomputed)

          const ofEntries = entries.reduce((sum, { time }) => {
            if (time.kind === 'day') return sum + time.durationMs
            return sum + (time.endedAtMs === null ? 0 : time.endedAtMs - time.startedAtMs)
          }, 0)
          expect(totalMs).toBe(ofEntries)
          expect(days.reduce((sum, day) => sum + day.totalMs, 0)).toBe(ofEntries)
        }),
      50,
    ))

  it('a timer alone never counts more time than has passed: no overlaps, and no day longer than it was', () =>
    checkProperty(
      histories(timerStep, 50),
      (steps) =>
        withCore(async (t) => {
          const startedMs = t.clock.nowMs() - 1001 * 60_000
          for (const step of steps) await takeStep(t, step)
          const { entries, days, totalMs } = await visibleState(t.client)
          const spans = entries
            .flatMap(({ time }) =>
              time.kind === 'clock' ? [[time.startedAtMs, time.endedAtMs ?? t.clock.nowMs()] as const] : [],
            )
            .filter(([from, to]) => to > from)
            .sort(([a], [b]) => a - b)
          for (const [n, [from]] of spans.entries()) expect(from).toBeGreaterThanOrEqual(spans[n - 1]?.[1] ?? 0)
          expect(totalMs).toBeLessThanOrEqual(t.clock.nowMs() - startedMs)
          for (const { day, totalMs: dayMs } of days) {
            const { startMs, endMs } = dayBounds(day, t.clock.zone())
            expect(dayMs).toBeLessThanOrEqual(endMs - startMs)
          }
        }),
      50,
    ))
})

describe('undoing everything', () => {
  it('returns to the very first state, and redoing everything to the last', () =>
    checkProperty(
      histories(anyStep, 40),
      (steps) =>
        withCore(async (t) => {
          const first = await visibleState(t.client)
          let done = 0
          for (const step of steps) if (await takeStep(t, step)) done += 1
          const last = await visibleState(t.client)
          for (let n = 0; n < done; n += 1) await t.client.history.undo({ commandKey: t.key() })
          expect(await visibleState(t.client)).toEqual(first)
          await expect(t.client.history.undo({ commandKey: t.key() })).rejects.toMatchObject({
            code: 'nothing-to-undo',
          })
          for (let n = 0; n < done; n += 1) await t.client.history.redo({ commandKey: t.key() })
          expect(await visibleState(t.client)).toEqual(last)
          await expect(t.client.history.redo({ commandKey: t.key() })).rejects.toMatchObject({
            code: 'nothing-to-redo',
          })
        }),
      50,
    ))

  it('step by step passes through the same states, with undo and redo at any point in between', () =>
    checkProperty(
      fc.tuple(histories(anyStep, 20), fc.array(fc.nat(5), { minLength: 1, maxLength: 12 })),
      ([steps, moves]) =>
        withCore(async (t) => {
          const states = [await visibleState(t.client)]
          for (const step of steps) if (await takeStep(t, step)) states.push(await visibleState(t.client))
          let at = states.length - 1
          for (const [n, move] of moves.entries()) {
            for (let i = 0; i < move; i += 1) {
              const back = n % 2 === 0
              if (back ? at === 0 : at === states.length - 1) break
              await t.client.history[back ? 'undo' : 'redo']({ commandKey: t.key() })
              at += back ? -1 : 1
              expect(await visibleState(t.client)).toEqual(states[at])
            }
          }
        }),
      50,
    ))
})
