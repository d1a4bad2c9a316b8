import type { Backup } from '../../../shared/contract/host.ts'
import { dayOf } from '../../../shared/zone/day-bounds.ts'

/** Whether today, in `zone`, has no backup yet. A backup "from the future" (the clock went back) counts as today's. */
export function dailyBackupDue(backups: readonly Backup[], nowMs: number, zone: string): boolean {
  const today = dayOf(nowMs, zone)
  return !backups.some(({ madeAtMs }) => dayOf(madeAtMs, zone) >= today)
}
