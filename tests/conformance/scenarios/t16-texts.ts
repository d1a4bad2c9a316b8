import { expect } from 'vitest'
import type { Stand } from '../kit/create-stand.ts'
import type { Scenario } from '../kit/scenario.ts'
import { isWrite, spoilt } from '../kit/twist.ts'
import { HOUR, sampleWrite, success } from './sample.ts'
import { news } from './t13-twice.ts'

const texts: readonly (readonly [name: string, text: string])[] = [
  ['a family of emoji', 'Lunch 👩‍👩‍👧‍👦 and 🏳️‍🌈'],
  ['right to left', 'דיון עם Ada על ‏التسليم'],
  ['letters in pieces', 'Åsa och Zoë'],
  ['letters as one', 'Åsa och Zoë'],
  ['quotes and slashes', 'He said "no" \\ \'yes\' /* */ [["a","=","b"]] %22&?#'],
  ['line ends and tabs', 'First\nsecond\r\n\tthird'],
  ['markup', '<b>bold</b> &amp; <script>alert(1)</script>'],
  ['a NUL in the middle', 'before\u0000after'],
  ['half a letter', 'broken \ud83d end'],
  ['spaces around', '  indented, and trailing  '],
  ['nothing', ''],
]

export const textsScenario: Scenario = {
  id: 'T16',
  title: 'texts of every kind',
  cases: ({ capabilities: { maxNoteLength, noteRequired } }) => [
    ...texts
      .filter(([, text]) => !noteRequired || text !== '')
      .flatMap(([name, text]) => [
        { name: `${name}: arrives, and is no news afterwards`, run: (stand: Stand) => arrives(stand, text) },
        { name: `${name}: found after a lost answer`, run: (stand: Stand) => isFound(stand, text) },
      ]),
    { name: `${maxNoteLength} characters and more: cut between letters, with a mark`, run: tooLong },
  ],
}

async function arrives(stand: Stand, note: string) {
  const queue = stand.queue()
  await queue.add(note, 0, HOUR)
  await queue.drain()
  expect(queue.open()).toEqual([])
  const { records } = success(await stand.provider.pull({ cursor: null, fromDay: '2026-11-09', toDay: '2026-11-11' }))
  expect(news(stand, { records, nextCursor: null, more: false, complete: null })).toEqual([])
}

async function isFound(stand: Stand, note: string) {
  const write = sampleWrite(stand, { note })
  stand.twist(spoilt({ kind: 'reset-before-headers' }), isWrite)
  expect(await stand.provider.create(write, 'background')).toMatchObject({ ok: false })
  const found = success(await stand.provider.find(write))
  expect(found.length).toBe(1)
  stand.expectThere(() => [write.fields])
}

async function tooLong(stand: Stand) {
  const queue = stand.queue()
  const { maxNoteLength } = stand.profile.capabilities
  await queue.add('x'.repeat(Math.min(3000, maxNoteLength)), 0, HOUR)
  await queue.add('👩‍👩‍👧‍👦'.repeat(272), HOUR, 2 * HOUR)
  await queue.drain()
  expect(queue.open()).toEqual([])
  for (const { fields } of stand.vendor.records()) expect(fields.note.isWellFormed()).toBe(true)
}
