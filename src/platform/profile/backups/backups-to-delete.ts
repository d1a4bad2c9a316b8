import type { Backup } from '../../../shared/contract/host.ts'
import { dayOf } from '../../../shared/zone/day-bounds.ts'
import { dayToNumber } from '../../../shared/zone/day-number.ts'

const DAYS_WITH_ONE = 7
const WEEKS_WITH_ONE = 4
const SAFETY_DAYS = 30

export interface Retention {
  /** How many of the newest stay in any case. */
  readonly kept: number
  readonly nowMs: number
  readonly zone: string
}

/**
 * Which backups may go: not the `kept` newest, not the newest of each of the last 7 days and 4 weeks (of 7 days, back
 * from today), and none made before a migration or a restore in the last 30 days. The newest one never goes.
 */
export function backupsToDelete(backups: readonly Backup[], { kept, nowMs, zone }: Retention): string[] {
  const newestFirst = [...backups].sort((a, b) => b.madeAtMs - a.madeAtMs)
  const today = dayToNumber(dayOf(nowMs, zone))
  const filled = new Set<string>()
  return newestFirst
    .filter(({ madeAtMs, reason }, place) => {
      const age = today - dayToNumber(dayOf(madeAtMs, zone))
      const isFirstOf = (slot: string) => filled.size < filled.add(slot).size
      const holdsDay = age < DAYS_WITH_ONE && isFirstOf(`day ${age}`)
      const holdsWeek = age < WEEKS_WITH_ONE * 7 && isFirstOf(`week ${Math.floor(age / 7)}`)
      const isSafetyNet = (reason === 'migration' || reason === 'restore') && age < SAFETY_DAYS
      return !(place < Math.max(1, kept) || holdsDay || holdsWeek || isSafetyNet)
    })
    .map(({ name }) => name)
}
