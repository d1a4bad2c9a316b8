import { describe, expect, it } from 'vitest'
import type { LiveState } from '../../shared/contract/live.ts'
import { liveUpdate } from './live-update.ts'
import { isTouched, queryKeys } from './query-keys.ts'

// Only what the decision looks at.
const state = (revision: number, startedAtMs = 1) => ({ revision, host: { startedAtMs } }) as LiveState
const touched = { kinds: ['entry' as const], days: ['2026-11-20'] }

describe('liveUpdate', () => {
  it('applies the step that follows', () => {
    const next = state(8)
    expect(liveUpdate(state(7), { type: 'delta', previousRevision: 7, state: next, touched })).toEqual({
      kind: 'apply',
      state: next,
      touched,
    })
  })
  it('never applies a step over a gap', () => {
    const event = { type: 'delta' as const, previousRevision: 8, state: state(9), touched }
    expect(liveUpdate(state(7), event).kind).toBe('gap')
    expect(liveUpdate(null, event).kind).toBe('gap')
  })
  it('voids everything at a snapshot of as many steps that were others: a restored profile', () => {
    const stepped = (commandId: string) => ({ ...state(7), undo: { commandId } }) as LiveState
    const event = { type: 'snapshot' as const, state: stepped('b') }
    expect(liveUpdate(stepped('a'), event)).toMatchObject({ touched: 'everything' })
    expect(liveUpdate(stepped('b'), event)).toMatchObject({ touched: 'nothing' })
  })
  it('voids everything at a snapshot, unless nothing happened in between', () => {
    const everything = liveUpdate(state(7), { type: 'snapshot', state: state(9) })
    expect(everything).toMatchObject({ kind: 'apply', touched: 'everything' })
    expect(liveUpdate(state(7), { type: 'snapshot', state: state(7) })).toMatchObject({ touched: 'nothing' })
    expect(liveUpdate(state(7, 1), { type: 'snapshot', state: state(7, 2) })).toMatchObject({ touched: 'everything' })
  })
})

describe('isTouched', () => {
  it('refreshes only the days that were touched', () => {
    expect(isTouched(queryKeys.day('2026-11-20'), touched)).toBe(true)
    expect(isTouched(queryKeys.day('2026-11-19'), touched)).toBe(false)
    expect(isTouched(queryKeys.days('2026-11-16', '2026-11-22'), touched)).toBe(true)
    expect(isTouched(queryKeys.days('2026-11-01', '2026-11-19'), touched)).toBe(false)
    expect(isTouched(queryKeys.day('2026-11-19'), { kinds: ['entry'], days: null })).toBe(true)
  })
  it('leaves days alone when only names changed, and refreshes what searches by name', () => {
    const renamed = { kinds: ['project' as const], days: [] }
    expect(isTouched(queryKeys.day('2026-11-20'), renamed)).toBe(false)
    expect(isTouched(queryKeys.catalogue, renamed)).toBe(true)
    expect(isTouched(queryKeys.entries({}), renamed)).toBe(true)
  })
  it('refreshes what it does not know', () => {
    expect(isTouched(['something new'], touched)).toBe(true)
  })
})
