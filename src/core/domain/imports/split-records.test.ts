import { describe, expect, it } from 'vitest'
import { splitRecords } from './split-records.ts'

const split = (text: string, pieceChars = 1) => [...splitRecords(text, ',', pieceChars)]
const records = (text: string, firstLine: number) => ({ kind: 'records', text, firstLine })

describe('cutting delimited text between records', () => {
  it('never cuts inside quotes, and counts the lines there', () => {
    expect(split('a,b\n"x\ny, ""z""\n",2\nc,d\n')).toEqual([
      records('a,b\n', 1),
      records('"x\ny, ""z""\n",2\n', 2),
      records('c,d\n', 5),
    ])
  })

  it('takes a quotation mark inside an unquoted field as a letter', () => {
    expect(split('5" pipe,1\nb,"2"\n')).toEqual([records('5" pipe,1\n', 1), records('b,"2"\n', 2)])
  })

  it('gathers records up to the size of a piece', () => {
    expect(split('a\nb\nc\n', 4)).toEqual([records('a\nb\n', 1), records('c\n', 3)])
  })

  it('loses one line only to a quote that is never closed', () => {
    expect(split('a,1\nb,"2\nc,3\n', 100)).toEqual([
      records('a,1\n', 1),
      { kind: 'malformed', firstLine: 2, reason: 'A quotation mark is opened here and never closed' },
      records('c,3\n', 3),
    ])
  })

  it('loses one line only to text after a closing quote', () => {
    expect(split('a,"1" x\nb,2\n', 100)).toEqual([
      { kind: 'malformed', firstLine: 1, reason: 'Text follows a closing quotation mark' },
      records('b,2\n', 2),
    ])
  })

  it('reads a last record without a line end, and Windows line ends after quotes', () => {
    expect(split('"a","b"\r\nc,d')).toEqual([records('"a","b"\r\n', 1), records('c,d', 2)])
  })

  it('tells of a line too long to be a row instead of holding it', () => {
    const [first, second] = split(`${'x'.repeat(1_000_001)}\nb,2\n`)
    expect(first).toMatchObject({ kind: 'malformed', reason: expect.stringContaining('longer than a million') })
    expect(second).toEqual(records('b,2\n', 2))
  })

  it('loses nothing: the pieces put together are the text', () => {
    const text = 'a,b\r\n"1\n2",c\n\n"q""q"\n,,\nlast'
    expect(
      split(text)
        .map((piece) => (piece.kind === 'records' ? piece.text : ''))
        .join(''),
    ).toBe(text)
  })
})
