import { describe, expect, it } from 'vitest'
import type { InputContext } from './input-context.ts'
import { parseDayInput } from './parse-day-input.ts'
import { parseMoment } from './parse-moment.ts'

/** Friday 20 November 2026, 15:00 in Stockholm. */
const context: InputContext = { nowMs: Date.UTC(2026, 10, 20, 14), zone: 'Europe/Stockholm' }

const read = (text: string, extra: Partial<InputContext> = {}, edge?: 'start' | 'end') => {
  const result = parseMoment(text, { ...context, ...extra }, edge)
  return result.ok ? new Date(result.value.ms).toISOString() : result.error.code
}
const readDay = (text: string) => {
  const result = parseDayInput(text, context)
  return result.ok ? result.value.day : result.error.code
}

describe('parseMoment', () => {
  it.each([
    ['9', '2026-11-20T08:00:00.000Z'],
    ['930', '2026-11-20T08:30:00.000Z'],
    ['now', '2026-11-20T14:00:00.000Z'],
    ['-15m', '2026-11-20T13:45:00.000Z'],
    ['\u221215m', '2026-11-20T13:45:00.000Z'],
    ['- 1h 30m', '2026-11-20T12:30:00.000Z'],
    ['+15m', '2026-11-20T14:15:00.000Z'],
    ['-1:30', '2026-11-20T12:30:00.000Z'],
    ['15m ago', '2026-11-20T13:45:00.000Z'],
    ['in 15 min', '2026-11-20T14:15:00.000Z'],
    ['yesterday 14:00', '2026-11-19T13:00:00.000Z'],
    ['yesterday at 2pm', '2026-11-19T13:00:00.000Z'],
    ['igår kl 14', '2026-11-19T13:00:00.000Z'],
    ['today 9', '2026-11-20T08:00:00.000Z'],
    ['mon 9:30', '2026-11-16T08:30:00.000Z'],
    ['Friday 9:30', '2026-11-20T08:30:00.000Z'],
    ['fri 16:00', '2026-11-13T15:00:00.000Z'],
    ['2026-11-20 14:00', '2026-11-20T13:00:00.000Z'],
    ['2026-11-20T14:00', '2026-11-20T13:00:00.000Z'],
    ['2026-11-20T14:00:05', '2026-11-20T13:00:05.000Z'],
    ['2026-11-20T14:00Z', '2026-11-20T14:00:00.000Z'],
    ['2026-11-20 14:00:00.250Z', '2026-11-20T14:00:00.250Z'],
    ['2026-11-20T14:00+05:30', '2026-11-20T08:30:00.000Z'],
    ['2026-11-20T14:00:00-0800', '2026-11-20T22:00:00.000Z'],
    ['2026-11-20T14:00-08', '2026-11-20T22:00:00.000Z'],
  ])('reads %j as %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it.each([
    ['', 'empty'],
    ['20/11', 'which-date'],
    ['20/11 14:00', 'which-date'],
    ['20.11.2026 14:00', 'which-date'],
    ['20-11-2026', 'which-date'],
    ['2026-02-30 9', 'no-such-day'],
    ['2026-02-30T09:00Z', 'no-such-day'],
    ['2026-11-20T25:00Z', 'no-such-time'],
    ['yesterday', 'needs-time'],
    ['2026-11-20', 'needs-time'],
    ['-15', 'which-unit'],
    ['-0m', 'not-positive'],
    ['24:00', 'end-only'],
    ['yesterday 25', 'no-such-time'],
    ['constructor', 'not-understood'],
    ['later', 'not-understood'],
  ])('refuses %j as %s', (text, code) => {
    expect(read(text)).toBe(code)
  })

  it('puts a bare time on the day on screen, and counts words from today', () => {
    expect(read('9', { day: '2026-11-02' })).toBe('2026-11-02T08:00:00.000Z')
    expect(read('yesterday 9', { day: '2026-11-02' })).toBe('2026-11-19T08:00:00.000Z')
  })

  it('knows today in the zone, not in UTC', () => {
    expect(read('9', { nowMs: Date.UTC(2026, 10, 20, 23, 30) })).toBe('2026-11-21T08:00:00.000Z')
  })

  it('takes midnight at the end of a day where an end is asked for', () => {
    expect(read('24:00', {}, 'end')).toBe('2026-11-20T23:00:00.000Z')
  })

  it('says when the clock was changed over the time typed', () => {
    const parsed = (text: string) => parseMoment(text, context)
    expect(parsed('2026-03-29 2:30')).toEqual({ ok: true, value: { ms: Date.UTC(2026, 2, 29, 1, 30), adjusted: true } })
    expect(parsed('2026-10-25 2:30')).toEqual({ ok: true, value: { ms: Date.UTC(2026, 9, 25, 0, 30), adjusted: true } })
    expect(parsed('2026-10-25 4:30')).toMatchObject({ value: { adjusted: false } })
  })
})

describe('parseDayInput', () => {
  it.each([
    ['today', '2026-11-20'],
    ['Yesterday', '2026-11-19'],
    ['tomorrow', '2026-11-21'],
    ['fri', '2026-11-20'],
    ['mon', '2026-11-16'],
    ['saturday', '2026-11-14'],
    ['söndag', '2026-11-15'],
    ['-1', '2026-11-19'],
    ['+1', '2026-11-21'],
    ['-30', '2026-10-21'],
    ['2024-02-29', '2024-02-29'],
    ['', 'empty'],
    ['2026-02-29', 'no-such-day'],
    ['0000-01-01', 'no-such-day'],
    ['20/11', 'which-date'],
    ['11/20/2026', 'which-date'],
    ['today 9', 'not-understood'],
    ['9', 'not-understood'],
    ['someday', 'not-understood'],
  ])('reads %j as %s', (text, expected) => {
    expect(readDay(text)).toBe(expected)
  })
})
