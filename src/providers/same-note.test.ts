import { expect, it } from 'vitest'
import { isSameNote } from './same-note.ts'

it.each([
  ['its normal form', 'Åsa', 'A\u030Asa'],
  ['spaces around', '  a note ', 'a note'],
  ['line ends', 'one\r\ntwo', 'one\ntwo'],
  ['a NUL', 'a\u0000b', 'ab'],
  ['half a letter', 'a\ud83d', 'a\ufffd'],
])('a note stays the same whatever a server does to %s', (_name, sent, kept) => {
  expect(isSameNote(sent, kept)).toBe(true)
})

it('notes that say something else are not the same', () => {
  expect(isSameNote('a note', 'A note')).toBe(false)
  expect(isSameNote('a note', 'a note 2')).toBe(false)
})
