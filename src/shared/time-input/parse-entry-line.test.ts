import { describe, expect, it } from 'vitest'
import type { InputContext } from './input-context.ts'
import { parseEntryLine } from './parse-entry-line.ts'

/** Friday 20 November 2026, 15:00 in Stockholm. */
const context: InputContext = { nowMs: Date.UTC(2026, 10, 20, 14), zone: 'Europe/Stockholm' }
const read = (text: string) => parseEntryLine(text, context)

const nineToHalfPastTen = {
  kind: 'clock',
  startMs: Date.UTC(2026, 10, 20, 8),
  endMs: Date.UTC(2026, 10, 20, 9, 30),
  adjusted: false,
}

describe('parseEntryLine', () => {
  it('takes a whole line apart', () => {
    expect(read('9-10:30 Fix retry @Acme #backend #"code review" $')).toEqual({
      range: nineToHalfPastTen,
      note: 'Fix retry',
      project: 'Acme',
      tags: ['backend', 'code review'],
      billable: true,
    })
  })

  it.each(['9-10:30 Fix', '9 to 10:30 Fix', '9 - 10:30 Fix', '2026-11-20 9:00 to 10:30 Fix', '9 +1h 30m Fix'])(
    'takes the whole range off %j',
    (text) => {
      expect(read(text)).toEqual({ range: nineToHalfPastTen, note: 'Fix', tags: [] })
    },
  )

  it('takes a length with a unit or a colon', () => {
    const hourAndHalf = { kind: 'day', day: '2026-11-20', durationMs: 5_400_000 }
    expect(read('1h 30m Fix')).toEqual({ range: hourAndHalf, note: 'Fix', tags: [] })
    expect(read('1:30 Fix')).toEqual({ range: hourAndHalf, note: 'Fix', tags: [] })
    expect(read('1h30m')).toEqual({ range: hourAndHalf, note: '', tags: [] })
  })

  it.each([
    '2 reviews',
    '1.5 release notes',
    'yesterday in review',
    '',
    'mail a@b.se about c#',
    '#123 #45 - [CR] Mend it',
  ])('leaves %j as a note', (text) => {
    expect(read(text)).toEqual({ note: text, tags: [] })
  })

  it('takes a lone letter after a time for the first word of the note', () => {
    expect(read('9-10:30 A long note')).toEqual({ range: nineToHalfPastTen, note: 'A long note', tags: [] })
    expect(read('9-10:30a note')).toEqual({ range: nineToHalfPastTen, note: 'note', tags: [] })
    expect(read('9 am-10:30 am P')).toEqual({ range: nineToHalfPastTen, note: 'P', tags: [] })
  })

  it('keeps numbers that follow a length in the note', () => {
    expect(read('1h 30 tests')).toMatchObject({ range: { durationMs: 3_600_000 }, note: '30 tests' })
  })

  it('finds marks anywhere, and only whole words', () => {
    expect(read('Plan #a, then @"Acme site" ship (#b)')).toEqual({
      note: 'Plan then ship (#b)',
      project: 'Acme site',
      tags: ['a'],
    })
    expect(read('Costs $5 and @')).toEqual({ note: 'Costs $5 and @', tags: [] })
    expect(read('Fix !$')).toEqual({ note: 'Fix', tags: [], billable: false })
  })

  it('keeps the first project, leaves a second in the note, and names a tag once', () => {
    expect(read('@A @B #x #X')).toEqual({ note: '@B', project: 'A', tags: ['x'] })
  })

  it('keeps what is too long or not closed in the note', () => {
    const long = `#${'x'.repeat(65)}`
    expect(read(`Fix ${long} @"open`)).toEqual({ note: `Fix ${long} @"open`, tags: [] })
  })

  it('keeps the lines of a longer note', () => {
    expect(read('First #a\n\nSecond')).toEqual({ note: 'First\n\nSecond', tags: ['a'] })
  })
})
