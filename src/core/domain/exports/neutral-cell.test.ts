import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { neutralCell, readNeutralCell } from './neutral-cell.ts'

describe('cells that a spreadsheet would run', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', "'=1", "''=1"])('%j is exported as text', (cell) => {
    expect(neutralCell(cell)).toBe(`'${cell}`)
  })

  it.each(['Payment retry', '1=1', "it's", "'quoted'", '', '#tag'])('%j is left alone', (cell) => {
    expect(neutralCell(cell)).toBe(cell)
    expect(readNeutralCell(cell)).toBe(cell)
  })

  it('gives every text back, and never begins a cell with what runs', () => {
    const cell = fc.array(fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', 'a', ' ')).map((parts) => parts.join(''))
    fc.assert(
      fc.property(cell, (text) => {
        expect(readNeutralCell(neutralCell(text))).toBe(text)
        expect(neutralCell(text)).not.toMatch(/^[=+\-@\t\r]/)
      }),
      { seed: 3, numRuns: 2000 },
    )
  })
})
