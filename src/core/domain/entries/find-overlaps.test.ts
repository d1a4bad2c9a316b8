import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amount, finished, running } from '../../../../tests/fakes/sample-entries.ts'
import { findGaps, findOverlaps } from './find-overlaps.ts'

const NOW = 100
const pairs = (entries: Parameters<typeof findOverlaps>[0], nowMs = NOW) =>
  findOverlaps(entries, nowMs).map(({ firstId, secondId, startMs, endMs }) => [firstId + secondId, startMs, endMs])

describe('overlaps', () => {
  it('are shared time: touching entries, empty ones and amounts have none', () => {
    expect(pairs([finished('a', 0, 10), finished('b', 10, 20)])).toEqual([])
    expect(pairs([finished('a', 0, 10), finished('b', 5, 5)])).toEqual([])
    expect(pairs([finished('a', 5, 5), finished('b', 5, 5)])).toEqual([])
    expect(pairs([finished('a', 0, 10), amount('b', '1970-01-01', 10)])).toEqual([])
    expect(pairs([finished('b', 9, 20), finished('a', 0, 10)])).toEqual([['ab', 9, 10]])
  })

  it('reach until now for the running entry, and not at all when the clock is behind its start', () => {
    expect(pairs([running('r', 50), finished('a', 40, 200)])).toEqual([['ar', 50, 100]])
    expect(pairs([running('r', 50), finished('a', 60, 70)])).toEqual([['ra', 60, 70]])
    expect(pairs([running('r', 50), finished('a', 40, 200)], 45)).toEqual([])
  })

  it('are every pair that shares time, and no other: compared with looking at all pairs', () => {
    const span = fc.tuple(fc.nat(30), fc.nat(8)).map(([start, length]) => [start, start + length] as const)
    fc.assert(
      fc.property(fc.array(span, { maxLength: 14 }), (spans) => {
        const entries = spans.map(([start, end], n) => finished(String.fromCharCode(97 + n), start, end))
        const expected = new Set<string>()
        for (const [i, [s1, e1]] of spans.entries()) {
          for (const [j, [s2, e2]] of spans.entries()) {
            if (i < j && Math.max(s1, s2) < Math.min(e1, e2)) expected.add([i, j].map((n) => entries[n]?.id).join(''))
          }
        }
        const found = findOverlaps(entries, NOW)
        expect(new Set(found.map(({ firstId, secondId }) => [firstId, secondId].sort().join('')))).toEqual(expected)
        expect(found).toHaveLength(expected.size)
        for (const { startMs, endMs } of found) expect(endMs).toBeGreaterThan(startMs)
      }),
      { seed: 7, numRuns: 500 },
    )
  })

  it('are found among entries planned for later, which a running one has not reached yet', () => {
    expect(pairs([running('r', 50), finished('a', 200, 220), finished('b', 210, 230)])).toEqual([['ab', 210, 220]])
  })

  it('of a day with hundreds are capped', () => {
    const entries = Array.from({ length: 1000 }, (_, n) => finished(`${n}`, n, 5000))
    expect(findOverlaps(entries, 10_000)).toHaveLength(200)
  })
})

describe('gaps', () => {
  const gaps = (entries: Parameters<typeof findGaps>[0]) =>
    findGaps(entries, 0, 100, NOW).map(({ startMs, endMs, previousId, nextId }) => [
      previousId + nextId,
      startMs,
      endMs,
    ])

  it('are free time between entries, after the latest end so far', () => {
    expect(gaps([])).toEqual([])
    expect(gaps([finished('a', 10, 20)])).toEqual([])
    expect(gaps([finished('a', 10, 50), finished('b', 20, 30), finished('c', 60, 70)])).toEqual([['ac', 50, 60]])
    expect(gaps([finished('a', 10, 20), finished('b', 20, 30)])).toEqual([])
  })

  it('do not lie ahead of a running entry, but do lie between entries planned for later', () => {
    const ahead = [running('r', 10), finished('a', 120, 130), finished('b', 140, 150)]
    expect(findGaps(ahead, 0, 200, NOW).map(({ startMs, endMs }) => [startMs, endMs])).toEqual([[130, 140]])
  })

  it('end with the running entry, and stay inside the day', () => {
    expect(gaps([finished('a', 10, 20), running('r', 40)])).toEqual([['ar', 20, 40]])
    expect(gaps([running('r', 10), finished('a', 40, 50)])).toEqual([])
    expect(gaps([finished('a', -50, -10), finished('b', 10, 20)])).toEqual([['ab', 0, 10]])
    expect(gaps([finished('a', 10, 20), finished('b', 150, 160)])).toEqual([['ab', 20, 100]])
  })
})
