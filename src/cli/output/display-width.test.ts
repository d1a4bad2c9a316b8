import { describe, expect, it } from 'vitest'
import { displayWidth, oneLine, pad, shorten } from './display-width.ts'

describe('text in columns', () => {
  it.each([
    ['abc', 3],
    ['Årsbok', 6],
    ['A\u030arsbok', 6],
    ['日本', 4],
    ['👩‍👩‍👧 ok', 5],
    ['9–10', 4],
  ])('knows how wide %j is in a terminal', (text, width) => {
    expect(displayWidth(text)).toBe(width)
  })

  it('shortens between letters, never inside one', () => {
    expect(shorten('Payment retry', 9)).toBe('Payment…')
    expect(shorten('日本語', 4)).toBe('日…')
    expect(shorten('fits', 4)).toBe('fits')
    expect(displayWidth(shorten('👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', 5))).toBeLessThanOrEqual(5)
  })

  it('pads by width, not by length', () => {
    expect(pad('日', 4)).toBe('日  ')
    expect(pad('1:30', 6, 'right')).toBe('  1:30')
  })

  it('takes out everything that would move a cursor, ring, or turn text round', () => {
    expect(oneLine('a\u001b[31mb\u0007\r\nc\u202ed\u009b')).toBe('a[31mb cd')
  })
})
