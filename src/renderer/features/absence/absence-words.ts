import type { AbsenceCause, AbsencePiece } from '../../../shared/contract/absence.ts'
import { type ClockStyle, formatClock } from '../../../shared/format/format-clock.ts'
import { formatDayTitle } from '../../../shared/format/format-day-title.ts'
import { formatDurationProse } from '../../../shared/format/format-duration.ts'
import { dayOf } from '../../../shared/zone/day-bounds.ts'

/** How the person's clock and calendar are written, and the day it is. */
export interface TimeWords {
  readonly zone: string
  readonly style: ClockStyle
  readonly locale: string
  readonly today: string
}

export const causeWords: Record<AbsenceCause, string> = {
  idle: 'nothing was typed or moved',
  lock: 'the screen was locked',
  sleep: 'the computer slept',
  shutdown: 'the computer was shut down',
  'user-switch': 'somebody else was signed in',
  clock: 'the computer’s clock jumped',
  closed: 'Stint was closed',
  crash: 'Stint had stopped unexpectedly',
  away: 'you had said so',
}

export function absenceMs(pieces: readonly Pick<AbsencePiece, 'fromMs' | 'untilMs'>[]): number {
  return pieces.reduce((sum, { fromMs, untilMs }) => sum + untilMs - fromMs, 0)
}

/** `12:02–12:40`; with the days where they are not today: `Thu 19 Nov 18:18 – Fri 20 Nov 08:02`. */
export function spanWords({ fromMs, untilMs }: Pick<AbsencePiece, 'fromMs' | 'untilMs'>, words: TimeWords): string {
  const { zone, style, locale, today } = words
  const [fromDay, untilDay] = [dayOf(fromMs, zone), dayOf(untilMs, zone)]
  const clock = (ms: number) => formatClock(ms, zone, style)
  const day = (name: string) => formatDayTitle(name, locale, today)
  if (fromDay !== untilDay) return `${day(fromDay)} ${clock(fromMs)} – ${day(untilDay)} ${clock(untilMs)}`
  return `${fromDay === today ? '' : `${day(fromDay)} `}${clock(fromMs)}–${clock(untilMs)}`
}

/** The whole question in one sentence. `note` of the entry that ran; null while it is not known. */
export function questionWords(pieces: readonly AbsencePiece[], note: string | null, words: TimeWords): string {
  const what = note === null ? 'the timer' : note === '' ? 'a timer without a note' : `“${shortNote(note)}”`
  const [first] = pieces
  if (pieces.length === 1 && first !== undefined) {
    const length = formatDurationProse(first.untilMs - first.fromMs)
    return `You were away ${spanWords(first, words)} (${length}, ${causeWords[first.cause]}) while ${what} ran.`
  }
  return `You were away ${pieces.length} times, ${formatDurationProse(absenceMs(pieces))} in all, while ${what} ran.`
}

const verbs = { done: ['kept', 'moved', 'discarded'], 'to come': ['keep', 'move', 'discard'] } as const

/** What an answer made of the time, or will: `Kept 12 m, moved 10 m, discarded 16 m`. */
export function answerWords(
  outcome: { readonly keptMs: number; readonly movedMs: number; readonly removedMs: number },
  tense: keyof typeof verbs = 'done',
): string {
  const { keptMs, movedMs, removedMs } = outcome
  const text = [keptMs, movedMs, removedMs]
    .flatMap((ms, index) => (ms > 0 ? `${verbs[tense][index]} ${formatDurationProse(ms)}` : []))
    .join(', ')
  return text === '' ? 'Answered' : `${text[0]?.toUpperCase()}${text.slice(1)}`
}

const MAX_NOTE = 80

/** The first line, cut where it would fill the bar. */
function shortNote(note: string): string {
  const line = note.split('\n')[0] ?? ''
  return line.length > MAX_NOTE ? `${line.slice(0, MAX_NOTE - 1)}…` : line
}
