import { describe, expect, it } from 'vitest'
import { parseDuration } from './parse-duration.ts'

const minutes = (count: number) => ({ ok: true, value: { durationMs: count * 60_000 } })
const codeOf = (text: string) => {
  const result = parseDuration(text)
  return result.ok ? result.value : result.error.code
}

describe('parseDuration', () => {
  it.each([
    ['1:30', 90],
    ['0:05', 5],
    [':30', 30],
    ['1:30:15', 90.25],
    ['0:00:30', 0.5],
    ['1.5', 90],
    ['1,5', 90],
    ['.25', 15],
    ['2', 120],
    ['24', 1440],
    ['37.5', 2250],
    ['90m', 90],
    ['90 min', 90],
    ['45s', 0.75],
    ['1h', 60],
    ['1.5h', 90],
    ['1,5 h', 90],
    ['1h 30m', 90],
    ['1h30m', 90],
    ['1h30', 90],
    ['1h 5', 65],
    ['5m30', 5.5],
    ['1 hour 30 minutes', 90],
    ['2 tim 15 min', 135],
    ['1H 30M', 90],
    ['  1h\u00a030m ', 90],
    ['1h 90m', 150],
    ['999h', 59_940],
  ])('reads %j as %d minutes', (text, expected) => {
    expect(parseDuration(text)).toEqual(minutes(expected))
  })

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['0', 'not-positive'],
    ['0:00', 'not-positive'],
    ['0m', 'not-positive'],
    ['-15m', 'not-positive'],
    ['\u22121:30', 'not-positive'],
    ['999h 1s', 'too-long'],
    ['1000:00', 'too-long'],
    ['99999999999999999999h', 'too-long'],
    ['25', 'which-unit'],
    ['90', 'which-unit'],
    ['1:75', 'not-understood'],
    ['1:5', 'not-understood'],
    ['30m 1h', 'not-understood'],
    ['1h 2h', 'not-understood'],
    ['1h75', 'not-understood'],
    ['2d', 'not-understood'],
    ['1h 30 constructor', 'not-understood'],
    ['soon', 'not-understood'],
    ['1'.repeat(5000), 'not-understood'],
  ])('refuses %j as %s', (text, code) => {
    expect(codeOf(text)).toBe(code)
  })

  it('says what to write where a bare number may be minutes or hours', () => {
    const result = parseDuration('90')
    expect(result.ok ? '' : result.error.message).toBe('90 of what? Write 90m for minutes or 90h for hours.')
  })
})
