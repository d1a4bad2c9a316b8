import type { Diagnostics } from '../../../core/ports/profile-files.ts'
import type { DoctorCheck } from '../../../shared/contract/host.ts'
import { backupChecks } from './backup-checks.ts'
import { databaseChecks } from './database-checks.ts'
import { machineChecks } from './machine-checks.ts'
import type { CheckedProfile, PlannedCheck } from './planned-check.ts'

/** A check that the profile cannot make itself, because it needs the host or the store. */
export type ExtraCheck = () => DoctorCheck | Promise<DoctorCheck>

export interface DiagnosticsDeps extends CheckedProfile {
  readonly extraChecks: readonly ExtraCheck[]
}

/** What `stint doctor` asks: each check stands alone, so one that breaks is a finding and not the end of the list. */
export function createDiagnostics(deps: DiagnosticsDeps): Diagnostics {
  return {
    async run() {
      const planned = [...databaseChecks(deps), ...backupChecks(deps), ...machineChecks(deps)]
      const own = planned.map(runCheck)
      return [...own, ...(await Promise.all(deps.extraChecks.map((check) => check())))]
    },
  }
}

function runCheck({ id, title, run }: PlannedCheck): DoctorCheck {
  try {
    const { status, detail, mend } = run()
    return { id, title, status, detail, mend: mend ?? '' }
  } catch (error) {
    const detail = `This could not be checked: ${error instanceof Error ? error.message : String(error)}`
    return { id, title, status: 'fail', detail, mend: 'Look into logs/stint.log in the profile folder.' }
  }
}
