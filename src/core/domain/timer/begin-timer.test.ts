import { describe, expect, it } from 'vitest'
import { finished, running } from '../../../../tests/fakes/sample-entries.ts'
import { type BeginInput, checkStop, planBegin } from './begin-timer.ts'

const NOW = 1000
const plan = (input: Partial<BeginInput>) =>
  planBegin({ atMs: NOW, nowMs: NOW, running: undefined, finished: [], onOverlap: 'refuse', ...input })
const code = (result: ReturnType<typeof plan>) => (result.ok ? 'ok' : result.error.code)

describe('beginning a timer', () => {
  it('is possible now and in the past, not in the future', () => {
    expect(code(plan({}))).toBe('ok')
    expect(code(plan({ atMs: 0 }))).toBe('ok')
    expect(code(plan({ atMs: NOW + 1 }))).toBe('in-future')
  })

  it('is possible from the very start of what runs, not before', () => {
    expect(code(plan({ atMs: 500, running: running('r', 500) }))).toBe('ok')
    expect(code(plan({ atMs: 499, running: running('r', 500) }))).toBe('starts-before-running')
  })

  it('says that the clock is behind rather than that the start is wrong', () => {
    expect(code(plan({ running: running('r', NOW + 1) }))).toBe('clock-behind')
  })

  it('changes finished entries by choice only, and never cuts one to nothing', () => {
    const inTheWay = [finished('a', 100, 900), finished('b', 300, 400)]
    const asked = plan({ atMs: 350, finished: inTheWay })
    expect(asked).toMatchObject({ ok: false, error: { code: 'starts-before-last-end', data: { canCut: true } } })
    expect(plan({ atMs: 350, finished: inTheWay, onOverlap: 'cut' })).toEqual({ ok: true, value: { cut: inTheWay } })
    expect(plan({ atMs: 350, finished: inTheWay, onOverlap: 'overlap' })).toEqual({ ok: true, value: { cut: [] } })
    const lost = plan({ atMs: 300, finished: inTheWay, onOverlap: 'cut' })
    expect(lost).toMatchObject({ ok: false, error: { data: { canCut: false } } })
  })
})

describe('stopping a timer', () => {
  const stop = (atMs: number, startedAtMs = 500) => {
    const result = checkStop(running('r', startedAtMs), atMs, NOW)
    return result.ok ? result.value : result.error.code
  }

  it('is possible from its start until now', () => {
    expect(stop(500)).toBe(500)
    expect(stop(NOW)).toBe(NOW)
    expect(stop(NOW + 1)).toBe('in-future')
    expect(stop(499)).toBe('ends-before-start')
  })

  it('is refused while the clock shows a time before the start', () => {
    expect(stop(NOW, NOW + 1)).toBe('clock-behind')
  })
})
