import { expect, it } from 'vitest'
import { frecency } from './frecency.ts'

const WEEK = 7 * 24 * 3_600_000

it('more uses and later uses rank higher; a week halves the weight', () => {
  const at = (uses: number, lastUsedMs: number) => frecency({ uses, lastUsedMs }, 10 * WEEK)
  expect(at(2, 10 * WEEK)).toBeGreaterThan(at(1, 10 * WEEK))
  expect(at(1, 10 * WEEK)).toBeGreaterThan(at(1, 9 * WEEK))
  expect(at(1, 9 * WEEK)).toBeCloseTo(at(1, 10 * WEEK) / 2)
})

it('a use in the future weighs as one of now: a clock set back does not lift old habits to infinity', () => {
  expect(frecency({ uses: 1, lastUsedMs: 20 * WEEK }, 0)).toBe(frecency({ uses: 1, lastUsedMs: 0 }, 0))
})
