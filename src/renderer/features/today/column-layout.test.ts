import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layOutColumns, type Span } from './column-layout.ts'

const spans = fc
  .array(fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 40 })), { maxLength: 60 })
  .map((pairs) =>
    pairs.map(([start, length], index): Span => ({ id: String(index), startMs: start, endMs: start + length })),
  )

const overlap = (a: Span, b: Span) => a.startMs < b.endMs && b.startMs < a.endMs

describe('layOutColumns', () => {
  it('gives a block that overlaps nothing the whole width', () => {
    const placed = layOutColumns([
      { id: 'a', startMs: 0, endMs: 10 },
      { id: 'b', startMs: 10, endMs: 20 },
    ])
    expect(placed.map(({ columns }) => columns)).toEqual([1, 1])
  })
  it('never draws two overlapping blocks over each other, and never widens past what is needed', () => {
    fc.assert(
      fc.property(spans, (given) => {
        const placed = new Map(layOutColumns(given).map((block) => [block.id, block]))
        expect(placed.size).toBe(given.length)
        for (const a of given) {
          const { column, columns } = placed.get(a.id) ?? { column: -1, columns: -1 }
          expect(column).toBeGreaterThanOrEqual(0)
          expect(column).toBeLessThan(columns)
          const others = given.filter((b) => b.id !== a.id && overlap(a, b))
          for (const b of others) {
            expect(placed.get(b.id)?.column).not.toBe(column)
            expect(placed.get(b.id)?.columns).toBe(columns)
          }
          if (others.length === 0) expect(columns).toBe(1)
        }
      }),
      { seed: 7, numRuns: 300 },
    )
  })
})
