import type { Lane } from '../../domain/budget/lane.ts'
import type { PlannedWrite } from '../../domain/sync/plan-writes.ts'
import type { SyncItem } from '../../domain/sync/sync-item.ts'
import { noteProblem } from './note-problem.ts'
import type { PushContext, PushOutcome } from './push-context.ts'
import { conflictProblem } from './save-outcome.ts'

type Looked =
  | { readonly kind: 'go' }
  /** What is wanted may be another now. */
  | { readonly kind: 'again' }
  | { readonly kind: 'stopped'; readonly outcome: PushOutcome }

/**
 * Before a record that others may edit is changed or removed: looks at it as it is now, so that nothing of theirs is
 * written over. The running timer is not held up by a budget that allows no look: its start and end are ours alone.
 */
export async function lookFirst(
  context: PushContext,
  item: SyncItem,
  write: PlannedWrite,
  lane: Lane,
): Promise<Looked> {
  const { accountId, provider, store, reconcile } = context
  if (reconcile === undefined || write.kind === 'create') return { kind: 'go' }
  const link = store.links(accountId, item.entryId).find(({ remoteId }) => remoteId === write.remoteId)
  // A record that was replaced is ours to remove, whatever it says.
  if (link === undefined || link.part.startsWith('~')) return { kind: 'go' }
  const answer = await provider.get(write.remoteId)
  if (!answer.ok) {
    const isLimit = answer.error.kind === 'rate-limited' || answer.error.kind === 'quota-exhausted'
    if (isLimit && lane === 'interactive') return { kind: 'go' }
    return { kind: 'stopped', outcome: noteProblem(context, item, answer.error, 'check') }
  }
  const record = answer.value === null || answer.value.deleted ? null : answer.value
  switch (reconcile(link, record)) {
    case 'same':
      return { kind: 'go' }
    case 'merged':
      return { kind: 'again' }
    case 'conflict':
      store.saveItem(accountId, {
        ...item,
        state: 'dead',
        problem: conflictProblem(record === null ? 'gone-there' : 'conflict', context.nowMs()),
      })
      return { kind: 'stopped', outcome: { kind: 'next' } }
  }
}
