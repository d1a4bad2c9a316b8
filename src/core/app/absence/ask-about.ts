import { type Absence, type AbsencePiece, MAX_PIECES } from '../../../shared/contract/absence.ts'
import { formatDurationProse } from '../../../shared/format/format-duration.ts'
import { ok } from '../../../shared/result.ts'
import { joinPiece, lengthOf } from '../../domain/absence/join-piece.ts'
import type { CoreContext } from '../core-context.ts'
import { entryWords } from '../entries/entry-label.ts'
import { notify } from '../notifications/notify.ts'
import { withdrawNotification } from '../notifications/withdraw-notification.ts'
import { type Command, runCommand } from '../run-command.ts'
import { piecesLeft } from './open-question.ts'

/**
 * Asks what is to become of a piece of absence in an entry: the question about that entry grows, or a new one is asked,
 * or waits behind an older one about another entry. False where it could not be written (logged): ask again later.
 */
export function askAbout(context: CoreContext, entryId: string, piece: AbsencePiece): boolean {
  const { clock, ids, log, store } = context.ports
  const nowMs = clock.nowMs()
  const [left] = store.read((reader) => piecesLeft(reader, { entryId, pieces: [piece] }, nowMs))
  if (left === undefined) return true
  const asked = runCommand(context, ask, { commandKey: `absence:${ids.next()}`, entryId, piece: left }, 'presence')
  if (!asked.ok) {
    log.warn({ reason: asked.error.code }, 'a question about an absence could not be kept yet')
    return false
  }
  tell(context, asked.value)
  return true
}

/** Not undone by undo: it is what was seen, and no time is changed. */
const ask: Command<{ commandKey: string; entryId: string; piece: AbsencePiece }, Absence> = {
  name: 'absence.ask',
  undoable: false,
  label: ({ pieces }) => `Ask about ${formatDurationProse(lengthOf(pieces))} away`,
  run(writer, { entryId, piece }, { nowMs, newId }) {
    const unanswered = writer.unansweredAbsences()
    const over = unanswered.filter((it) => it.entryId !== entryId && piecesLeft(writer, it, nowMs).length === 0)
    for (const absence of over) writer.put('absence', { ...absence, state: 'withdrawn', updatedAtMs: nowMs })
    const same = unanswered.find((it) => it.entryId === entryId && it.pieces.length < MAX_PIECES)
    const asked: Absence =
      same === undefined
        ? {
            id: newId(),
            entryId,
            pieces: [piece],
            state: unanswered.length > over.length ? 'waiting' : 'open',
            askedAtMs: nowMs,
            updatedAtMs: nowMs,
          }
        : { ...same, pieces: joinPiece(same.pieces, piece), updatedAtMs: nowMs }
    writer.put('absence', asked)
    return ok(asked)
  },
}

function tell(context: CoreContext, { id, entryId, pieces }: Absence): void {
  withdrawNotification(context, noticeKey(id, pieces.length - 1))
  const what = context.ports.store.read((reader) => {
    const entry = reader.get('entry', entryId)
    return entry === undefined ? 'the timer' : entryWords(entry, reader)
  })
  notify(context, {
    key: noticeKey(id, pieces.length),
    kind: 'absence',
    title: `You were away ${formatDurationProse(lengthOf(pieces))}`,
    body: `Meanwhile ${what} ran on. Keep that time, discard it, or move it to another entry.`,
    place: { page: 'absence' },
  })
}

/** Each further piece is an occasion of its own; a piece that only grows is not. */
export function noticeKey(absenceId: string, pieces: number): string {
  return `absence:${absenceId}:${pieces}`
}
