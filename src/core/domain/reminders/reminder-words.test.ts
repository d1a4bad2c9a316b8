import { describe, expect, it } from 'vitest'
import { running } from '../../../../tests/fakes/sample-entries.ts'
import { reminderWords, type WordFacts } from './reminder-words.ts'

const HOUR = 3_600_000
const facts: WordFacts = {
  nowMs: Date.UTC(2026, 10, 20, 13),
  zone: 'Europe/Stockholm',
  clock: 'locale',
  todayMs: 6 * HOUR + 12 * 60_000,
  projects: [
    { name: 'Acme', totalMs: 3 * HOUR },
    { name: null, totalMs: 2 * HOUR },
    { name: 'Stint', totalMs: HOUR },
    { name: 'Odds', totalMs: 8 * 60_000 },
    { name: 'Ends', totalMs: 4 * 60_000 },
  ],
}

describe('reminderWords', () => {
  it('says how long the timer runs, on what, and since when', () => {
    const entry = running('now', Date.UTC(2026, 10, 20, 8, 5), { note: 'Payment retry' })
    const reminder = { kind: 'long-running', key: 'k', entry, runningMs: 5 * HOUR } as const
    expect(reminderWords(reminder, facts)).toEqual({
      title: 'The timer has run for 5 h',
      body: '“Payment retry” has run since 09:05. Still on it?',
      place: { page: 'timer' },
    })
    const old = { ...reminder, entry: running('now', Date.UTC(2026, 10, 18, 20), { note: ' ' }) }
    expect(reminderWords(old, { ...facts, clock: '12h' }).body).toBe(
      'It has run since 9:00 pm on 2026-11-18. Still on it?',
    )
  })

  it('sums the day up by its longest projects', () => {
    const reminder = { kind: 'daily-summary', key: 'k', day: '2026-11-20' } as const
    expect(reminderWords(reminder, facts)).toEqual({
      title: 'Today: 6 h 12 m',
      body: 'Acme 3 h, no project 2 h, Stint 1 h and 12 m more.',
      place: { page: 'today', day: '2026-11-20' },
    })
    expect(reminderWords(reminder, { ...facts, projects: [{ name: null, totalMs: HOUR }] }).body).toBe(
      'No project 1 h.',
    )
  })
})
