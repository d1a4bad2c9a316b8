import { describe, expect, it } from 'vitest'
import { type LengthUnit, lengthUnitOf, readLength } from './read-length.ts'

const MINUTE = 60_000
const HOUR = 3_600_000

describe('reading the length of a row', () => {
  it.each<[string, LengthUnit, number]>([
    ['1:30', 'unsaid', 90 * MINUTE],
    ['01:30:05', 'unsaid', 90 * MINUTE + 5000],
    ['101:00:00', 'unsaid', 101 * HOUR],
    ['0:00:00', 'unsaid', 0],
    ['0:00:01.250', 'unsaid', 1250],
    ['1.5', 'unsaid', 90 * MINUTE],
    ['1,5', 'hours', 90 * MINUTE],
    ['0.25', 'unsaid', 15 * MINUTE],
    [',5', 'unsaid', 30 * MINUTE],
    ['2.000,5', 'hours', 2000.5 * HOUR],
    ['1,234.5', 'minutes', 1234.5 * MINUTE],
    ['8', 'unsaid', 8 * HOUR],
    ['90', 'minutes', 90 * MINUTE],
    ['5400', 'seconds', 90 * MINUTE],
    ['5400000', 'ms', 90 * MINUTE],
    ['1h 30m', 'unsaid', 90 * MINUTE],
    ['1 h 30 min', 'unsaid', 90 * MINUTE],
    ['2 Std. 15 Min.', 'unsaid', 135 * MINUTE],
    ['45 min', 'unsaid', 45 * MINUTE],
    ['30s', 'unsaid', 30_000],
    ['18:25 min', 'unsaid', 18 * MINUTE + 25_000],
    ['PT1H30M', 'unsaid', 90 * MINUTE],
    ['PT0S', 'unsaid', 0],
  ])('reads %s (%s)', (text, unit, ms) => {
    expect(readLength(text, unit)).toMatchObject({ ms })
  })

  it.each(['-1:00', '1:75', '1h 2h', '30m 1h', 'abc', '1.2.3', 'PT', '1:2:3:4', '12 apples'])(
    'does not make up %s',
    (text) => {
      expect(readLength(text, 'unsaid')).toBeUndefined()
    },
  )

  it('asks for the unit where a whole number could be minutes as well as seconds', () => {
    expect(readLength('90', 'unsaid')).toBe('which-unit')
  })

  it.each<[string, LengthUnit]>([
    ['Duration (h)', 'hours'],
    ['Hours', 'hours'],
    ['Duration (decimal)', 'hours'],
    ['Timmar', 'hours'],
    ['duration_ms', 'ms'],
    ['Minutes', 'minutes'],
    ['Duration (seconds)', 'seconds'],
    ['Sekunder', 'seconds'],
    ['Duration', 'unsaid'],
    ['Time', 'unsaid'],
  ])('takes the unit of bare numbers from the column name %s', (name, unit) => {
    expect(lengthUnitOf(name)).toBe(unit)
  })
})
