import { describe, expect, it } from 'vitest'
import { firstSightPx } from './first-sight.ts'

describe('firstSightPx', () => {
  it('begins a past day a little before its first own entry', () => {
    expect(firstSightPx([0, 432], null, 600, 48)).toBe(408)
    expect(firstSightPx([0], null, 600, 48)).toBe(0)
  })
  it('always shows now on today, and the first entry too where both fit', () => {
    expect(firstSightPx([432], 800, 600, 48)).toBe(408)
    const far = firstSightPx([432], 1100, 600, 48)
    expect(far).toBeLessThan(1100)
    expect(far + 600).toBeGreaterThan(1100)
    const night = firstSightPx([], 100, 600, 48)
    expect(night).toBe(0)
  })
  it('begins an empty day in the morning', () => {
    expect(firstSightPx([], null, 600, 48)).toBe(348)
  })
})
