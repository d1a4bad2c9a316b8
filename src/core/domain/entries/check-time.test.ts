import { expect, it } from 'vitest'
import { checkTime } from './check-time.ts'

const HOUR = 3_600_000
const clock = (startedAtMs: number, endedAtMs: number | null) =>
  checkTime({ kind: 'clock', startedAtMs, endedAtMs, zone: 'UTC' })

it('an entry ends no earlier than it starts and lasts at most 999 hours', () => {
  expect(clock(5, 5).ok).toBe(true)
  expect(clock(5, null).ok).toBe(true)
  expect(clock(0, 999 * HOUR).ok).toBe(true)
  expect(clock(5, 4)).toMatchObject({ ok: false, error: { code: 'ends-before-start' } })
  expect(clock(0, 999 * HOUR + 1)).toMatchObject({ ok: false, error: { code: 'too-long' } })
  expect(checkTime({ kind: 'day', day: '2026-01-01', durationMs: 0, zone: 'UTC' }).ok).toBe(true)
})
