import { describe, expect, it } from 'vitest'
import { tableLines } from './table.ts'

describe('tableLines', () => {
  it('stands words to the left and figures to the right, without space at the end', () => {
    expect(
      tableLines(
        [{}, { align: 'right' }, {}],
        [
          ['Acme', '1:30', ''],
          ['Å', '12:05', 'x'],
        ],
      ),
    ).toEqual(['Acme   1:30', 'Å     12:05  x'])
  })

  it('lets only the flexible column give way on a narrow terminal', () => {
    const rows = [['id', 'A note that is much too long for this', '1:30']]
    const [line = ''] = tableLines([{}, { flexible: true }, {}], rows, 30)
    expect(line).toMatch(/^id {2}A note .*… +1:30$/)
    expect(line.length).toBeLessThanOrEqual(30)
    expect(tableLines([{}, { flexible: true }, {}], rows)[0]).toContain('for this')
  })
})
