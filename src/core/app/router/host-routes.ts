import type { ContractOutputs } from '../../../shared/contract/contract.ts'
import type { AppError } from '../../../shared/errors.ts'
import { ok, type Result } from '../../../shared/result.ts'
import type { CoreContext } from '../core-context.ts'
import { createOnce } from '../once.ts'
import { unwrap } from './error-bridge.ts'
import type { ContractImplementer } from './implementer.ts'

/** Backups, health and the host itself: what concerns the profile as a whole rather than a row in it. */
export function createHostRoutes(os: ContractImplementer, { ports, commits }: CoreContext) {
  const backupOnce = createOnce<Result<ContractOutputs['backups']['create'], AppError>>()
  const restoreOnce = createOnce<Result<ContractOutputs['backups']['restore'], AppError>>()
  return {
    host: { info: os.host.info.handler(() => ports.host) },
    doctor: { run: os.doctor.run.handler(async () => ({ checks: [...(await ports.diagnostics.run())] })) },
    backups: {
      list: os.backups.list.handler(() => ({ backups: [...ports.backups.list()] })),
      create: os.backups.create.handler(async ({ input }) =>
        unwrap(
          await backupOnce(input.commandKey, async () => {
            const made = await ports.backups.create('manual', ports.clock.nowMs())
            return made.ok ? ok({ backup: made.value }) : made
          }),
        ),
      ),
      restore: os.backups.restore.handler(async ({ input }) =>
        unwrap(
          await restoreOnce(input.commandKey, async () => {
            const restored = await ports.backups.restore(input.name, ports.clock.nowMs())
            // What was sent since that backup is not known here any more.
            if (restored.ok) ports.syncStore.distrust()
            if (restored.ok) commits.announce(null)
            return restored
          }),
        ),
      ),
    },
  }
}
