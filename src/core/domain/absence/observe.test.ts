import { describe, expect, it } from 'vitest'
import type { AbsencePiece } from '../../../shared/contract/absence.ts'
import type { EvidenceKind } from './evidence.ts'
import { observe } from './observe.ts'
import { type PresenceState, presentState } from './presence-state.ts'

const SECOND = 1000
const MINUTE = 60_000
/** 18:00 on a day that does not matter. */
const SIX = 1_800_000_000_000
const rules = { thresholdMs: 5 * MINUTE }

/** `18:16` or `18:16:30`; hours may go beyond 24. */
function clock(text: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = text.split(':').map(Number)
  return SIX + (hours - 18) * 60 * MINUTE + minutes * MINUTE + seconds * SECOND
}

function follow(steps: readonly (readonly [string, EvidenceKind])[], start: PresenceState = presentState) {
  let state = start
  const pieces: AbsencePiece[] = []
  for (const [time, evidence] of steps) {
    const atMs = clock(time)
    const observed = observe(state, { ...evidence, atMs, monotonicMs: atMs }, rules)
    state = observed.state
    pieces.push(...observed.pieces)
  }
  return { state, pieces }
}

const look = (idle: string): EvidenceKind => ({ kind: 'look', idleMs: clock(`18:${idle}`) - SIX })
const lock = (idle = '0'): EvidenceKind => ({ kind: 'lock', idleMs: clock(`18:${idle}`) - SIX })
const is = (kind: 'unlock' | 'suspend' | 'resume' | 'shutdown' | 'user-left' | 'user-back' | 'back' | 'command') =>
  ({ kind }) as const
const piece = (from: string, until: string, cause: AbsencePiece['cause']): AbsencePiece => ({
  fromMs: clock(from),
  untilMs: clock(until),
  cause,
})

describe('the first cause', () => {
  it('keeps its start, whatever comes later: idle 18:16, lock 18:18, sleep 18:47', () => {
    const steps = [
      ['18:16', look('0')],
      ['18:18', lock('2')],
      ['18:21', look('5')],
      ['18:47', is('suspend')],
    ] as const
    expect(follow(steps).state.away).toEqual({ cause: 'idle', sinceMs: clock('18:16') })
    const { pieces } = follow([...steps, ['31:00', is('resume')], ['31:01', is('unlock')]])
    expect(pieces).toEqual([piece('18:16', '31:01', 'idle')])
  })

  it('is the lock where somebody locked the screen by hand', () => {
    const { pieces } = follow([
      ['18:18', lock()],
      ['18:47', is('suspend')],
      ['31:00', is('resume')],
      ['31:01', is('unlock')],
    ])
    expect(pieces).toEqual([piece('18:18', '31:01', 'lock')])
  })

  it('is the last input once the threshold is reached, and not before', () => {
    expect(follow([['18:05', look('4:59')]]).state.away).toBeNull()
    expect(follow([['18:05', look('5')]]).state.away).toEqual({ cause: 'idle', sinceMs: SIX })
  })
})

describe('the person is back', () => {
  it('only when no cause is open any more', () => {
    const away = [
      ['18:00', lock()],
      ['18:10', is('suspend')],
      ['18:20', is('resume')],
    ] as const
    expect(follow(away)).toMatchObject({ pieces: [], state: { away: { cause: 'lock' } } })
    expect(follow([...away, ['18:30', is('unlock')]]).pieces).toEqual([piece('18:00', '18:30', 'lock')])
  })

  it('by the last input, not by the look that found it', () => {
    const { pieces } = follow([
      ['18:20', look('20')],
      ['18:40', look('3')],
    ])
    expect(pieces).toEqual([piece('18:00', '18:37', 'idle')])
  })

  it('not by the same last input, which whole seconds move a little', () => {
    const { pieces, state } = follow([
      ['18:20', look('20')],
      ['18:20:15', look('20:14')],
    ])
    expect([pieces, state.away?.sinceMs]).toEqual([[], SIX])
  })

  it('not by a bump of the pointer on the lock screen, but by a minute of work where the unlock was missed', () => {
    const bumped = [
      ['18:00', lock()],
      ['18:10', look('0:01')],
      ['18:12', look('2')],
    ] as const
    expect(follow(bumped).state.away?.cause).toBe('lock')
    const working = [
      ['18:20', look('0:01')],
      ['18:20:30', look('0:02')],
      ['18:21:05', look('0:01')],
    ] as const
    expect(follow([...bumped, ...working]).pieces).toEqual([piece('18:00', '18:19:59', 'lock')])
  })

  it('not by the input of another user', () => {
    const { pieces, state } = follow([
      ['18:00', is('user-left')],
      ['18:10', look('0:01')],
      ['18:15', look('0:01')],
    ])
    expect([pieces, state.away?.cause]).toEqual([[], 'user-switch'])
  })

  it('by input after a shutdown that somebody called off', () => {
    const { pieces, state } = follow([
      ['18:00', is('shutdown')],
      ['18:01', look('0:01')],
    ])
    expect([pieces, state.away]).toEqual([[], null])
  })
})

describe('the threshold', () => {
  it.each([
    ['lock', 'unlock'],
    ['suspend', 'resume'],
    ['user-left', 'user-back'],
  ] as const)('is asked of every cause on return: 3 s of %s are nothing', (left, back) => {
    const gone = left === 'lock' ? lock() : is(left)
    expect(
      follow([
        ['18:00', gone],
        ['18:00:03', is(back)],
      ]).pieces,
    ).toEqual([])
    expect(
      follow([
        ['18:00', gone],
        ['18:05', is(back)],
      ]).pieces,
    ).toHaveLength(1)
  })

  it('is not asked of an absence that the person spoke of', () => {
    const away = { kind: 'away', sinceMs: SIX } as const
    expect(
      follow([
        ['18:00', away],
        ['18:00:03', is('back')],
      ]).pieces,
    ).toEqual([piece('18:00', '18:00:03', 'away')])
  })
})

describe('away, said by the person', () => {
  const said = (since: string) => ({ kind: 'away', sinceMs: clock(since) }) as const

  it('begins when they say it did, and is not ended by the typing of it', () => {
    const { pieces, state } = follow([
      ['18:10', said('18:02')],
      ['18:10:05', look('0:02')],
      ['18:10:20', look('0:01')],
    ])
    expect([pieces, state.away]).toEqual([[], { cause: 'away', sinceMs: clock('18:02') }])
  })

  it('ends by input after they were really still', () => {
    const { pieces } = follow([
      ['18:00', said('18:00')],
      ['18:01', look('0:30')],
      ['18:10', look('9:30')],
      ['18:20', look('0:10')],
    ])
    expect(pieces).toEqual([piece('18:00', '18:19:50', 'away')])
  })

  it.each(['back', 'unlock', 'user-back', 'command'] as const)('ends by %s', (kind) => {
    expect(
      follow([
        ['18:00', said('18:00')],
        ['18:20', is(kind)],
      ]).pieces,
    ).toEqual([piece('18:00', '18:20', 'away')])
  })
})

describe('a machine that wakes with nobody there', () => {
  it('ten times within a minute gives at most one piece', () => {
    const storm = Array.from({ length: 10 }, (_, index) => [
      [`31:00:${index * 5}`, is('resume')] as const,
      [`31:00:${index * 5 + 2}`, is('suspend')] as const,
    ]).flat()
    const { pieces } = follow([['18:00', is('suspend')], ...storm, ['32:00', is('resume')]])
    // The same absence, grown: one start, one cause.
    expect(new Set(pieces.map(({ fromMs, cause }) => `${fromMs} ${cause}`))).toEqual(new Set([`${SIX} sleep`]))
    expect(pieces.at(-1)?.untilMs).toBe(clock('32:00'))
  })

  it('does not go on with an absence once somebody was there', () => {
    const { pieces } = follow([
      ['18:00', is('suspend')],
      ['18:30', is('resume')],
      ['18:30:20', look('0:05')],
      ['18:30:40', is('suspend')],
      ['18:50', is('resume')],
    ])
    expect(pieces).toEqual([piece('18:00', '18:30', 'sleep'), piece('18:30:40', '18:50', 'sleep')])
  })
})

describe('a command that changes what runs', () => {
  it('ends the absence; a screen that is still locked begins another one', () => {
    const { pieces, state } = follow([
      ['18:00', lock()],
      ['18:30', is('command')],
    ])
    expect(pieces).toEqual([piece('18:00', '18:30', 'lock')])
    expect(state.away).toEqual({ cause: 'lock', sinceMs: clock('18:30') })
  })

  it('counts as input of the person, so that idle time counts from it', () => {
    const steps = [
      ['18:20', look('20')],
      ['18:30', is('command')],
    ] as const
    expect(follow([...steps, ['18:31', look('31')]]).state.away).toBeNull()
    expect(follow([...steps, ['18:35', look('35')]]).state.away).toEqual({ cause: 'idle', sinceMs: clock('18:30') })
  })
})
