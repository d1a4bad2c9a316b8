import { ok, type Result } from '../../shared/result.ts'
import type { CliContext } from '../cli-context.ts'
import type { CliError } from '../cli-error.ts'
import { loadCatalogue } from '../present/load-names.ts'
import { findTemplate } from './find-in-catalogue.ts'
import type { DetailsInput } from './resolve-details.ts'

export interface TemplateDetails {
  readonly details: DetailsInput & { readonly note?: string }
  /** How long an entry made from it lasts; null: it says nothing of that. */
  readonly durationMs: number | null
}

/** What a template fills in; nothing where none is named. */
export async function templateDetails(
  context: CliContext,
  typed: string | undefined,
): Promise<Result<TemplateDetails, CliError>> {
  if (typed === undefined) return ok({ details: {}, durationMs: null })
  const catalogue = await loadCatalogue(context)
  if (!catalogue.ok) return catalogue
  const template = findTemplate(catalogue.value, typed)
  if (!template.ok) return template
  const { note, projectId, activityId, workItemId, tagIds, billable, durationMs } = template.value
  return ok({ details: { note, projectId, activityId, workItemId, tagIds, billable }, durationMs })
}
