import { describe, expect, it } from 'vitest'
import { momentWords } from './moment-words.ts'

const nowMs = Date.UTC(2026, 10, 20, 13, 0)
const context = { nowMs, zone: 'Europe/Stockholm', style: '24h', locale: 'en-GB' } as const

describe('momentWords', () => {
  it.each([
    [Date.UTC(2026, 10, 20, 12, 59, 30), 'Today 13:59', 'just now'],
    [Date.UTC(2026, 10, 20, 12, 18), 'Today 13:18', '42 m ago'],
    [Date.UTC(2026, 10, 20, 8, 5), 'Today 09:05', '4 h ago'],
    [Date.UTC(2026, 10, 19, 22, 30), 'Yesterday 23:30', '14 h ago'],
    [Date.UTC(2026, 10, 19, 13, 0), 'Yesterday 14:00', null],
    [Date.UTC(2026, 10, 12, 8, 0), 'Thu 12 Nov 09:00', null],
    [Date.UTC(2025, 10, 20, 8, 0), 'Thu 20 Nov 2025 09:00', null],
  ])('names day and time by the zone, and how long ago below a day (%#)', (ms, text, ago) => {
    expect(momentWords(ms, context)).toMatchObject({ text, ago })
  })
  it('begins with a small letter inside a sentence only where the language does', () => {
    expect(momentWords(nowMs, context).inText).toBe('today 14:00')
    expect(momentWords(Date.UTC(2026, 10, 12, 8, 0), context).inText).toBe('Thu 12 Nov 09:00')
  })
  it('keeps the second and the year for those who look closer', () => {
    expect(momentWords(Date.UTC(2026, 10, 20, 8, 5, 7), context).full).toBe('Fri 20 Nov 2026 09:05:07')
  })
  it('says nothing of how long ago for what a wrong clock put into the future', () => {
    expect(momentWords(nowMs + 60_000, context)).toMatchObject({ text: 'Today 14:01', ago: null })
  })
})
