import { type Absence, absenceSchema, MAX_PIECES } from '../../../shared/contract/absence.ts'
import { joinPiece } from '../../domain/absence/join-piece.ts'
import type { Change, StoreWriter } from '../../ports/store.ts'

/**
 * Before an answer is undone or redone: a question that was asked meanwhile steps back, for only one may be open; and one
 * that had stepped back stands again as the answer found it. Without this, a question asked at the wrong moment would
 * stop undo for ever.
 */
export function makeRoomForQuestion(
  writer: StoreWriter,
  changes: readonly Change[],
  side: 'before' | 'after',
  nowMs: number,
): void {
  for (const { kind, id, before } of changes) {
    if (kind !== 'absence' || !isUnanswered(before)) continue
    for (const other of writer.unansweredAbsences()) {
      if (other.id === id || other.state !== 'open' || !isOpen(before)) continue
      writer.put('absence', { ...other, state: 'waiting', updatedAtMs: nowMs })
    }
    if (side === 'after') standAgain(writer, id, absenceSchema.parse(before))
  }
}

/** Only where nothing was added to it: what was not there when the question was answered is not answered by a redo. */
function standAgain(writer: StoreWriter, id: string, asAnswered: Absence): void {
  const now = writer.unansweredAbsences().find((absence) => absence.id === id)
  if (now?.state !== 'waiting' || asAnswered.state === 'waiting') return
  if (JSON.stringify(now.pieces) === JSON.stringify(asAnswered.pieces)) writer.put('absence', asAnswered)
}

/**
 * After an undo has reopened a question: what was asked meanwhile about the same entry, or about a stretch of it that the
 * answer had made and that is gone again, belongs to it. Nothing that was asked is lost.
 */
export function gatherQuestions(writer: StoreWriter, changes: readonly Change[], nowMs: number): void {
  const reopenedId = changes.find(({ kind, before }) => kind === 'absence' && isUnanswered(before))?.id
  let reopened = reopenedId === undefined ? undefined : writer.get('absence', reopenedId)
  if (reopened === undefined) return
  const gone = new Set(changes.filter(({ kind, before }) => kind === 'entry' && before === null).map(({ id }) => id))
  for (const absence of writer.unansweredAbsences()) {
    if (absence.id === reopened.id) continue
    if (absence.entryId !== reopened.entryId && !gone.has(absence.entryId)) continue
    const pieces: Absence['pieces'] = absence.pieces.reduce(joinPiece, reopened.pieces)
    if (pieces.length > MAX_PIECES) continue
    writer.put('absence', { ...absence, state: 'withdrawn', updatedAtMs: nowMs })
    reopened = { ...reopened, pieces, updatedAtMs: nowMs }
    writer.put('absence', reopened)
  }
}

function isOpen(value: unknown): boolean {
  return stateOf(value) === 'open'
}

function isUnanswered(value: unknown): boolean {
  return isOpen(value) || stateOf(value) === 'waiting'
}

/** Of a side of a change row. */
function stateOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'state' in value ? value.state : undefined
}
