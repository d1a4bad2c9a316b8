import { describe, expect, it } from 'vitest'
import { splitRecords } from '../../core/domain/imports/split-records.ts'
import { createDelimitedText } from './create-delimited-text.ts'

const { parse } = createDelimitedText()

describe('delimited text', () => {
  it('says on which line each record began, across quoted line breaks, blank lines and both line endings', () => {
    expect(parse('a;b\r\n"x\ny";2\n\r\n\nlast;"q ""in"" q"\n', ';')).toEqual([
      { line: 1, fields: ['a', 'b'] },
      { line: 2, fields: ['x\ny', '2'] },
      { line: 6, fields: ['last', 'q "in" q'] },
    ])
  })

  it('counts a line break inside quotes once, however it is written', () => {
    const lines = (text: string) => parse(text, ',').map((record) => record.line)
    expect(lines('"a\r\nb\r\n",1\r\nc,2\r\n')).toEqual([1, 4])
    expect(lines('"a\rb",1\nc\rd,2\ne,3\n')).toEqual([1, 2, 3])
  })

  it('drops a byte order mark and keeps rows of other widths', () => {
    expect(parse('\uFEFFåäö,b\n1\n1,2,3', ',')).toEqual([
      { line: 1, fields: ['åäö', 'b'] },
      { line: 2, fields: ['1'] },
      { line: 3, fields: ['1', '2', '3'] },
    ])
  })

  it('takes a quotation mark inside an unquoted field as it stands', () => {
    expect(parse('19" rack,b\n', ',')).toEqual([{ line: 1, fields: ['19" rack', 'b'] }])
  })

  it('gives an unclosed quote as one record with an error at its line, and keeps what came before', () => {
    const records = parse('a,b\n\n"x\ny",2\n\n"open,3\nmore,4\n', ',')
    expect(records.slice(0, 2).map(({ fields }) => fields)).toEqual([
      ['a', 'b'],
      ['x\ny', '2'],
    ])
    expect(records[2]).toMatchObject({ line: 6, fields: [], error: expect.stringContaining('never closed') })
    expect(records).toHaveLength(3)
  })

  it('gives nothing for empty text', () => {
    expect(parse('', ',')).toEqual([])
    expect(parse('\uFEFF', ',')).toEqual([])
  })

  it('reads 100 MB in pieces without holding more than a piece of records', { timeout: 60_000 }, () => {
    const row = `"Åsa ""O"" Berg",mail@example.com,Client,Project,Task,"${'note, '.repeat(12)}",No,2026-01-01,09:00:00,2026-01-01,10:00:00,01:00:00,tag,\r\n`
    const rows = Math.ceil(100_000_000 / row.length)
    const text = row.repeat(rows)
    let read = 0
    let most = 0
    for (const piece of splitRecords(text, ',')) {
      if (piece.kind !== 'records') throw new Error(piece.reason)
      const records = parse(piece.text, ',')
      read += records.length
      most = Math.max(most, records.length)
    }
    expect(read).toBe(rows)
    expect(most).toBeLessThan(5_000)
  })
})
