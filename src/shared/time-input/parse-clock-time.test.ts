import { describe, expect, it } from 'vitest'
import { parseClockTime } from './parse-clock-time.ts'

const read = (text: string, edge?: 'start' | 'end') => {
  const result = parseClockTime(text, edge)
  if (!result.ok) return result.error.code
  const { hour, minute, second } = result.value
  return `${hour}:${minute}:${second}`
}

describe('parseClockTime', () => {
  it.each([
    ['9', '9:0:0'],
    ['09', '9:0:0'],
    ['0', '0:0:0'],
    ['930', '9:30:0'],
    ['0930', '9:30:0'],
    ['2130', '21:30:0'],
    ['9:30', '9:30:0'],
    ['09.30', '9:30:0'],
    ['21:30:15', '21:30:15'],
    ['9pm', '21:0:0'],
    ['9 PM', '21:0:0'],
    ['9p', '21:0:0'],
    ['9 p.m.', '21:0:0'],
    ['930pm', '21:30:0'],
    ['9:30 am', '9:30:0'],
    ['12am', '0:0:0'],
    ['12pm', '12:0:0'],
  ])('reads %j as %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it.each([
    ['', 'empty'],
    ['24', 'end-only'],
    ['24:00', 'end-only'],
    ['24:01', 'no-such-time'],
    ['25:00', 'no-such-time'],
    ['9:75', 'no-such-time'],
    ['975', 'no-such-time'],
    ['13pm', 'no-such-time'],
    ['0am', 'no-such-time'],
    ['9:5', 'not-understood'],
    ['21.30.15', 'not-understood'],
    ['9h', 'not-understood'],
    ['-9', 'not-understood'],
    ['nine', 'not-understood'],
  ])('refuses %j as %s', (text, code) => {
    expect(read(text)).toBe(code)
  })

  it('takes 24:00 as an end', () => {
    expect(read('24:00', 'end')).toBe('24:0:0')
    expect(read('24:01', 'end')).toBe('no-such-time')
  })
})
