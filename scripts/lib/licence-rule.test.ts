import { describe, expect, it } from 'vitest'
import { isFreeToShip } from './licence-rule.ts'

describe('a licence', () => {
  it.each(['MIT', 'ISC', '(MIT OR CC0-1.0)', '(GPL-3.0 OR MIT)', 'MIT AND Apache-2.0'])('%s may be shipped', (text) => {
    expect(isFreeToShip(text)).toBe(true)
  })

  it.each([
    null,
    '',
    'UNLICENSED',
    'SEE LICENSE IN LICENSE.txt',
    'GPL-3.0-only',
    'LGPL-2.1',
    'AGPL-3.0',
    'MPL-2.0',
    'MIT AND GPL-3.0',
    'mit',
  ])('%s is for a person to decide about', (text) => {
    expect(isFreeToShip(text)).toBe(false)
  })
})
