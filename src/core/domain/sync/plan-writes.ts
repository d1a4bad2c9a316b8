import { changedFields, type FieldName, type SyncFields } from './sync-fields.ts'

/** A record that a provider should hold for (a part of) an entry. */
export interface WantedRecord {
  readonly part: string
  readonly fields: SyncFields
}

/** A record that is known to be there, with the state both sides had last in common. */
export interface KnownRecord {
  readonly part: string
  readonly remoteId: string
  readonly base: SyncFields
}

export type PlannedWrite =
  | { readonly kind: 'create'; readonly part: string; readonly fields: SyncFields }
  | {
      readonly kind: 'update'
      readonly part: string
      readonly remoteId: string
      readonly fields: SyncFields
      readonly changed: readonly FieldName[]
    }
  /**
   * What the provider cannot change in place (the day, the project): a new record, and only once that one is known to
   * be there the old one goes. A crash between leaves one too many, which is found again, never one too few.
   */
  | { readonly kind: 'replace'; readonly part: string; readonly remoteId: string; readonly fields: SyncFields }
  | { readonly kind: 'remove'; readonly part: string; readonly remoteId: string }

export interface WriteRules {
  readonly quantumMs: number
  readonly canMoveDay: boolean
  readonly canMoveProject: boolean
}

/**
 * The writes that bring a provider's records of one entry to what they should be. An empty plan means that nothing is
 * to be done: planning again after all writes gives one. Creations come before removals, so that a crash between
 * never leaves time missing there.
 */
export function planWrites(
  wanted: readonly WantedRecord[],
  known: readonly KnownRecord[],
  rules: WriteRules,
): PlannedWrite[] {
  const writes: PlannedWrite[] = []
  for (const { part, fields } of wanted) {
    const record = known.find((candidate) => candidate.part === part)
    if (record === undefined) {
      writes.push({ kind: 'create', part, fields })
      continue
    }
    const changed = changedFields(record.base, fields, rules.quantumMs)
    if (changed.length === 0) continue
    const { remoteId } = record
    writes.push(
      mustReplace(record.base, fields, changed, rules)
        ? { kind: 'replace', part, remoteId, fields }
        : { kind: 'update', part, remoteId, fields, changed },
    )
  }
  const gone = known.filter(({ part }) => !wanted.some((record) => record.part === part))
  return [...writes, ...gone.map(({ part, remoteId }) => ({ kind: 'remove' as const, part, remoteId }))]
}

function mustReplace(base: SyncFields, fields: SyncFields, changed: readonly FieldName[], rules: WriteRules): boolean {
  if (!rules.canMoveProject && (changed.includes('projectId') || changed.includes('activityId'))) return true
  if (rules.canMoveDay || !changed.includes('time')) return false
  return base.time.kind === 'amount' && fields.time.kind === 'amount' && base.time.day !== fields.time.day
}
