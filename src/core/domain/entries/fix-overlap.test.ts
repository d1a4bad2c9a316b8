import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { finished, running } from '../../../../tests/fakes/sample-entries.ts'
import { findOverlaps } from './find-overlaps.ts'
import { mendOverlap } from './fix-overlap.ts'

const NOW = 100
const kinds = ['trim-first', 'trim-second', 'split-around'] as const

describe('mending an overlap', () => {
  it('ends it, leaves something of both, and covers no time that was not covered', () => {
    const span = fc.tuple(fc.nat(20), fc.nat(10)).map(([start, length]) => ({ start, end: start + length }))
    fc.assert(
      fc.property(span, span, fc.constantFrom(...kinds), (one, two, kind) => {
        const a = finished('a', one.start, one.end)
        const b = finished('b', two.start, two.end)
        const mend = mendOverlap(a, b, kind, NOW)
        const overlap = findOverlaps([a, b], NOW)[0]
        if (overlap === undefined || !overlap.fixes.includes(kind)) {
          expect(mend).toBeUndefined()
          return
        }
        const changed = new Map(mend?.changed.map((entry) => [entry.id, entry]))
        const after = [changed.get('a') ?? a, changed.get('b') ?? b, ...(mend?.added ? [mend.added] : [])]
        const covered = (entries: typeof after) => {
          const minutes = new Set<number>()
          for (const { time } of entries) {
            expect(time.endedAtMs).toBeGreaterThan(time.startedAtMs)
            for (let at = time.startedAtMs; at < (time.endedAtMs ?? NOW); at += 1) minutes.add(at)
          }
          return [...minutes].sort((x, y) => x - y)
        }
        expect(findOverlaps(after, NOW)).toEqual([])
        expect(covered(after)).toEqual(covered([a, b]))
      }),
      { seed: 7, numRuns: 2000 },
    )
  })

  it('leaves a running entry running, from a time that has been', () => {
    expect(mendOverlap(running('r', 10), finished('a', 20, 30), 'split-around', NOW)?.added?.time).toMatchObject({
      startedAtMs: 30,
      endedAtMs: null,
    })
    expect(mendOverlap(running('r', 10), finished('a', 90, 110), 'split-around', NOW)).toBeUndefined()
    expect(mendOverlap(finished('a', 0, 110), running('r', 10), 'trim-second', NOW)).toBeUndefined()
    expect(mendOverlap(finished('a', 0, 110), running('r', 10), 'trim-first', NOW)?.changed[0]?.time).toMatchObject({
      endedAtMs: 10,
    })
  })
})
