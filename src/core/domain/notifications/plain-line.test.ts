import { describe, expect, it } from 'vitest'
import { plainLine } from './plain-line.ts'

describe('plainLine', () => {
  it.each([
    ['two\nlines\r\nand\ttabs', 'two lines and tabs'],
    ['\u001b[31mred\u001b[0m', '[31mred [0m'],
    ['a\u2028b\u2029c', 'a b c'],
    ['safe\u202Eexe.txt', 'safe exe.txt'],
    ['  round  about  ', 'round about'],
    ['<b>bold</b> & [link](x)', '<b>bold</b> & [link](x)'],
    ['👩‍💻 at work', '👩‍💻 at work'],
    ['\n\t', ''],
  ])('%j becomes %j', (text, line) => {
    expect(plainLine(text, 120)).toBe(line)
  })

  it('cuts long text with an ellipsis, never through a character, to the length at most', () => {
    expect(plainLine('abcdef', 6)).toBe('abcdef')
    expect(plainLine('abcdefg', 6)).toBe('abcde…')
    expect(plainLine('abcd😀😀', 6)).toBe('abcd…')
    expect(plainLine('\ud83dabc', 6)).toBe('\ufffdabc')
  })
})
