import { describe, expect, it } from 'vitest'
import { moveToDay } from './read-interval.ts'

const zone = 'Europe/Stockholm'

describe('moveToDay', () => {
  it('keeps the time on the wall over a change of the clock', () => {
    const startedAtMs = Date.UTC(2025, 2, 29, 8)
    const endedAtMs = Date.UTC(2025, 2, 29, 9, 0, 0, 250)
    expect(moveToDay({ kind: 'clock', startedAtMs, endedAtMs, zone }, '2025-03-31')).toEqual({
      startedAtMs: Date.UTC(2025, 2, 31, 7),
      endedAtMs: Date.UTC(2025, 2, 31, 8, 0, 0, 250),
    })
  })

  it('takes the night after with it', () => {
    const startedAtMs = Date.UTC(2025, 5, 10, 20)
    const endedAtMs = Date.UTC(2025, 5, 10, 23, 30)
    expect(moveToDay({ kind: 'clock', startedAtMs, endedAtMs, zone }, '2025-06-01')).toEqual({
      startedAtMs: Date.UTC(2025, 5, 1, 20),
      endedAtMs: Date.UTC(2025, 5, 1, 23, 30),
    })
  })

  it('leaves a running entry without an end', () => {
    expect(moveToDay({ kind: 'clock', startedAtMs: 0, endedAtMs: null, zone }, '1970-01-02').endedAtMs).toBeNull()
  })
})
