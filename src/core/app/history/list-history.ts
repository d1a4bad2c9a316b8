import type { ContractOutputs } from '../../../shared/contract/contract.ts'
import type { CoreContext } from '../core-context.ts'
import { historyItem, UNDO_WINDOW_MS } from './move-history.ts'

export function listHistory({ ports }: CoreContext, limit: number): ContractOutputs['history']['list'] {
  const sinceMs = ports.clock.nowMs() - UNDO_WINDOW_MS
  return { items: ports.store.read((reader) => reader.history(sinceMs, limit)).map(historyItem) }
}
