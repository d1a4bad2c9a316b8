import { describe, expect, it } from 'vitest'
import { type BudgetState, freshBudget } from './budget.ts'
import type { LimitFacts } from './limit-facts.ts'
import { nextAllowedAtMs, spend } from './next-allowed.ts'
import { isRefusal, noteAnswer } from './note-answer.ts'

const NOW = 1_000_000
const rule = { windows: [], reservedShare: 0.2 }
const silent = { retryAfterMs: null, remaining: null, total: null, resetsInMs: null }

function note(facts: Partial<LimitFacts>, { state = freshBudget, inFlight = 0, random = 0 } = {}): BudgetState {
  return noteAnswer(state, { status: 200, ...silent, ...facts }, NOW, inFlight, random)
}
const waitMs = (state: BudgetState, lane: 'interactive' | 'background' = 'interactive') =>
  nextAllowedAtMs(rule, state, lane, NOW) - NOW

describe('after an answer', () => {
  it('without a word about limits nothing waits', () => {
    for (const status of [200, 400, 402, 403, 404, 500, 503]) expect(waitMs(note({ status }))).toBe(0)
  })

  it('that asks for a pause nothing goes before it is over, and a refusal pauses at least a second', () => {
    expect(waitMs(note({ status: 200, retryAfterMs: 5000 }))).toBe(5000)
    expect(waitMs(note({ status: 503, retryAfterMs: 5000 }))).toBe(5000)
    expect(waitMs(note({ status: 429, retryAfterMs: 0 }))).toBe(1000)
    expect(waitMs(note({ status: 429, retryAfterMs: 5000 }, { random: 0.5 }))).toBe(5500)
  })

  it('that asks for more than a day a mistake of some clock is assumed', () => {
    expect(waitMs(note({ status: 429, retryAfterMs: 9_000_000_000 }))).toBe(24 * 3_600_000)
  })

  it('that refuses without a time the pause doubles with each refusal, to a quarter of an hour, until a success', () => {
    let state = freshBudget
    const pausesMs = Array.from({ length: 8 }, () => {
      state = note({ status: 429 }, { state: { ...state, blockedUntilMs: null }, random: 1 - Number.EPSILON })
      return Math.round(waitMs(state) / 1000)
    })
    expect(pausesMs).toEqual([60, 120, 240, 480, 900, 900, 900, 900])
    const after = note({ status: 204 }, { state })
    expect(waitMs(note({ status: 429 }, { state: { ...after, blockedUntilMs: null } }))).toBe(30_000)
  })

  it('to an earlier request the pause asked for does not get shorter', () => {
    const state = note({ status: 429, retryAfterMs: 60_000 })
    expect(waitMs(note({ status: 429, retryAfterMs: 1000 }, { state }))).toBe(60_000)
    expect(waitMs(note({ status: 200 }, { state }))).toBe(60_000)
  })

  it('that counts what is left, the last of it is kept for the interactive lane', () => {
    const state = note({ remaining: 6, total: 30, resetsInMs: 600_000 })
    expect([waitMs(state, 'background'), waitMs(state)]).toEqual([600_000, 0])
    const one = note({ remaining: 1, total: 30, resetsInMs: 600_000 })
    expect(waitMs(spend(rule, one, 'interactive', NOW))).toBe(600_000)
  })

  it('that does not say how much there is in all, the interactive lane keeps its part to the end', () => {
    let state = note({ remaining: 29, resetsInMs: 600_000 })
    for (let remaining = 28; remaining >= 6; remaining -= 1) state = note({ remaining, resetsInMs: 600_000 }, { state })
    expect([waitMs(state, 'background'), waitMs(state)]).toEqual([600_000, 0])
  })

  it('what is still under way is not counted as left', () => {
    expect(waitMs(note({ remaining: 2, resetsInMs: 600_000 }, { inFlight: 2 }))).toBe(600_000)
  })

  it('what was counted is forgotten once it starts anew', () => {
    const state = note({ remaining: 0, resetsInMs: 600_000 })
    expect(nextAllowedAtMs(rule, state, 'background', NOW + 600_000)).toBe(NOW + 600_000)
    expect(spend(rule, state, 'background', NOW + 600_000).told).toBe(null)
  })

  it('402 and 403 are about plans and rights unless the quota itself says that nothing is left', () => {
    const refusal = (status: number, remaining: number | null) => isRefusal({ status, ...silent, remaining })
    expect([refusal(402, null), refusal(402, 3), refusal(403, null)]).toEqual([false, false, false])
    expect([refusal(402, 0), refusal(403, 0), refusal(429, 5)]).toEqual([true, true, true])
  })
})
