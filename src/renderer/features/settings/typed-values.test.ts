import { describe, expect, it } from 'vitest'
import { dayTargetText, readBackupsKept, readDayTarget } from './typed-values.ts'

const HOUR_MS = 3_600_000

describe('readDayTarget', () => {
  it.each([
    ['8', 8 * HOUR_MS],
    ['7:30', 7.5 * HOUR_MS],
    ['7,5', 7.5 * HOUR_MS],
    ['450m', 7.5 * HOUR_MS],
    ['24 h', 24 * HOUR_MS],
  ])('reads %s as a length', (text, expected) => {
    expect(readDayTarget(text)).toEqual({ ok: true, value: expected })
  })
  it('takes nothing for no target', () => {
    expect(readDayTarget('  ')).toEqual({ ok: true, value: null })
  })
  it('refuses more than a day holds, and says what to write', () => {
    expect(readDayTarget('25h')).toEqual({ ok: false, error: 'A day has 24 hours. Write a shorter target.' })
  })
  it('refuses what is no length, in the words of the parser', () => {
    const read = readDayTarget('lots')
    expect(read.ok ? '' : read.error).toContain('1:30')
  })
  it('reads back what it shows', () => {
    for (const ms of [HOUR_MS, 7.5 * HOUR_MS, 8 * HOUR_MS, 45 * 60_000, 24 * HOUR_MS]) {
      expect(readDayTarget(dayTargetText(ms))).toEqual({ ok: true, value: ms })
    }
    expect(readDayTarget(dayTargetText(null))).toEqual({ ok: true, value: null })
  })
})

describe('readBackupsKept', () => {
  it.each([
    ['3', 3],
    [' 14 ', 14],
    ['365', 365],
  ])('reads %j', (text, expected) => {
    expect(readBackupsKept(text)).toEqual({ ok: true, value: expected })
  })
  it.each(['', '2', '366', '1e2', '-14', '14.5', 'many'])('refuses %j', (text) => {
    expect(readBackupsKept(text)).toEqual({ ok: false, error: 'Write a number from 3 to 365.' })
  })
})
