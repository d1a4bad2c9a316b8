import { describe, expect, it } from 'vitest'
import { createDateEvidence, type DateOrder, readDate } from './read-date.ts'

describe('reading dates of a file', () => {
  it.each<[string, DateOrder | undefined, string | undefined]>([
    ['2026-03-31', undefined, '2026-03-31'],
    ['2026/3/1', 'mdy', '2026-03-01'],
    ['2026.03.01', 'dmy', '2026-03-01'],
    ['20260331', undefined, '2026-03-31'],
    ['31/03/2026', 'dmy', '2026-03-31'],
    ['3/31/2026', 'mdy', '2026-03-31'],
    ['1.2.2026', 'dmy', '2026-02-01'],
    ['1. 2. 2026', 'dmy', '2026-02-01'],
    ['01-02-2026', 'mdy', '2026-01-02'],
    ['05/05/2026', undefined, '2026-05-05'],
    ['2026-02-30', undefined, undefined],
    ['31/12/2026', 'mdy', undefined],
    ['31/12/26', 'dmy', undefined],
    ['01/02/2026', undefined, undefined],
    ['1/2-2026', 'dmy', undefined],
    ['202603', undefined, undefined],
    ['yesterday', 'dmy', undefined],
  ])('reads %s in order %s as %s', (text, order, day) => {
    expect(readDate(text, order)).toBe(day)
  })

  it.each<[string, string[], DateOrder | 'unknown']>([
    ['a day above 12 in first place', ['01/02/2026', '13/02/2026'], 'dmy'],
    ['a day above 12 in second place', ['01/02/2026', '02/13/2026'], 'mdy'],
    ['nothing that proves either', ['01/02/2026', '03/04/2026'], 'unknown'],
    ['proof of both: the file contradicts itself', ['13/02/2026', '02/13/2026'], 'unknown'],
    ['dates that read the same either way', ['05/05/2026', '06.06.2026'], 'ymd'],
    ['years first', ['2026-02-01', '2026-03-04'], 'ymd'],
  ])('never guesses the order: %s', (_, dates, verdict) => {
    const evidence = createDateEvidence()
    for (const date of dates) evidence.add(date)
    expect(evidence.verdict()).toBe(verdict)
  })
})
