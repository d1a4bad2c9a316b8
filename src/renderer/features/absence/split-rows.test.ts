import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  divideRow,
  firstRows,
  fitRows,
  joinWithNext,
  moveEnd,
  partsOf,
  type Span,
  type SplitRow,
} from './split-rows.ts'

const MINUTE_MS = 60_000
const span = (from: number, until: number): Span => ({ fromMs: from * MINUTE_MS, untilMs: until * MINUTE_MS })
const spans = (rows: readonly Span[]) => rows.map(({ fromMs, untilMs }) => [fromMs / MINUTE_MS, untilMs / MINUTE_MS])

describe('firstRows', () => {
  it('cuts one piece in the middle, and takes several as they are', () => {
    expect(spans(firstRows([span(10, 30)]))).toEqual([
      [10, 20],
      [20, 30],
    ])
    expect(spans(firstRows([span(10, 30), span(40, 50)]))).toEqual([
      [10, 30],
      [40, 50],
    ])
  })
  it('keeps everything until something else is chosen', () => {
    expect(partsOf(firstRows([span(10, 30)])).map(({ to }) => to)).toEqual([{ kind: 'keep' }, { kind: 'keep' }])
  })
})

describe('edits', () => {
  const rows = firstRows([span(10, 30)])
  const [first = '', second = ''] = rows.map(({ id }) => id)
  it('move the time between two rows, and join them', () => {
    expect(spans(moveEnd(rows, first, 12 * MINUTE_MS))).toEqual([
      [10, 12],
      [12, 30],
    ])
    expect(spans(joinWithNext(rows, first))).toEqual([[10, 30]])
  })
  it('never join what does not touch', () => {
    const apart = firstRows([span(10, 30), span(40, 50)])
    expect(joinWithNext(apart, apart[0]?.id ?? '')).toEqual(apart)
    expect(joinWithNext(rows, second)).toEqual(rows)
  })
  it('cut a row shorter than a minute in its middle', () => {
    const short = [{ ...firstRows([span(1, 3)])[0], id: 'a', fromMs: 1_000, untilMs: 2_000 } as SplitRow]
    expect(divideRow(short, 'a', 'b').map(({ fromMs, untilMs }) => [fromMs, untilMs])).toEqual([
      [1_000, 1_500],
      [1_500, 2_000],
    ])
  })
})

describe('fitRows', () => {
  it('keeps what was decided when the absence grows', () => {
    const rows = firstRows([span(10, 30)]).map((row, n): SplitRow => ({ ...row, kind: n === 0 ? 'discard' : 'move' }))
    const grown = fitRows(rows, [span(10, 34), span(40, 45)])
    expect(spans(grown)).toEqual([
      [10, 20],
      [20, 34],
      [40, 45],
    ])
    expect(grown.map(({ kind }) => kind)).toEqual(['discard', 'move', 'keep'])
    expect(grown.map(({ id }) => id).slice(0, 2)).toEqual(rows.map(({ id }) => id))
  })

  it('covers the pieces exactly and in order, whatever the rows were', () => {
    const gaps = fc.array(fc.tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 50 })), {
      minLength: 1,
      maxLength: 6,
    })
    const piecesOf = (lengths: readonly [number, number][]) => {
      let at = 0
      return lengths.map(([gap, length]) => {
        const fromMs = at + gap
        at = fromMs + length
        return { fromMs, untilMs: at }
      })
    }
    fc.assert(
      fc.property(gaps, gaps, fc.integer({ min: 0, max: 5 }), (before, now, cut) => {
        const rows = firstRows(piecesOf(before))
        const divided = divideRow(rows, rows[cut % rows.length]?.id ?? '', 'cut')
        const pieces = piecesOf(now)
        const parts = partsOf(fitRows(divided, pieces))
        const joined: Span[] = []
        for (const { fromMs, untilMs } of parts) {
          expect(untilMs).toBeGreaterThan(fromMs)
          const last = joined.at(-1)
          if (last !== undefined && last.untilMs === fromMs) joined[joined.length - 1] = { ...last, untilMs }
          else joined.push({ fromMs, untilMs })
        }
        expect(joined).toEqual(pieces)
        expect(new Set(fitRows(divided, pieces).map(({ id }) => id)).size).toBe(parts.length)
      }),
      { seed: 20, numRuns: 300 },
    )
  })
})
