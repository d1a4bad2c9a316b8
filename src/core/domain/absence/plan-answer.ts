import type { AbsenceAnswer, AbsencePart, AbsencePiece } from '../../../shared/contract/absence.ts'
import { lengthOf } from './join-piece.ts'

interface Stretch {
  readonly fromMs: number
  readonly untilMs: number
}

/** Part of an entry; an open end runs on. */
export interface Segment {
  readonly startedAtMs: number
  readonly endedAtMs: number | null
}

type MovedDetails = Extract<AbsencePart['to'], { kind: 'move' }>['details']

export interface AnswerPlan {
  /** What stays of the entry, in order, each longer than nothing but for a running end; none: it was absence throughout. */
  readonly segments: readonly Segment[]
  readonly moved: readonly (Stretch & { readonly details: MovedDetails })[]
  readonly keptMs: number
  readonly movedMs: number
  readonly removedMs: number
}

/**
 * What an answer makes of an entry and the absence in it. `pieces` are in order, inside the entry, and do not touch; the
 * parts of a split have been checked. Kept, moved and removed time are the whole absence.
 */
export function planAnswer(entry: Segment, pieces: readonly AbsencePiece[], answer: AbsenceAnswer): AnswerPlan {
  const parts = partsOf(pieces, answer)
  const of = (kind: AbsencePart['to']['kind']) => parts.filter(({ to }) => to.kind === kind)
  const stopAtMs = answer.kind === 'discard-and-stop' ? pieces.at(-1)?.fromMs : undefined
  const whole = stopAtMs === undefined ? entry : { ...entry, endedAtMs: stopAtMs }
  return {
    segments: without(
      whole,
      parts.filter(({ to }) => to.kind !== 'keep'),
    ),
    moved: parts.flatMap(({ fromMs, untilMs, to }) =>
      to.kind === 'move' ? [{ fromMs, untilMs, details: to.details }] : [],
    ),
    keptMs: lengthOf(of('keep')),
    movedMs: lengthOf(of('move')),
    removedMs: lengthOf(of('discard')),
  }
}

function partsOf(pieces: readonly AbsencePiece[], answer: AbsenceAnswer): readonly AbsencePart[] {
  if (answer.kind === 'split') return answer.parts
  const to = answer.kind === 'discard-and-stop' ? ({ kind: 'discard' } as const) : answer
  return pieces.map(({ fromMs, untilMs }) => ({ fromMs, untilMs, to }))
}

/** The entry without these stretches, which are in order. */
function without(entry: Segment, cuts: readonly Stretch[]): Segment[] {
  const segments: Segment[] = []
  let startedAtMs = entry.startedAtMs
  for (const { fromMs, untilMs } of cuts) {
    if (fromMs > startedAtMs) segments.push({ startedAtMs, endedAtMs: fromMs })
    startedAtMs = untilMs
  }
  const { endedAtMs } = entry
  if (endedAtMs === null || startedAtMs < endedAtMs) segments.push({ startedAtMs, endedAtMs })
  return segments
}
