import { describe, expect, it } from 'vitest'
import type { EvidenceKind } from './evidence.ts'
import { observe } from './observe.ts'
import { type PresenceState, presentState } from './presence-state.ts'

const MINUTE = 60_000
const NOON = 1_800_000_000_000
const rules = { thresholdMs: 5 * MINUTE }
const watching: PresenceState = { ...presentState, reading: { atMs: NOON, monotonicMs: 0 } }
const look = { kind: 'look', idleMs: undefined } as const

function seen(wallMs: number, livedMs: number, evidence: EvidenceKind = look, state = watching) {
  return observe(state, { ...evidence, atMs: NOON + wallMs, monotonicMs: livedMs }, rules)
}

describe('time in which nobody looked', () => {
  const weeks = 21 * 24 * 60 * MINUTE

  it('is one sleep, also of three weeks, where both clocks went on or a machine woke', () => {
    const slept = [{ fromMs: NOON, untilMs: NOON + weeks, cause: 'sleep' }]
    expect(seen(weeks, weeks).pieces).toEqual(slept)
    expect(seen(weeks, 2000, { kind: 'resume' }).pieces).toEqual(slept)
  })

  it('is a clock that was set where only the wall clock moved', () => {
    expect(seen(120 * MINUTE, 15_000).pieces).toMatchObject([{ fromMs: NOON, cause: 'clock' }])
  })

  it('ends with the first input, where that is known', () => {
    const awake = seen(weeks, 2000, { kind: 'look', idleMs: weeks })
    expect(awake.pieces).toEqual([])
    const back = observe(awake.state, { ...look, idleMs: 1000, atMs: NOON + weeks + 9000, monotonicMs: 11_000 }, rules)
    expect(back.pieces).toEqual([{ fromMs: NOON, untilMs: NOON + weeks + 8000, cause: 'clock' }])
  })

  it('is nothing below the threshold, and nothing while nobody means to look', () => {
    expect(seen(4 * MINUTE, 15_000).pieces).toEqual([])
    expect(seen(weeks, weeks, look, presentState)).toEqual({ state: presentState, pieces: [] })
  })

  it('adds nothing to an absence that has begun already', () => {
    const locked = seen(0, 0, { kind: 'lock', idleMs: 0 }).state
    expect(seen(weeks, 15_000, look, locked).state.away).toEqual({ cause: 'lock', sinceMs: NOON })
  })
})

describe('a clock set back', () => {
  const locked = seen(10 * MINUTE, 10 * MINUTE, { kind: 'lock', idleMs: 0 }).state

  it('never gives a piece that ends before it starts', () => {
    expect(seen(5 * MINUTE, 11 * MINUTE, { kind: 'unlock' }, locked).pieces).toEqual([])
  })

  it('lets the absence begin anew at its time, for its start would lie in the future', () => {
    const { state } = seen(-59 * MINUTE, 11 * MINUTE, look, locked)
    expect(state.away).toEqual({ cause: 'lock', sinceMs: NOON - 60 * MINUTE })
    const { pieces } = seen(-30 * MINUTE, 41 * MINUTE, { kind: 'unlock' }, state)
    expect(pieces).toEqual([{ fromMs: NOON - 60 * MINUTE, untilMs: NOON - 30 * MINUTE, cause: 'lock' }])
  })

  it('does not hide idle time afterwards', () => {
    const here = seen(0, 0, { kind: 'look', idleMs: 0 }).state
    let { state } = seen(-60 * MINUTE, 1000, { kind: 'look', idleMs: 1000 }, here)
    for (let minute = 1; minute <= 6; minute += 1) {
      const idle = { kind: 'look', idleMs: minute * MINUTE } as const
      state = seen((minute - 60) * MINUTE, minute * MINUTE, idle, state).state
    }
    expect(state.away).toEqual({ cause: 'idle', sinceMs: NOON - 60 * MINUTE })
  })
})
