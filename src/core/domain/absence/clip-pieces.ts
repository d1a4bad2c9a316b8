import type { AbsencePiece } from '../../../shared/contract/absence.ts'

/** What of the pieces lies inside `[fromMs, untilMs)`; empty ones are left out. */
export function clipPieces(pieces: readonly AbsencePiece[], fromMs: number, untilMs: number): AbsencePiece[] {
  return pieces
    .map((piece) => ({
      ...piece,
      fromMs: Math.max(piece.fromMs, fromMs),
      untilMs: Math.min(piece.untilMs, untilMs),
    }))
    .filter((piece) => piece.fromMs < piece.untilMs)
}
