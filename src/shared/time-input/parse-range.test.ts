import { describe, expect, it } from 'vitest'
import { formatClock } from '../format/format-clock.ts'
import { dayOf } from '../zone/day-bounds.ts'
import type { InputContext } from './input-context.ts'
import { parseRange } from './parse-range.ts'

/** Friday 20 November 2026, 15:00 in Stockholm. */
const context: InputContext = { nowMs: Date.UTC(2026, 10, 20, 14), zone: 'Europe/Stockholm' }

const read = (text: string, extra: Partial<InputContext> = {}) => {
  const result = parseRange(text, { ...context, ...extra })
  if (!result.ok) return result.error.code
  if (result.value.kind === 'day') return `${result.value.day} ${result.value.durationMs / 60_000}m`
  const point = (ms: number) => `${dayOf(ms, context.zone).slice(5)} ${formatClock(ms, context.zone, '24h')}`
  return `${point(result.value.startMs)} to ${point(result.value.endMs)}`
}

describe('parseRange', () => {
  it.each([
    ['9-10:30', '11-20 09:00 to 11-20 10:30'],
    ['9 – 10:30', '11-20 09:00 to 11-20 10:30'],
    ['9 to 10:30', '11-20 09:00 to 11-20 10:30'],
    ['930-1030', '11-20 09:30 to 11-20 10:30'],
    ['yesterday 14-15:30', '11-19 14:00 to 11-19 15:30'],
    ['mon 9-10', '11-16 09:00 to 11-16 10:00'],
    ['2026-11-02 14-15:30', '11-02 14:00 to 11-02 15:30'],
    ['2026-11-02 14:00-15:30', '11-02 14:00 to 11-02 15:30'],
    ['2026-11-02T14:00 - 2026-11-03T15:30', '11-02 14:00 to 11-03 15:30'],
    ['2026-11-02T13:00Z to 2026-11-02T14:00Z', '11-02 14:00 to 11-02 15:00'],
    ['22-1:30', '11-20 22:00 to 11-21 01:30'],
    ['yesterday 22-24:00', '11-19 22:00 to 11-20 00:00'],
    ['22-0', '11-20 22:00 to 11-21 00:00'],
    ['1-2pm', '11-20 13:00 to 11-20 14:00'],
    ['11-1pm', '11-20 11:00 to 11-20 13:00'],
    ['10-1am', '11-20 22:00 to 11-21 01:00'],
    ['yesterday 1:15-2pm', '11-19 13:15 to 11-19 14:00'],
    ['09:30-1pm', '11-20 09:30 to 11-20 13:00'],
    ['9am-1pm', '11-20 09:00 to 11-20 13:00'],
    ['9 +45m', '11-20 09:00 to 11-20 09:45'],
    ['9+45m', '11-20 09:00 to 11-20 09:45'],
    ['yesterday 9 for 1h 30m', '11-19 09:00 to 11-19 10:30'],
    ['9 to now', '11-20 09:00 to 11-20 15:00'],
    ['-30m - now', '11-20 14:30 to 11-20 15:00'],
    ['-30m to 14:45', '11-20 14:30 to 11-20 14:45'],
    ['yesterday 22 - today 1', '11-19 22:00 to 11-20 01:00'],
  ])('reads %j as %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it.each([
    ['1h 30m', '2026-11-20 90m'],
    ['1:30', '2026-11-20 90m'],
    ['1.5', '2026-11-20 90m'],
    ['yesterday 1h30m', '2026-11-19 90m'],
    ['yesterday 1.5', '2026-11-19 90m'],
    ['2026-11-02 45 min', '2026-11-02 45m'],
  ])('reads %j as the length %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it.each([
    ['', 'empty'],
    ['9', 'time-or-length'],
    ['yesterday 14:00', 'time-or-length'],
    ['yesterday', 'needs-time'],
    ['2026-11-20T09:00-10:30', 'needs-end'],
    ['2026-11-20T09:00', 'needs-end'],
    ['9-9', 'ends-before-start'],
    ['today 9 - yesterday 10', 'ends-before-start'],
    ['2026-01-01 9 - 2026-11-20 10:00', 'too-long'],
    ['9-25', 'no-such-time'],
    ['24:00-1', 'end-only'],
    ['9 +90', 'which-unit'],
    ['90', 'which-unit'],
    ['20/11 9-10', 'which-date'],
    ['nine to five', 'not-understood'],
    ['- - -', 'not-understood'],
  ])('refuses %j as %s', (text, code) => {
    expect(read(text)).toBe(code)
  })

  it('belongs to the day on screen', () => {
    expect(read('9-10', { day: '2026-11-02' })).toBe('11-02 09:00 to 11-02 10:00')
    expect(read('1h', { day: '2026-11-02' })).toBe('2026-11-02 60m')
  })

  it('does not make a day of a range that the clock skipped', () => {
    expect(read('2026-03-29 2:30-3:15')).toBe('ends-before-start')
    expect(read('2026-03-29 1:30-3:30')).toBe('03-29 01:30 to 03-29 03:30')
  })

  it('says when a change of the clock made it choose', () => {
    expect(parseRange('2026-10-25 1-2:30', context)).toMatchObject({ value: { adjusted: true } })
    expect(parseRange('2026-10-25 1-4', context)).toMatchObject({ value: { adjusted: false } })
  })
})
