import type { AbsencePiece } from '../../../shared/contract/absence.ts'

/** Adds a piece to others in order. Pieces that touch or overlap become one, which keeps the earliest start and its cause. */
export function joinPiece(pieces: readonly AbsencePiece[], added: AbsencePiece): AbsencePiece[] {
  const joined: AbsencePiece[] = []
  for (const piece of [...pieces, added].sort((a, b) => a.fromMs - b.fromMs)) {
    const last = joined.at(-1)
    if (last === undefined || piece.fromMs > last.untilMs) joined.push(piece)
    else joined[joined.length - 1] = { ...last, untilMs: Math.max(last.untilMs, piece.untilMs) }
  }
  return joined
}

export function lengthOf(pieces: readonly { readonly fromMs: number; readonly untilMs: number }[]): number {
  return pieces.reduce((sum, { fromMs, untilMs }) => sum + untilMs - fromMs, 0)
}
