import { describe, expect, it } from 'vitest'
import { filesToSend, guessFormat } from './guess-format.ts'

describe('guessFormat', () => {
  it('knows each format by its names or its first line', () => {
    expect(guessFormat(['data/tags.data', 'data/2026-03.data'], '{')).toBe('timewarrior')
    expect(guessFormat(['x.data'], 'inc 20260302T080000Z - 20260302T090000Z # a')).toBe('timewarrior')
    expect(guessFormat(['x.json'], '[\n{"id":1,"start":"20260302T080000Z"}')).toBe('timewarrior')
    expect(guessFormat(['x.json'], '{"format":"stint","version":1')).toBe('stint-json')
    expect(
      guessFormat(
        ['Toggl.csv'],
        '\uFEFFUser,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags',
      ),
    ).toBe('toggl')
    expect(guessFormat(['x.csv'], 'Datum;Tid;Notering\n2026-03-02;1,5;x')).toBe('csv')
  })
  it('proposes nothing for what is no list of times', () => {
    expect(guessFormat(['x.json'], '{"a":1}')).toBeNull()
    expect(guessFormat(['x.png'], '\u0089PNG')).toBeNull()
    expect(guessFormat(['x.csv'], '')).toBeNull()
  })
})

describe('filesToSend', () => {
  it('sends only the months of a Timewarrior folder', () => {
    const files = ['tags.data', '2026-02.data', 'undo.data', '2026-03.data'].map((name) => ({ name }))
    expect(filesToSend('timewarrior', files).map(({ name }) => name)).toEqual(['2026-02.data', '2026-03.data'])
  })
  it('sends a single file as it is', () => {
    expect(filesToSend('timewarrior', [{ name: 'export.json' }])).toHaveLength(1)
  })
})
