import { expect, it } from 'vitest'
import { createReloadBudget } from './reload-budget.ts'

it('allows three reloads in a minute, then none until the first is a minute old or a person asks', () => {
  const budget = createReloadBudget()
  expect([0, 10_000, 20_000, 59_999].map((nowMs) => budget.spend(nowMs))).toEqual([true, true, true, false])
  expect(budget.spend(60_000)).toBe(true)
  expect(budget.spend(60_001)).toBe(false)
  budget.refill()
  expect(budget.spend(60_002)).toBe(true)
})
