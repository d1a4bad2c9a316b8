import type { AbsencePart, AbsencePiece } from '../../../shared/contract/absence.ts'
import { type MovedDetails, movedTo, NO_DETAILS } from './moved-details.ts'

/** A part of the absence as it is being decided. What it would be moved to is kept while another end is tried. */
export interface SplitRow {
  readonly id: string
  readonly fromMs: number
  readonly untilMs: number
  readonly kind: 'keep' | 'discard' | 'move'
  readonly details: MovedDetails
}

export type Span = Pick<AbsencePiece, 'fromMs' | 'untilMs'>

/** As many as one answer may have. */
export const MAX_PARTS = 100

/** One row for each piece; a piece alone is cut in its middle, for whoever splits it wants two. */
export function firstRows(pieces: readonly Span[]): SplitRow[] {
  const rows = pieces.map(rowOf)
  const [only] = rows
  return rows.length === 1 && only !== undefined ? divideRow(rows, only.id, `${only.id}b`) : rows
}

/**
 * The rows fitted to the pieces as they are now: together they cover them exactly, in order, and none reaches over two.
 * What was decided for a time stays decided; time that is new is kept, unless it prolongs the last row of its piece.
 */
export function fitRows(rows: readonly SplitRow[], pieces: readonly Span[]): SplitRow[] {
  const fitted = pieces.flatMap((piece) => {
    const inside = rows
      .map((row) => ({
        ...row,
        fromMs: Math.max(row.fromMs, piece.fromMs),
        untilMs: Math.min(row.untilMs, piece.untilMs),
      }))
      .filter((row) => row.fromMs < row.untilMs)
    if (inside.length === 0) return [rowOf(piece)]
    // Each ends where the next begins; the outermost reach to the piece's own ends.
    return inside.map((row, index) => ({
      ...row,
      fromMs: index === 0 ? piece.fromMs : row.fromMs,
      untilMs: inside[index + 1]?.fromMs ?? piece.untilMs,
    }))
  })
  // A row that two pieces lie in became two rows.
  const seen = new Set<string>()
  return fitted.map((row) => {
    const id = seen.has(row.id) ? `${row.id} ${row.fromMs}` : row.id
    seen.add(id)
    return { ...row, id }
  })
}

/** Cuts a row in its middle, to the minute where that lies inside. */
export function divideRow(rows: readonly SplitRow[], id: string, newId: string): SplitRow[] {
  return rows.flatMap((row) => {
    if (row.id !== id || row.untilMs - row.fromMs < 2) return [row]
    const minuteMs = Math.round((row.fromMs + row.untilMs) / 120_000) * 60_000
    const isInside = minuteMs > row.fromMs && minuteMs < row.untilMs
    const atMs = isInside ? minuteMs : Math.floor((row.fromMs + row.untilMs) / 2)
    return [
      { ...row, untilMs: atMs },
      { ...row, id: newId, fromMs: atMs },
    ]
  })
}

/** Whether the two are parts of one piece, so that the time between them can be moved. */
export function areJoined(row: Span, next: Span | undefined): next is Span {
  return next !== undefined && row.untilMs === next.fromMs
}

/** The row takes the time of the one after it, which goes. */
export function joinWithNext(rows: readonly SplitRow[], id: string): SplitRow[] {
  const index = rows.findIndex((row) => row.id === id)
  const [row, next] = [rows[index], rows[index + 1]]
  if (row === undefined || !areJoined(row, next)) return [...rows]
  return [...rows.slice(0, index), { ...row, untilMs: next.untilMs }, ...rows.slice(index + 2)]
}

/** Moves the time at which a row ends and the next one begins; it must lie inside the two. */
export function moveEnd(rows: readonly SplitRow[], id: string, atMs: number): SplitRow[] {
  const index = rows.findIndex((row) => row.id === id)
  return rows.map((row, n) => {
    if (n === index) return { ...row, untilMs: atMs }
    return n === index + 1 ? { ...row, fromMs: atMs } : row
  })
}

export function partsOf(rows: readonly SplitRow[]): AbsencePart[] {
  return rows.map(({ fromMs, untilMs, kind, details }) => ({
    fromMs,
    untilMs,
    to: kind === 'move' ? movedTo(details) : { kind },
  }))
}

function rowOf({ fromMs, untilMs }: Span): SplitRow {
  return { id: String(fromMs), fromMs, untilMs, kind: 'keep', details: NO_DETAILS }
}
