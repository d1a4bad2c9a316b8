import type { PresenceReport } from '../../shared/contract/absence.ts'

/** The shortest idle time that browsers tell of. */
export const IDLE_THRESHOLD_MS = 60_000

export interface Presence {
  readonly isIdle: boolean
  readonly isLocked: boolean
}

export const PRESENT: Presence = { isIdle: false, isLocked: false }

/**
 * What the host is to hear when `before` has become `now`: leaving by idle time first, for it began a minute ago. On the
 * return it hears once more how long that was, `idleMs`: it may have become long enough to ask about since the last time.
 */
export function idleReports(before: Presence, now: Presence, idleMs: number): PresenceReport[] {
  const reports: PresenceReport[] = []
  if (before.isIdle !== now.isIdle) reports.push({ kind: 'idle', idleMs: now.isIdle ? IDLE_THRESHOLD_MS : idleMs })
  if (!before.isLocked && now.isLocked) reports.push({ kind: 'lock' })
  if (before.isLocked && !now.isLocked) reports.push({ kind: 'unlock' })
  if (before.isIdle && !now.isIdle) reports.push({ kind: 'active' })
  return reports
}
