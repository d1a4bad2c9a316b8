import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EvidenceKind } from '../../src/core/domain/absence/evidence.ts'
import { observe } from '../../src/core/domain/absence/observe.ts'
import { type PresenceState, presentState } from '../../src/core/domain/absence/presence-state.ts'
import type { AbsencePiece } from '../../src/shared/contract/absence.ts'
import { checkProperty } from './support/check-property.ts'
import { createPresenceModel, presenceStep } from './support/presence-model.ts'

const MINUTE = 60_000
const rules = { thresholdMs: 5 * MINUTE }
const START: PresenceState = { ...presentState, reading: { atMs: 0, monotonicMs: 0 } }

const anyIdleMs = fc.option(fc.oneof(fc.nat(2000), fc.nat(60 * MINUTE)), { nil: undefined })
const anyEvidence: fc.Arbitrary<EvidenceKind> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('look' as const), idleMs: anyIdleMs }) },
  fc.record({ kind: fc.constant('lock' as const), idleMs: anyIdleMs }),
  fc.record({
    kind: fc.constantFrom('unlock', 'suspend', 'resume', 'shutdown', 'user-left', 'user-back', 'back', 'command'),
  }),
  fc.nat(20 * MINUTE).map((ms) => ({ kind: 'away' as const, sinceMs: ms })),
)
/** How both clocks move before it: mostly together; now and then the machine sleeps, or the wall clock is set. */
const anyStep = fc.record({
  evidence: anyEvidence,
  livedMs: fc.oneof(fc.nat(90_000), fc.nat(40 * MINUTE)),
  setMs: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, fc.integer({ min: -30 * MINUTE, max: 300 * MINUTE })),
})

describe('the engine, over any evidence', () => {
  it('never changes the cause and the start of an absence, and no piece ends before it starts', () =>
    checkProperty(
      fc.array(anyStep, { maxLength: 60 }),
      (steps) => {
        let state = START
        let [atMs, monotonicMs] = [0, 0]
        for (const { evidence, livedMs, setMs } of steps) {
          atMs += livedMs + setMs
          monotonicMs += livedMs
          const before = state
          const { state: next, pieces } = observe(before, { ...evidence, atMs, monotonicMs }, rules)
          state = next
          // Only a start that a clock set back has put into the future may move, and then backwards.
          const isFrozen = before.away !== null && before.away.sinceMs <= atMs
          const [first] = pieces
          if (isFrozen && first !== undefined)
            expect([first.cause, first.fromMs]).toEqual(Object.values(before.away ?? {}))
          if (isFrozen && first === undefined && next.away !== null && evidence.kind !== 'command') {
            // An absence too short to ask about may have given way to the next.
            if (next.away.sinceMs !== before.away?.sinceMs) expect(before.away?.sinceMs).toBeLessThan(next.away.sinceMs)
            else expect(next.away.cause).toBe(before.away.cause)
          }
          for (const { fromMs, untilMs } of pieces) expect(fromMs).toBeLessThan(untilMs)
          expect(next.away === null).toBe(next.open.size === 0)
        }
      },
      2000,
    ))

  it('finds the same absences, however often somebody looks at the idle time', () =>
    checkProperty(
      fc.record({
        // Work in one go, then an absence: clearly shorter or clearly longer than the threshold.
        turns: fc.array(
          fc.record({
            workMs: fc.integer({ min: 5000, max: 20 * MINUTE }),
            awayMs: fc.oneof(
              fc.integer({ min: 0, max: 4 * MINUTE }),
              fc.integer({ min: 7 * MINUTE, max: 600 * MINUTE }),
            ),
          }),
          { minLength: 1, maxLength: 8 },
        ),
        everyMs: fc.constantFrom(1000, 5000, 15_000, 30_000, 90_000),
        offsetMs: fc.nat(1000),
      }),
      ({ turns, everyMs, offsetMs }) => {
        const seldom = found(turns, everyMs, offsetMs)
        const often = found(turns, 500, 0)
        const key = ({ fromMs, cause }: AbsencePiece) => `${cause} ${Math.round(fromMs / 2000)}`
        expect(seldom.map(key)).toEqual(often.map(key))
        const trueStarts = startsOf(turns)
        expect(often.map(({ fromMs }) => fromMs)).toEqual(trueStarts)
      },
      300,
    ))
})

/** The person types all through `workMs`. */
type Turn = { readonly workMs: number; readonly awayMs: number }

function startsOf(turns: readonly Turn[]): number[] {
  let ms = 0
  return turns.flatMap(({ workMs, awayMs }) => {
    const startMs = ms + workMs
    ms = startMs + awayMs
    return awayMs >= rules.thresholdMs ? [startMs] : []
  })
}

function found(turns: readonly Turn[], everyMs: number, offsetMs: number): AbsencePiece[] {
  const work: { fromMs: number; untilMs: number }[] = []
  let ms = 0
  for (const { workMs, awayMs } of [...turns, { workMs: 10 * MINUTE, awayMs: 0 }]) {
    work.push({ fromMs: ms, untilMs: ms + workMs })
    ms += workMs + awayMs
  }
  let state: PresenceState = presentState
  const pieces: AbsencePiece[] = []
  let index = 0
  for (let atMs = offsetMs; atMs < ms; atMs += everyMs) {
    while ((work[index + 1]?.fromMs ?? Number.POSITIVE_INFINITY) <= atMs) index += 1
    const idleMs = Math.max(0, atMs - (work[index]?.untilMs ?? 0))
    const observed = observe(state, { kind: 'look', idleMs, atMs, monotonicMs: atMs }, rules)
    state = observed.state
    pieces.push(...observed.pieces)
  }
  return pieces
}

describe('a host, over any comings and goings', () => {
  it('asks one question at a time; kept, moved and removed time are the whole absence; no other time is lost', () =>
    checkProperty(
      fc.array(presenceStep, { minLength: 20, maxLength: 50 }),
      async (steps) => {
        const model = createPresenceModel()
        try {
          await model.take({ act: 'start', n: 1 })
          for (const step of steps) await model.take(step)
        } finally {
          model.dispose()
        }
      },
      120,
    ))
})
