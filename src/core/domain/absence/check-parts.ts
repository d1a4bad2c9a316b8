import type { AbsencePart, AbsencePiece } from '../../../shared/contract/absence.ts'

export interface PartProblem {
  /** Which of the parts; the number of parts where one is missing at the end. */
  readonly index: number
  readonly message: string
}

/** Whether the parts cover the pieces exactly, in order, none of them empty; undefined where they do. */
export function checkParts(pieces: readonly AbsencePiece[], parts: readonly AbsencePart[]): PartProblem | undefined {
  let index = 0
  for (const piece of pieces) {
    let atMs = piece.fromMs
    while (atMs < piece.untilMs) {
      const part = parts[index]
      if (part === undefined) return { index, message: 'A part of the absence is left over. Say what becomes of it.' }
      if (part.fromMs !== atMs) {
        return { index, message: 'This part must begin where the one before ends, or where the absence begins.' }
      }
      if (part.untilMs <= part.fromMs) return { index, message: 'This part must end after it begins.' }
      if (part.untilMs > piece.untilMs) return { index, message: 'This part must not go on after the absence.' }
      atMs = part.untilMs
      index += 1
    }
  }
  return index < parts.length ? { index, message: 'This part lies outside the absence.' } : undefined
}
