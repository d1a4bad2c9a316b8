import { describe, expect, it } from 'vitest'
import { formatClock } from './format-clock.ts'
import { formatDayTitle } from './format-day-title.ts'
import { formatDecimalHours, formatDurationClock, formatDurationProse, formatDurationTable } from './format-duration.ts'

const SECOND_MS = 1000
const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000

describe('durations', () => {
  it.each([
    [5 * HOUR_MS + 12 * MINUTE_MS, '5 h 12 m', '5:12', '5:12:00', '5.20'],
    [8 * HOUR_MS, '8 h', '8:00', '8:00:00', '8.00'],
    [42 * MINUTE_MS + 10 * SECOND_MS, '42 m', '0:42', '0:42:10', '0.70'],
    [42 * SECOND_MS, '42 s', '0:00', '0:00:42', '0.01'],
    [0, '0 s', '0:00', '0:00:00', '0.00'],
    [123 * HOUR_MS + 59 * MINUTE_MS + 59_999, '123 h 59 m', '123:59', '123:59:59', '124.00'],
    [-90 * MINUTE_MS, '-1 h 30 m', '-1:30', '-1:30:00', '-1.50'],
  ])('shows %d ms in each form', (ms, prose, table, clock, decimal) => {
    expect(formatDurationProse(ms)).toBe(prose)
    expect(formatDurationTable(ms)).toBe(table)
    expect(formatDurationClock(ms)).toBe(clock)
    expect(formatDecimalHours(ms)).toBe(decimal)
  })

  it('never shows time that has not passed, nor a sixtieth minute', () => {
    expect(formatDurationClock(999)).toBe('0:00:00')
    expect(formatDurationProse(MINUTE_MS - 1)).toBe('59 s')
    expect(formatDurationProse(HOUR_MS - 1)).toBe('59 m')
    expect(formatDurationTable(HOUR_MS - 1)).toBe('0:59')
    expect(formatDurationTable(10 * HOUR_MS - 1)).toBe('9:59')
  })

  it('shows no sign before a zero', () => {
    expect(formatDurationTable(-59_000)).toBe('0:00')
    expect(formatDurationClock(-999)).toBe('0:00:00')
    expect(formatDurationProse(-0)).toBe('0 s')
    expect(formatDecimalHours(-1)).toBe('0.00')
  })

  it('treats a length that is no number as the mistake it is', () => {
    expect(() => formatDurationClock(Number.NaN)).toThrow(RangeError)
    expect(() => formatDecimalHours(Number.POSITIVE_INFINITY)).toThrow(RangeError)
  })
})

describe('formatClock', () => {
  it.each([
    [Date.UTC(2026, 10, 20, 8, 5, 59), '09:05', '9:05 am', '09:05:59'],
    [Date.UTC(2026, 10, 20, 23, 0), '00:00', '12:00 am', '00:00:00'],
    [Date.UTC(2026, 10, 20, 11, 0), '12:00', '12:00 pm', '12:00:00'],
    [Date.UTC(2026, 10, 20, 20, 30), '21:30', '9:30 pm', '21:30:00'],
  ])('shows the wall time of %d', (ms, day, half, seconds) => {
    expect(formatClock(ms, 'Europe/Stockholm', '24h')).toBe(day)
    expect(formatClock(ms, 'Europe/Stockholm', '12h')).toBe(half)
    expect(formatClock(ms, 'Europe/Stockholm', '24h', 'seconds')).toBe(seconds)
  })
})

describe('formatDayTitle', () => {
  it('names weekday, day and month in the language asked for', () => {
    expect(formatDayTitle('2026-11-20', 'en-GB')).toBe('Fri 20 Nov')
    expect(formatDayTitle('2026-11-20', 'en-US')).toBe('Fri 20 Nov')
    expect(formatDayTitle('2026-11-20', 'sv-SE')).toBe('fre 20 nov')
  })

  it('adds the year of a day that is not in this year', () => {
    expect(formatDayTitle('2025-11-20', 'en', '2026-11-20')).toBe('Thu 20 Nov 2025')
    expect(formatDayTitle('2026-01-01', 'en', '2026-11-20')).toBe('Thu 1 Jan')
  })
})
