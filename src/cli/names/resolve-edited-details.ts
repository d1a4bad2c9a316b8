import type { Entry } from '../../shared/contract/entities.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { CliContext } from '../cli-context.ts'
import { type CliError, usageError } from '../cli-error.ts'
import { loadCatalogue } from '../present/load-names.ts'
import { findTag } from './find-in-catalogue.ts'
import { type DetailsInput, resolveDetails } from './resolve-details.ts'

export interface EditedDetails extends Omit<DetailsInput, 'tagIds'> {
  addTagIds: string[]
  removeTagIds: string[]
}

interface TypedEdits {
  readonly project: string | undefined
  readonly activity: string | undefined
  readonly item: string | undefined
  readonly tag: readonly string[]
  readonly removeTag: readonly string[]
  readonly billable: boolean | undefined
  readonly away: boolean | undefined
  readonly create: boolean
  readonly clearProject: boolean
  readonly clearActivity: boolean
  readonly clearItem: boolean
  readonly clearTags: boolean
}

/** What an edit changes of these entries, by ids. `--clear-tags` takes off all that they carry. */
export async function resolveEditedDetails(
  context: CliContext,
  entries: readonly Entry[],
  typed: TypedEdits,
): Promise<Result<EditedDetails, CliError>> {
  const contradiction = (['project', 'activity', 'item'] as const).find(
    (name) =>
      typed[name] !== undefined &&
      typed[`clear${name === 'project' ? 'Project' : name === 'activity' ? 'Activity' : 'Item'}`],
  )
  if (contradiction !== undefined) {
    return err(usageError(`--${contradiction} and --clear-${contradiction} contradict each other.`, 'Leave one out.'))
  }
  const projectIds = new Set(entries.map(({ projectId }) => projectId))
  const [onlyProjectId] = projectIds.size === 1 ? projectIds : []
  const details = await resolveDetails(context, {
    ...typed,
    project: typed.clearProject ? null : typed.project,
    activity: typed.clearActivity ? null : typed.activity,
    item: typed.clearItem ? null : typed.item,
    ...(onlyProjectId === undefined ? {} : { currentProjectId: onlyProjectId }),
  })
  if (!details.ok) return details
  const removed = await tagsToRemove(context, entries, typed)
  if (!removed.ok) return removed
  const { tagIds: addTagIds = [], ...others } = details.value
  return ok({ ...others, addTagIds, removeTagIds: removed.value.filter((id) => !addTagIds.includes(id)) })
}

async function tagsToRemove(
  context: CliContext,
  entries: readonly Entry[],
  typed: TypedEdits,
): Promise<Result<string[], CliError>> {
  if (typed.clearTags) return ok([...new Set(entries.flatMap(({ tagIds }) => tagIds))])
  if (typed.removeTag.length === 0) return ok([])
  const catalogue = await loadCatalogue(context)
  if (!catalogue.ok) return catalogue
  const ids: string[] = []
  for (const name of typed.removeTag) {
    const tag = findTag(catalogue.value, name)
    if (!tag.ok) return tag
    ids.push(tag.value.id)
  }
  return ok(ids)
}
