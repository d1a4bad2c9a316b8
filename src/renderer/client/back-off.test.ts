import { describe, expect, it } from 'vitest'
import { backOffMs } from './back-off.ts'

describe('backOffMs', () => {
  it('doubles from a quarter of a second and never waits longer than ten', () => {
    expect([0, 1, 2, 5, 6, 1000].map((failures) => backOffMs(failures, 0))).toEqual([
      250, 500, 1000, 8000, 10_000, 10_000,
    ])
  })
  it('spreads attempts over a quarter of the wait', () => {
    expect(backOffMs(2, 1)).toBe(750)
  })
})
