import { describe, expect, it } from 'vitest'
import { nearest } from './nearest.ts'

const commands = ['start', 'stop', 'status', 'split', 'settings', 'serve']

describe('nearest', () => {
  it.each([
    ['strat', ['start']],
    ['stpo', ['stop']],
    ['sttus', ['status']],
    ['SETTING', ['settings']],
    ['xylophone', []],
    ['', []],
  ])('suggests for %j what was meant, and nothing for something else', (typed, expected) => {
    expect(nearest(typed, commands)).toEqual(expected)
  })

  it('knows a name by a part of it, and by too much of it', () => {
    expect(nearest('retry', ['Payment retry', 'Review'])).toEqual(['Payment retry'])
    expect(nearest('Acmee/Shop', ['Shop', 'Acme/Shop', 'Other'])).toEqual(['Acme/Shop', 'Shop'])
  })

  it('asks for fewer letters of a short word to be wrong', () => {
    expect(nearest('ab', ['cd', 'ac'])).toEqual(['ac'])
  })
})
