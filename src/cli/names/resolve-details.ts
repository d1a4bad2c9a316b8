import type { Catalogue } from '../../shared/contract/catalogue.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { CliContext } from '../cli-context.ts'
import type { CliError } from '../cli-error.ts'
import { loadCatalogue } from '../present/load-names.ts'
import { createActivity, createProject } from './create-on-the-fly.ts'
import { findActivity, findItem, findProject } from './find-in-catalogue.ts'
import { resolveTags } from './resolve-tags.ts'

/** Names as typed; undefined stays as it is, null clears. */
export interface TypedDetails {
  readonly project?: string | null | undefined
  readonly activity?: string | null | undefined
  readonly item?: string | null | undefined
  readonly tag: readonly string[]
  readonly billable?: boolean | undefined
  readonly away?: boolean | undefined
  readonly create: boolean
  /** The project an entry has already, for an activity named without a project. */
  readonly currentProjectId?: string | null
}

/** The same as a command of the contract takes them. */
export interface DetailsInput {
  projectId?: string | null
  activityId?: string | null
  workItemId?: string | null
  tagIds?: string[]
  billable?: boolean
  offComputer?: boolean
}

/** Turns typed names into ids. Nothing is made before every name that must exist has been found. */
export async function resolveDetails(
  context: CliContext,
  typed: TypedDetails,
): Promise<Result<DetailsInput, CliError>> {
  const details: DetailsInput = {}
  if (typed.billable !== undefined) details.billable = typed.billable
  if (typed.away !== undefined) details.offComputer = typed.away
  if (typed.project === null) details.projectId = null
  if (typed.activity === null) details.activityId = null
  if (typed.item === null) details.workItemId = null
  if (typed.project == null && typed.activity == null && typed.item == null && typed.tag.length === 0)
    return ok(details)

  const loaded = await loadCatalogue(context)
  if (!loaded.ok) return loaded
  const catalogue = loaded.value
  if (typed.item != null) {
    const item = findItem(catalogue, typed.item)
    if (!item.ok) return item
    details.workItemId = item.value.id
  }
  const placed = await resolvePlace(context, catalogue, typed, details)
  if (!placed.ok) return placed
  if (typed.tag.length > 0) {
    const tags = await resolveTags(context, catalogue, typed.tag)
    if (!tags.ok) return tags
    details.tagIds = tags.value
  }
  return ok(details)
}

async function resolvePlace(
  context: CliContext,
  catalogue: Catalogue,
  typed: TypedDetails,
  details: DetailsInput,
): Promise<Result<void, CliError>> {
  const project = typed.project == null ? undefined : findProject(catalogue, typed.project)
  const isNewProject = project?.ok === false && project.error.code === 'not-found' && typed.create
  if (project?.ok === false && !isNewProject) return withCreateHint(project)
  const projectId =
    project?.ok === true ? project.value.id : isNewProject ? null : (details.projectId ?? typed.currentProjectId)
  const activity = typed.activity == null ? undefined : findActivity(catalogue, typed.activity, projectId)
  const isNewActivity = activity?.ok === false && activity.error.code === 'not-found' && typed.create
  if (activity?.ok === false && !isNewActivity) return withCreateHint(activity)

  if (project?.ok === true) details.projectId = project.value.id
  if (activity?.ok === true) details.activityId = activity.value.id
  if (isNewProject && typed.project != null) {
    const made = await createProject(context, catalogue, typed.project)
    if (!made.ok) return made
    details.projectId = made.value.id
  }
  if (isNewActivity && typed.activity != null) {
    const made = await createActivity(context, typed.activity)
    if (!made.ok) return made
    details.activityId = made.value.id
  }
  return ok(undefined)
}

function withCreateHint<T>(failed: { readonly ok: false; readonly error: CliError }): Result<T, CliError> {
  if (failed.error.code !== 'not-found') return failed
  return { ok: false, error: { ...failed.error, hint: `${failed.error.hint}\nOr add --create to make it now.` } }
}
