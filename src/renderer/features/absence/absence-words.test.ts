import { describe, expect, it } from 'vitest'
import type { AbsencePiece } from '../../../shared/contract/absence.ts'
import { answerWords, questionWords, spanWords } from './absence-words.ts'

const words = { zone: 'Europe/Stockholm', style: '24h', locale: 'en-GB', today: '2026-11-20' } as const
const at = (day: string, time: string) => Date.parse(`${day}T${time}:00+01:00`)
const piece = (from: string, until: string, cause: AbsencePiece['cause'] = 'lock'): AbsencePiece => ({
  fromMs: at('2026-11-20', from),
  untilMs: at('2026-11-20', until),
  cause,
})

describe('spanWords', () => {
  it('names days only where they are not today', () => {
    expect(spanWords(piece('12:02', '12:40'), words)).toBe('12:02–12:40')
    const yesterday = { fromMs: at('2026-11-19', '12:02'), untilMs: at('2026-11-19', '12:40') }
    expect(spanWords(yesterday, words)).toBe('Thu 19 Nov 12:02–12:40')
    const overnight = { fromMs: at('2026-11-19', '18:18'), untilMs: at('2026-11-20', '08:02') }
    expect(spanWords(overnight, words)).toBe('Thu 19 Nov 18:18 – Fri 20 Nov 08:02')
  })
})

describe('questionWords', () => {
  it('says when, how long, why, and what ran', () => {
    expect(questionWords([piece('12:02', '12:40')], 'Payment retry', words)).toBe(
      'You were away 12:02–12:40 (38 m, the screen was locked) while “Payment retry” ran.',
    )
  })
  it('sums several absences up', () => {
    expect(questionWords([piece('12:02', '12:40'), piece('13:00', '13:10', 'idle')], '', words)).toBe(
      'You were away 2 times, 48 m in all, while a timer without a note ran.',
    )
  })
  it('shows the first line of a long note, cut', () => {
    const text = questionWords([piece('12:02', '12:40')], `${'w'.repeat(300)}\nmore`, words)
    expect(text).toContain(`“${'w'.repeat(79)}…”`)
  })
})

describe('answerWords', () => {
  it('tells only of what there is', () => {
    expect(answerWords({ keptMs: 0, movedMs: 0, removedMs: 60_000 })).toBe('Discarded 1 m')
    expect(answerWords({ keptMs: 60_000, movedMs: 120_000, removedMs: 180_000 })).toBe(
      'Kept 1 m, moved 2 m, discarded 3 m',
    )
    expect(answerWords({ keptMs: 60_000, movedMs: 0, removedMs: 180_000 }, 'to come')).toBe('Keep 1 m, discard 3 m')
    expect(answerWords({ keptMs: 0, movedMs: 0, removedMs: 0 })).toBe('Answered')
  })
})
