import type { ContractInputs, ContractOutputs } from '../../../shared/contract/contract.ts'
import type { AppError } from '../../../shared/errors.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { CoreContext } from '../core-context.ts'
import { openAccount } from '../sync/open-account.ts'
import { getAccount } from './account-parts.ts'
import { providerRefused } from './provider-refused.ts'

const SHOWN = 100

/** The provider's projects and activities from the cache, asked for anew on demand and the first time. */
export async function accountCatalogue(
  context: CoreContext,
  { id, text, limit = SHOWN, refresh = false }: ContractInputs['accounts']['catalogue'],
): Promise<Result<ContractOutputs['accounts']['catalogue'], AppError>> {
  const { clock, store, syncStore } = context.ports
  const account = store.read((reader) => getAccount(reader, id))
  if (!account.ok) return account
  if (refresh || syncStore.catalogue(id, undefined, 1).seenAtMs === null) {
    const open = await openAccount(context, account.value)
    if (!open.ok) return open
    const asked = await open.value.provider.catalogue()
    if (!asked.ok) return err(providerRefused(asked.error, clock.nowMs()))
    syncStore.saveCatalogue(id, asked.value, clock.nowMs())
  }
  const { projects, activities, seenAtMs } = syncStore.catalogue(id, text, limit)
  return ok({
    projects: projects.map((project) => ({ ...project, activities: project.activities && [...project.activities] })),
    activities: [...activities],
    seenAtMs,
    projectMap: syncStore.maps(id, 'project'),
    activityMap: syncStore.maps(id, 'activity'),
  })
}
