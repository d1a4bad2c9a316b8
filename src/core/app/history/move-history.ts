import type { ContractInputs, ContractOutputs } from '../../../shared/contract/contract.ts'
import type { HistoryItem } from '../../../shared/contract/history.ts'
import { type AppError, appError } from '../../../shared/errors.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { CommandRecord, StoreWriter } from '../../ports/store.ts'
import { gatherQuestions, makeRoomForQuestion } from '../absence/reopen-question.ts'
import type { Command } from '../run-command.ts'

/** Changes can be taken back for 30 days, across restarts. */
export const UNDO_WINDOW_MS = 30 * 24 * 3_600_000

export function historyItem(record: CommandRecord): HistoryItem {
  return { commandId: record.id, label: record.label, atMs: record.atMs, undone: record.undoneAtMs !== null }
}

export const undoCommand: Command<ContractInputs['history']['undo'], ContractOutputs['history']['undo']> = {
  name: 'history.undo',
  undoable: false,
  label: ({ item }) => `Undo: ${item.label}`,
  moves: ({ item }) => item.commandId,
  run(writer, input, { nowMs }) {
    const record = writer.lastUndoable(nowMs - UNDO_WINDOW_MS)
    if (record === undefined) return err(appError('nothing-to-undo', 'There is nothing to undo.', {}))
    if (input.commandId !== undefined && input.commandId !== record.id) {
      return err(
        appError('changed-since', 'Something newer was done since. Undo that first.', {
          kind: 'command',
          id: record.id,
        }),
      )
    }
    return move(writer, record, 'before', nowMs)
  },
}

export const redoCommand: Command<ContractInputs['history']['redo'], ContractOutputs['history']['redo']> = {
  name: 'history.redo',
  undoable: false,
  label: ({ item }) => `Redo: ${item.label}`,
  moves: ({ item }) => item.commandId,
  run(writer, _input, { nowMs }) {
    const record = writer.lastRedoable(nowMs - UNDO_WINDOW_MS)
    if (record === undefined) return err(appError('nothing-to-redo', 'There is nothing to redo.', {}))
    return move(writer, record, 'after', nowMs)
  },
}

function move(
  writer: StoreWriter,
  record: CommandRecord,
  side: 'before' | 'after',
  nowMs: number,
): Result<{ item: HistoryItem }, AppError> {
  const changes = writer.changesOf(record.id)
  makeRoomForQuestion(writer, changes, side, nowMs)
  const applied = writer.applyChanges(changes, side)
  if (!applied.ok) return applied
  if (side === 'before') gatherQuestions(writer, changes, nowMs)
  const undoneAtMs = side === 'before' ? nowMs : null
  writer.setUndone(record.id, undoneAtMs)
  return ok({ item: historyItem({ ...record, undoneAtMs }) })
}
