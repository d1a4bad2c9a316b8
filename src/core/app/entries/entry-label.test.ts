import { expect, it } from 'vitest'
import { finished } from '../../../../tests/fakes/sample-entries.ts'
import type { StoreReader } from '../../ports/store.ts'
import { countWords, entryWords } from './entry-label.ts'

// Only `get` is asked for; a reader without the rest shows it when something else is.
const reader = { get: () => ({ name: 'Ledger' }) } as unknown as StoreReader
const words = (note: string, projectId: string | null = null) =>
  entryWords(finished('e', 0, 1, { note, projectId }), reader)

it('an entry is called by its note, else by its project, else by neither', () => {
  expect(words('  Fix\n the   cache ')).toBe('“Fix the cache”')
  expect(words('', 'p')).toBe('an entry of Ledger')
  expect(words(' \n ')).toBe('an entry without a note')
})

it('a long note is cut after forty letters, and no letter in half', () => {
  expect(words('x'.repeat(40))).toBe(`“${'x'.repeat(40)}”`)
  expect(words('x'.repeat(41))).toBe(`“${'x'.repeat(40)}…”`)
  expect(words('👩'.repeat(40))).toBe(`“${'👩'.repeat(40)}”`)
  expect(words('👩'.repeat(50))).toBe(`“${'👩'.repeat(40)}…”`)
})

it('one is counted as one', () => {
  expect([countWords(1, 'entry', 'entries'), countWords(2, 'entry', 'entries')]).toEqual(['1 entry', '2 entries'])
})
