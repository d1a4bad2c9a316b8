import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backOffMs } from '../../src/core/domain/budget/back-off.ts'
import {
  type BudgetRule,
  type BudgetState,
  freshBudget,
  reservedOf,
  shiftBudget,
} from '../../src/core/domain/budget/budget.ts'
import { estimateEndMs } from '../../src/core/domain/budget/estimate-end.ts'
import type { Lane } from '../../src/core/domain/budget/lane.ts'
import { nextAllowedAtMs, spend } from '../../src/core/domain/budget/next-allowed.ts'
import { checkProperty } from './support/check-property.ts'

interface Arrival {
  readonly atMs: number
  readonly lane: Lane
}

const rules: fc.Arbitrary<BudgetRule> = fc.record({
  windows: fc.array(
    fc.record({ requests: fc.integer({ min: 1, max: 12 }), perMs: fc.integer({ min: 1, max: 5000 }) }),
    {
      minLength: 1,
      maxLength: 3,
    },
  ),
  reservedShare: fc.constantFrom(0, 0.2, 0.5, 1),
})
const arrivals: fc.Arbitrary<readonly Arrival[]> = fc
  .array(
    fc.record({
      gapMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 1500 })),
      lane: fc.constantFrom<Lane>('interactive', 'background'),
    }),
    { minLength: 1, maxLength: 60 },
  )
  .map((gaps) => {
    let atMs = 0
    return gaps.map(({ gapMs, lane }) => {
      atMs += gapMs
      return { atMs, lane }
    })
  })

/** Sends as the gate does: whoever may go first, and of two who may, the interactive one. */
function run(rule: BudgetRule, wanted: readonly Arrival[], from: BudgetState = freshBudget) {
  let state = from
  let nowMs = 0
  const left = [...wanted]
  const sent: { readonly atMs: number; readonly lane: Lane; readonly waitedMs: number }[] = []
  while (left.length > 0) {
    const heads = (['interactive', 'background'] as const).flatMap((lane) => {
      const head = left.find((one) => one.lane === lane)
      if (head === undefined) return []
      return { head, atMs: nextAllowedAtMs(rule, state, lane, Math.max(nowMs, head.atMs)) }
    })
    const [first] = heads.sort((a, b) => a.atMs - b.atMs)
    if (first === undefined) throw new Error('nobody left')
    nowMs = first.atMs
    state = spend(rule, state, first.head.lane, nowMs)
    left.splice(left.indexOf(first.head), 1)
    sent.push({ atMs: nowMs, lane: first.head.lane, waitedMs: nowMs - first.head.atMs })
  }
  return { sent, state }
}

/** Most requests in any stretch of `perMs`: it is enough to look at those that begin with a request. */
function busiest(sent: readonly { readonly atMs: number }[], perMs: number): number {
  return Math.max(
    0,
    ...sent.map(({ atMs }) => sent.filter((one) => one.atMs >= atMs && one.atMs < atMs + perMs).length),
  )
}

describe('a budget', () => {
  it('is never exceeded in any stretch of any window, and the background never takes the reserved part', () =>
    checkProperty(
      fc.tuple(rules, arrivals),
      ([rule, wanted]) => {
        const { sent } = run(rule, wanted)
        for (const { requests, perMs } of rule.windows) {
          expect(busiest(sent, perMs)).toBeLessThanOrEqual(requests)
          const background = sent.filter(({ lane }) => lane === 'background')
          expect(busiest(background, perMs)).toBeLessThanOrEqual(requests - reservedOf(requests, rule.reservedShare))
        }
      },
      300,
    ))

  it('wastes nothing: a request that waits could not have gone a millisecond earlier', () =>
    checkProperty(
      fc.tuple(rules, arrivals),
      ([rule, wanted]) => {
        const { sent } = run(rule, wanted)
        for (const [index, one] of sent.entries()) {
          if (one.waitedMs === 0) continue
          const earlier = [...sent.slice(0, index), { ...one, atMs: one.atMs - 1 }]
          const last = sent[index - 1]
          const tooMany = rule.windows.some(({ requests, perMs }) => {
            const mine = earlier.filter(({ lane }) => lane === one.lane)
            const allowed = one.lane === 'background' ? requests - reservedOf(requests, rule.reservedShare) : requests
            return busiest(earlier, perMs) > requests || busiest(mine, perMs) > allowed
          })
          expect(tooMany || (last !== undefined && last.atMs === one.atMs)).toBe(true)
        }
      },
      200,
    ))

  it('keeps a place for the running timer: however much the background sends, it waits for no window with a reserve', () =>
    checkProperty(
      fc.tuple(rules, fc.array(fc.integer({ min: 0, max: 4000 }), { minLength: 1, maxLength: 10 })),
      ([{ windows }, gapsMs]) => {
        const rule = { windows, reservedShare: 0.2 }
        // The background wants more than there is, all the time; a person starts or stops now and then: never more
        // than the reserve of a window in that window.
        const restMs = Math.max(...windows.map(({ perMs }) => perMs))
        let atMs = 0
        const clicks = gapsMs.map((gapMs) => {
          atMs += restMs + gapMs
          return { atMs, lane: 'interactive' as const }
        })
        const background = Array.from({ length: 150 }, (_, index) => ({ atMs: index, lane: 'background' as const }))
        const { sent } = run(rule, [...clicks, ...background])
        // A window of a single request has no reserve: its length is the bound.
        const boundMs = Math.max(0, ...windows.filter(({ requests }) => requests === 1).map(({ perMs }) => perMs))
        for (const { lane, waitedMs } of sent) if (lane === 'interactive') expect(waitedMs).toBeLessThanOrEqual(boundMs)
      },
      200,
    ))

  it('is estimated to end exactly when it does, should nothing else be sent', () =>
    checkProperty(
      fc.tuple(rules, arrivals, fc.integer({ min: 0, max: 80 }), fc.integer({ min: 0, max: 300 })),
      ([rule, before, requests, latencyMs]) => {
        const { state: start, sent } = run(rule, before)
        const nowMs = sent.at(-1)?.atMs ?? 0
        let [state, endMs] = [start, nowMs]
        for (let index = 0; index < requests; index += 1) {
          const atMs = nextAllowedAtMs(rule, state, 'background', endMs)
          state = spend(rule, state, 'background', atMs)
          endMs = atMs + latencyMs
        }
        expect(estimateEndMs(rule, start, requests, latencyMs, nowMs)).toBe(endMs)
      },
      300,
    ))

  it('means the same on a clock that was set', () =>
    checkProperty(
      fc.tuple(rules, arrivals, fc.integer({ min: -1_000_000_000, max: 1_000_000_000 })),
      ([rule, wanted, deltaMs]) => {
        const { state } = run(rule, wanted)
        const nowMs = wanted.at(-1)?.atMs ?? 0
        for (const lane of ['interactive', 'background'] as const)
          expect(nextAllowedAtMs(rule, shiftBudget(state, deltaMs), lane, nowMs + deltaMs) - deltaMs).toBe(
            nextAllowedAtMs(rule, state, lane, nowMs),
          )
      },
      200,
    ))
})

describe('back-off', () => {
  it('is somewhere between nothing and a bound that doubles up to the cap', () =>
    checkProperty(
      fc.tuple(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })),
      ([attempt, random]) => {
        const waitMs = backOffMs(attempt, { baseMs: 1000, capMs: 900_000 }, random)
        const boundMs = Math.min(900_000, 1000 * 2 ** (attempt - 1))
        expect(waitMs).toBeGreaterThanOrEqual(0)
        expect(waitMs).toBeLessThan(boundMs)
        expect(backOffMs(attempt, { baseMs: 1000, capMs: 900_000 }, 1 - Number.EPSILON / 2)).toBeGreaterThan(
          boundMs - 2,
        )
      },
      200,
    ))
})
