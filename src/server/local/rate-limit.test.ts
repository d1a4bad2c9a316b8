import { describe, expect, it } from 'vitest'
import { createRateLimit } from './rate-limit.ts'

describe('a rate limit', () => {
  it('allows so many in any window, and again once the window has passed', () => {
    let now = 0
    const may = createRateLimit(2, 1000, () => now)
    expect([may(), may(), may()]).toEqual([true, true, false])
    now = 999
    expect(may()).toBe(false)
    now = 1000
    expect([may(), may(), may()]).toEqual([true, true, false])
  })

  it('does not lock the door when the clock is set back', () => {
    let now = 10_000_000
    const may = createRateLimit(1, 1000, () => now)
    expect(may()).toBe(true)
    now = 0
    expect(may()).toBe(true)
  })
})
