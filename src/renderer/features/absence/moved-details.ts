import type { AbsencePart } from '../../../shared/contract/absence.ts'
import type { Entry } from '../../../shared/contract/entities.ts'

/** What the time becomes that is moved: the details of the new entry. Billable follows its project. */
export type MovedDetails = Readonly<Pick<Entry, 'note' | 'projectId' | 'activityId' | 'workItemId'>> & {
  readonly tagIds: readonly string[]
}

export const NO_DETAILS: MovedDetails = { note: '', projectId: null, activityId: null, workItemId: null, tagIds: [] }

/** As the host wants to hear it, for the whole absence or for a part of it. */
export function movedTo(details: MovedDetails): Extract<AbsencePart['to'], { kind: 'move' }> {
  return { kind: 'move', details: { ...details, tagIds: [...details.tagIds] } }
}
