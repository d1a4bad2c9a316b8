import type { LiveState } from '../../../shared/contract/live.ts'
import { dayOf } from '../../../shared/zone/day-bounds.ts'
import { openQuestion } from '../absence/open-question.ts'
import type { CoreContext } from '../core-context.ts'
import { historyItem, UNDO_WINDOW_MS } from '../history/move-history.ts'

/** Older ones wait in the list of notifications. */
const NOTICE_WINDOW_MS = 12 * 3_600_000
const MAX_NOTICES = 5

export function liveState({ ports }: CoreContext): LiveState {
  const nowMs = ports.clock.nowMs()
  const zone = ports.clock.zone()
  const today = dayOf(nowMs, zone)
  return ports.store.read((reader) => {
    const undo = reader.lastUndoable(nowMs - UNDO_WINDOW_MS)
    const redo = reader.lastRedoable(nowMs - UNDO_WINDOW_MS)
    return {
      revision: reader.revision(),
      nowMs,
      zone,
      today,
      running: reader.runningEntry() ?? null,
      todayClosedMs: reader.dayTotals(today, today)[0]?.totalMs ?? 0,
      settings: reader.settings(),
      undo: undo === undefined ? null : historyItem(undo),
      redo: redo === undefined ? null : historyItem(redo),
      absence: openQuestion(reader, nowMs) ?? null,
      notices: reader.notifications({ unreadOnly: true, sinceMs: nowMs - NOTICE_WINDOW_MS }, MAX_NOTICES),
      host: ports.host,
    }
  })
}
