import type { Catalogue } from '../../shared/contract/catalogue.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { CliContext } from '../cli-context.ts'
import { type CliError, usageError } from '../cli-error.ts'
import { loadCatalogue } from '../present/load-names.ts'
import { findProject } from './find-in-catalogue.ts'

/** `--project` and `--clear-project` as a change of the contract; empty where neither is given. */
export async function readProjectChange(
  context: CliContext,
  typed: { readonly project: string | undefined; readonly clearProject: boolean },
): Promise<Result<{ projectId?: string | null }, CliError>> {
  if (typed.project === undefined) return ok(typed.clearProject ? { projectId: null } : {})
  if (typed.clearProject) {
    return err(usageError('--project and --clear-project contradict each other.', 'Leave one out.'))
  }
  const catalogue = await loadCatalogue(context)
  if (!catalogue.ok) return catalogue
  const project = findProject(catalogue.value, typed.project)
  return project.ok ? ok({ projectId: project.value.id }) : project
}

export function projectName(catalogue: Catalogue, projectId: string | null): string | null {
  return catalogue.projects.find(({ id }) => id === projectId)?.name ?? null
}
