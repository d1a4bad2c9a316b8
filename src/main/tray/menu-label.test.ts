import { describe, expect, it } from 'vitest'
import { menuLabel } from './menu-label.ts'

describe('menuLabel', () => {
  it.each([
    ['R&D', 'R&&D'],
    ['a && b', 'a &&&& b'],
    ['two\nlines\tand\u0007bell', 'two lines and bell'],
    ['safe\u202Eexe', 'safe exe'],
    ['<b>bold</b>', '<b>bold</b>'],
  ])('%j becomes %j', (text, label) => {
    expect(menuLabel(text)).toBe(label)
  })

  it('is cut before its signs are doubled, so that a doubled one is never cut in half', () => {
    expect(menuLabel('&'.repeat(70))).toBe(`${'&&'.repeat(59)}…`)
  })
})
