import { changedFields, type FieldName, type SyncFields } from './sync-fields.ts'

/** What a three-way merge finds. */
export interface Merge {
  /** Both sides brought together; of a field in `conflicts` it holds mine. */
  readonly merged: SyncFields
  /** Fields that only they changed: to be taken over here. */
  readonly theirs: readonly FieldName[]
  /** Fields that only I changed: to be sent there. */
  readonly mine: readonly FieldName[]
  /** Fields that both changed, to different ends: a person decides. */
  readonly conflicts: readonly FieldName[]
}

/**
 * The last state both sides had in common, as each says it: what was sent, and how the provider gave it back. Servers
 * round times, trim notes and rename tags; compared with its own saying, neither side ever seems to have edited.
 */
export interface CommonState {
  readonly sent: SyncFields
  readonly seen: SyncFields
}

/**
 * Three-way merge by field against the last state both sides had in common. Nothing is decided by who came last: what
 * one side changed is taken over, what both changed alike is agreed, and what both changed apart is a conflict.
 */
export function mergeFields(common: CommonState, mine: SyncFields, theirs: SyncFields, quantumMs: number): Merge {
  const changedHere = changedFields(common.sent, mine, quantumMs)
  const changedThere = changedFields(common.seen, theirs, quantumMs)
  const apart = new Set(changedFields(mine, theirs, quantumMs))
  const takenOver = changedThere.filter((name) => !changedHere.includes(name))
  const merged: { -readonly [K in keyof SyncFields]: SyncFields[K] } = { ...mine }
  for (const name of takenOver) copyField(merged, theirs, name)
  return {
    merged,
    theirs: takenOver,
    mine: changedHere.filter((name) => !changedThere.includes(name)),
    conflicts: changedHere.filter((name) => changedThere.includes(name) && apart.has(name)),
  }
}

export function copyField<K extends FieldName>(
  to: { -readonly [F in keyof SyncFields]: SyncFields[F] },
  from: SyncFields,
  name: K,
): void {
  to[name] = from[name]
}
