import type { ContractOutputs } from '../../../shared/contract/contract.ts'
import { frecency } from '../../domain/suggestions/frecency.ts'
import type { CoreContext } from '../core-context.ts'

/** Half a year of habits is enough to suggest from. */
const LOOK_BACK_MS = 183 * 24 * 3_600_000
const CANDIDATES = 400

export function suggestEntries(
  { ports }: CoreContext,
  text: string | undefined,
  limit: number,
): ContractOutputs['entries']['suggest'] {
  const nowMs = ports.clock.nowMs()
  const used = ports.store.read((reader) => reader.frequencies(nowMs - LOOK_BACK_MS, text, CANDIDATES))
  const ranked = used
    .map((frequency) => ({ ...frequency, score: frecency(frequency, nowMs) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
  return {
    suggestions: ranked.map(({ entry, uses, lastUsedMs }) => ({
      note: entry.note,
      projectId: entry.projectId,
      activityId: entry.activityId,
      workItemId: entry.workItemId,
      tagIds: entry.tagIds,
      billable: entry.billable,
      uses,
      lastUsedMs,
    })),
  }
}
