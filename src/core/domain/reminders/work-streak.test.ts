import { describe, expect, it } from 'vitest'
import { finished, running } from '../../../../tests/fakes/sample-entries.ts'
import { workStreak } from './work-streak.ts'

const MIN = 60_000

describe('workStreak', () => {
  it('a timer alone is in one go since it began', () => {
    expect(workStreak(running('now', 100 * MIN), [], [])).toEqual({ sinceMs: 100 * MIN, key: 'now' })
  })

  it('goes back over entries less than five minutes apart, whatever their order, and keeps one key', () => {
    const before = [finished('second', 40 * MIN, 96 * MIN), finished('first', 10 * MIN, 40 * MIN)]
    expect(workStreak(running('now', 100 * MIN), before, [])).toEqual({ sinceMs: 10 * MIN, key: 'first' })
  })

  it('five minutes between two entries are a break', () => {
    const before = [finished('first', 10 * MIN, 95 * MIN)]
    expect(workStreak(running('now', 100 * MIN), before, []).sinceMs).toBe(100 * MIN)
    expect(workStreak(running('now', 100 * MIN - 1), before, []).sinceMs).toBe(10 * MIN)
  })

  it('an entry beside a longer one hides no gap and makes none', () => {
    const before = [finished('long', 0, 99 * MIN), finished('inside', 50 * MIN, 60 * MIN)]
    expect(workStreak(running('now', 100 * MIN), before, []).key).toBe('long')
    expect(workStreak(running('now', 30 * MIN), before, []).key).toBe('long')
  })

  it('an absence that waits for its answer is a break, a short one is not', () => {
    const piece = (fromMs: number, untilMs: number) => ({ fromMs, untilMs, cause: 'idle' as const })
    const now = running('now', 100 * MIN)
    expect(workStreak(now, [], [piece(110 * MIN, 130 * MIN)])).toEqual({ sinceMs: 130 * MIN, key: `now ${130 * MIN}` })
    expect(workStreak(now, [], [piece(110 * MIN, 112 * MIN)]).key).toBe('now')
  })
})
