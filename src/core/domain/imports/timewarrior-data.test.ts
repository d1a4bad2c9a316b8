import { describe, expect, it } from 'vitest'
import { isTimewarriorMonth, readTimewarriorLine } from './timewarrior-data.ts'

const place = { line: 3, file: '2026-03.data', zone: 'Europe/Stockholm' }
const read = (text: string) => readTimewarriorLine(text, place)

describe('lines of Timewarrior’s data files', () => {
  it('reads what Timewarrior 1.4.3 wrote for tags and an annotation of every kind', () => {
    const line = String.raw`inc 20260302T080000Z - 20260302T093000Z # #hash a,b back\slash it's plain "two words" "with \"quotes\"" åäö # "Fixed the \"retry\" bug; 50% done # not a tag"`
    expect(read(line)).toMatchObject({
      kind: 'row',
      row: {
        line: 3,
        time: {
          kind: 'clock',
          startedAtMs: Date.UTC(2026, 2, 2, 8),
          endedAtMs: Date.UTC(2026, 2, 2, 9, 30),
          zone: 'Europe/Stockholm',
        },
        tags: ['#hash', 'a,b', 'back\\slash', "it's", 'plain', 'two words', 'with "quotes"', 'åäö'],
        note: 'Fixed the "retry" bug; 50% done # not a tag',
      },
    })
  })

  it('reads an annotation without tags, and neither', () => {
    expect(read('inc 20260303T080000Z - 20260303T083000Z # # "only note"')).toMatchObject({
      row: { tags: [], note: 'only note' },
    })
    expect(read('inc 20260303T080000Z - 20260303T083000Z')).toMatchObject({ row: { tags: [], note: '' } })
    expect(read(String.raw`inc 20260303T080000Z - 20260303T083000Z # # "C:\"`)).toMatchObject({ row: { note: 'C:\\' } })
  })

  it('makes up no end for the interval that still runs', () => {
    expect(read('inc 20260401T080000Z # open')).toMatchObject({
      kind: 'left-out',
      reason: expect.stringContaining('still running in Timewarrior'),
    })
  })

  it.each([
    'inc',
    'inc 20260401T080000Z -',
    'inc 20261301T080000Z - 20260401T090000Z',
    'inc 20260401T080000Z - 20260401T0900',
    'exc monday',
    'inc 20260401T080000Z - 20260401T090000Z # "open',
    'inc 20260401T090000Z - 20260401T080000Z',
    '{"id":1}',
  ])('tells that %s cannot be read', (line) => {
    expect(read(line)).toMatchObject({ kind: 'failed' })
  })

  it('knows a month’s file from its neighbours', () => {
    expect(
      ['2026-03.data', 'data/2026-03.data', 'tags.data', 'undo.data', '2026-03.data.bak'].map(isTimewarriorMonth),
    ).toEqual([true, true, false, false, false])
  })
})
