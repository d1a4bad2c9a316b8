import { describe, expect, it, vi } from 'vitest'
import { createSystemClock } from './system-clock.ts'

describe('system clock', () => {
  it('follows TZ when it changes under way', () => {
    const clock = createSystemClock()
    vi.stubEnv('TZ', 'Pacific/Apia')
    expect(clock.zone()).toBe('Pacific/Apia')
    vi.stubEnv('TZ', 'Europe/Stockholm')
    expect(clock.zone()).toBe('Europe/Stockholm')
  })

  it('tells the time in whole milliseconds', () => {
    const beforeMs = Date.now()
    const nowMs = createSystemClock().nowMs()
    expect(Number.isInteger(nowMs)).toBe(true)
    expect(nowMs).toBeGreaterThanOrEqual(beforeMs)
  })
})
