import { describe, expect, it } from 'vitest'
import { createOneTimeCodes } from './one-time-codes.ts'

describe('one-time codes', () => {
  it('are spent by their first use, also when that came too late', () => {
    let now = 0
    const codes = createOneTimeCodes(() => now)
    const [used, late] = [codes.issue(1000), codes.issue(1000)]
    expect([codes.redeem(used), codes.redeem(used)]).toEqual([true, false])
    now = 1000
    expect(codes.redeem(late)).toBe(false)
    now = 0
    expect(codes.redeem(late)).toBe(false)
  })

  it('do not pile up: the oldest gives way', () => {
    const codes = createOneTimeCodes(() => 0)
    const issued = Array.from({ length: 40 }, () => codes.issue(1000))
    expect(new Set(issued).size).toBe(40)
    expect(issued.filter((code) => codes.redeem(code))).toEqual(issued.slice(8))
  })
})
