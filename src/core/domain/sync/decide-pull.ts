import { mergeFields } from './merge-fields.ts'
import { changedFields, type FieldName, type SyncFields } from './sync-fields.ts'
import type { SyncLink } from './sync-item.ts'

/** What is to be done about a record that a pull has shown, and that belongs to an entry here. */
export type PullDecision =
  | { readonly kind: 'nothing' }
  /** Only the server's own way of saying it has changed. */
  | { readonly kind: 'note-seen' }
  /** `changed` are taken over from there; the rest of `fields` is mine, and what of it is new is sent by the queue. */
  | { readonly kind: 'apply'; readonly fields: SyncFields; readonly changed: readonly FieldName[] }
  | { readonly kind: 'remove-here' }
  /** `fields` is empty where a removal stands against a change. */
  | { readonly kind: 'conflict'; readonly fields: readonly FieldName[] }

/**
 * `theirs` is null where the record is gone there; `mine` is null where the entry (or its part) is gone here, or does
 * not go to this account any more. A part of an entry that was cut at midnight cannot be taken over by itself: moving
 * one half of somebody's night is for a person to decide.
 */
export function decidePull(
  link: Pick<SyncLink, 'sent' | 'seen'>,
  mine: SyncFields | null,
  theirs: SyncFields | null,
  options: { readonly quantumMs: number; readonly isWhole: boolean },
): PullDecision {
  const { quantumMs } = options
  if (theirs === null) {
    // Gone on both sides: the queue's removal will find it done.
    if (mine === null) return { kind: 'nothing' }
    const isUntouched = changedFields(link.sent, mine, quantumMs).length === 0
    return isUntouched && options.isWhole ? { kind: 'remove-here' } : { kind: 'conflict', fields: [] }
  }
  const changedThere = changedFields(link.seen, theirs, quantumMs)
  if (changedThere.length === 0) return { kind: 'nothing' }
  if (mine === null) return { kind: 'conflict', fields: [] }
  const merge = mergeFields(link, mine, theirs, quantumMs)
  if (merge.conflicts.length > 0) return { kind: 'conflict', fields: merge.conflicts }
  if (merge.theirs.length === 0) return { kind: 'note-seen' }
  if (!options.isWhole) return { kind: 'conflict', fields: merge.theirs }
  return { kind: 'apply', fields: merge.merged, changed: merge.theirs }
}
