import type { HistoryItem } from '../../shared/contract/history.ts'
import { isoInstant } from './entry-json.ts'

export function historyJson({ commandId, label, atMs, undone }: HistoryItem) {
  return { id: commandId, label, at: isoInstant(atMs), undone }
}
