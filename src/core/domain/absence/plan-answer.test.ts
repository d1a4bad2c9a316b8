import { describe, expect, it } from 'vitest'
import type { AbsenceAnswer } from '../../../shared/contract/absence.ts'
import { planAnswer } from './plan-answer.ts'

const piece = (fromMs: number, untilMs: number) => ({ fromMs, untilMs, cause: 'idle' as const })
const running = { startedAtMs: 0, endedAtMs: null }
const stopped = { startedAtMs: 0, endedAtMs: 100 }
const pieces = [piece(10, 20), piece(50, 80)]
const kind = (name: 'keep' | 'discard' | 'discard-and-stop'): AbsenceAnswer => ({ kind: name })
const segment = (startedAtMs: number, endedAtMs: number | null) => ({ startedAtMs, endedAtMs })
const sums = (keptMs: number, movedMs: number, removedMs: number) => ({ keptMs, movedMs, removedMs })

describe('an answer', () => {
  it('keep leaves the entry as it is', () => {
    expect(planAnswer(stopped, pieces, kind('keep'))).toEqual({ segments: [stopped], moved: [], ...sums(40, 0, 0) })
  })

  it('discard leaves what is between, and the last stretch runs on', () => {
    const plan = planAnswer(running, pieces, kind('discard'))
    expect(plan).toEqual({
      segments: [segment(0, 10), segment(20, 50), segment(80, null)],
      moved: [],
      ...sums(0, 0, 40),
    })
    expect(planAnswer(stopped, pieces, kind('discard')).segments.at(-1)).toEqual(segment(80, 100))
  })

  it('discard and stop ends the entry where the last piece began', () => {
    const plan = planAnswer(running, pieces, kind('discard-and-stop'))
    expect(plan).toMatchObject({ segments: [segment(0, 10), segment(20, 50)], ...sums(0, 0, 40) })
  })

  it('never leaves a stretch of no length, be it at the start, at the end or throughout', () => {
    expect(planAnswer(stopped, [piece(0, 10), piece(90, 100)], kind('discard')).segments).toEqual([segment(10, 90)])
    expect(planAnswer(stopped, [piece(0, 100)], kind('discard')).segments).toEqual([])
    expect(planAnswer(running, [piece(0, 100)], kind('discard-and-stop')).segments).toEqual([])
    expect(planAnswer(running, [piece(0, 100)], kind('discard')).segments).toEqual([segment(100, null)])
  })

  it('move makes each piece an entry of its own', () => {
    const details = { note: 'Meeting' }
    const plan = planAnswer(stopped, pieces, { kind: 'move', details })
    expect(plan.moved).toEqual([
      { fromMs: 10, untilMs: 20, details },
      { fromMs: 50, untilMs: 80, details },
    ])
    expect(plan).toMatchObject({ segments: [segment(0, 10), segment(20, 50), segment(80, 100)], ...sums(0, 40, 0) })
  })

  it('split does different things with different parts', () => {
    const details = { note: 'Call' }
    const plan = planAnswer(stopped, pieces, {
      kind: 'split',
      parts: [
        { fromMs: 10, untilMs: 20, to: { kind: 'keep' } },
        { fromMs: 50, untilMs: 60, to: { kind: 'move', details } },
        { fromMs: 60, untilMs: 80, to: { kind: 'discard' } },
      ],
    })
    expect(plan).toEqual({
      segments: [segment(0, 50), segment(80, 100)],
      moved: [{ fromMs: 50, untilMs: 60, details }],
      ...sums(10, 10, 20),
    })
  })
})
