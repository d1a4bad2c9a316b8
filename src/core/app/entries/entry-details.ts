import type { Entry } from '../../../shared/contract/entities.ts'
import { MAX_TAGS } from '../../../shared/contract/primitives.ts'
import { type AppError, appError } from '../../../shared/errors.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { StoreReader } from '../../ports/store.ts'

/** What an entry is about, without when. */
export type EntryDetails = Pick<
  Entry,
  'note' | 'projectId' | 'activityId' | 'workItemId' | 'tagIds' | 'billable' | 'offComputer'
>

type DetailsInput = { readonly [K in keyof EntryDetails]?: EntryDetails[K] | undefined }

const emptyDetails: EntryDetails = {
  note: '',
  projectId: null,
  activityId: null,
  workItemId: null,
  tagIds: [],
  billable: false,
  offComputer: false,
}

/** Details of a new entry: what was given, else nothing; billable by the project's default. */
export function newDetails(reader: StoreReader, input: DetailsInput): Result<EntryDetails, AppError> {
  const project = input.projectId ? reader.get('project', input.projectId) : undefined
  return mergedDetails(reader, { ...emptyDetails, billable: project?.billableByDefault ?? false }, input)
}

/** `base` with what was given laid over it; refuses names of things that are not there. */
export function mergedDetails(
  reader: StoreReader,
  base: EntryDetails,
  input: DetailsInput,
): Result<EntryDetails, AppError> {
  const details: EntryDetails = {
    note: input.note ?? base.note,
    projectId: input.projectId === undefined ? base.projectId : input.projectId,
    activityId: input.activityId === undefined ? activityKept(reader, base, input.projectId) : input.activityId,
    workItemId: input.workItemId === undefined ? base.workItemId : input.workItemId,
    tagIds: input.tagIds === undefined ? base.tagIds : [...new Set(input.tagIds)].sort(),
    billable: input.billable ?? base.billable,
    offComputer: input.offComputer ?? base.offComputer,
  }
  if (details.tagIds.length > MAX_TAGS) return err(tooManyTags())
  const missing = missingReference(reader, details)
  return missing === undefined ? ok(details) : err(missing)
}

/** Moved to another project, an entry does not keep an activity that only the old project has. */
function activityKept(reader: StoreReader, base: EntryDetails, projectId: string | null | undefined): string | null {
  if (base.activityId === null || projectId === undefined || projectId === base.projectId) return base.activityId
  const home = reader.get('activity', base.activityId)?.projectId ?? null
  return home === null || home === projectId ? base.activityId : null
}

export function detailsOf(entry: Entry): EntryDetails {
  const { note, projectId, activityId, workItemId, tagIds, billable, offComputer } = entry
  return { note, projectId, activityId, workItemId, tagIds, billable, offComputer }
}

/** The first thing these details name that does not exist. */
export function missingReference(reader: StoreReader, details: Partial<EntryDetails>): AppError | undefined {
  const named = [
    ['project', details.projectId],
    ['activity', details.activityId],
    ['workItem', details.workItemId],
    ...(details.tagIds ?? []).map((id) => ['tag', id] as const),
  ] as const
  for (const [kind, id] of named) {
    if (id && reader.get(kind, id) === undefined) return notFound(kind, id)
  }
  return undefined
}

export function tooManyTags(): AppError {
  return invalid('tagIds', `An entry carries at most ${MAX_TAGS} tags. Take one off first.`)
}

/** Input that has the right form and still cannot be. */
export function invalid(path: string, message: string): AppError {
  return appError('invalid-input', message, { issues: [{ path, message }] })
}

const words: Record<string, string> = { workItem: 'work item', importBatch: 'import' }

export function notFound(kind: string, id: string): AppError {
  return appError('not-found', `There is no such ${words[kind] ?? kind} (any more). Refresh and choose another.`, {
    kind,
    id,
  })
}
