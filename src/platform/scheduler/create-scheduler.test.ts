import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createScheduler } from './create-scheduler.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('scheduler', () => {
  it('waits 60 days though setTimeout cannot', () => {
    const run = vi.fn()
    const sixtyDaysMs = 60 * 24 * 3_600_000
    createScheduler().after(sixtyDaysMs, run)
    vi.advanceTimersByTime(sixtyDaysMs - 1)
    expect(run).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(run).toHaveBeenCalledTimes(1)
  })

  it('never calls back once stopped, also between two steps of a long wait', () => {
    const run = vi.fn()
    const stop = createScheduler().after(2 ** 32, run)
    vi.advanceTimersByTime(2 ** 31)
    stop()
    stop()
    vi.advanceTimersByTime(2 ** 33)
    expect(run).not.toHaveBeenCalled()
  })

  it('takes a time that has passed as now', () => {
    const run = vi.fn()
    createScheduler().after(-5, run)
    vi.advanceTimersByTime(0)
    expect(run).toHaveBeenCalledTimes(1)
  })
})
