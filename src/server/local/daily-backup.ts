import type { Clock } from '../../core/ports/clock.ts'
import type { Log } from '../../core/ports/log.ts'
import type { Backups } from '../../core/ports/profile-files.ts'
import type { Dispose, Scheduler } from '../../core/ports/scheduler.ts'
import { dailyBackupDue } from '../../platform/profile/backups/daily-backup-due.ts'

interface DailyBackupParts {
  readonly backups: Backups
  readonly clock: Pick<Clock, 'nowMs' | 'zone'>
  readonly scheduler: Pick<Scheduler, 'after'>
  readonly log: Log
}

/** First look: after the start has calmed down. Then often enough that a machine that sleeps a lot is not missed. */
const FIRST_LOOK_MS = 60_000
const LOOK_EVERY_MS = 1_800_000

/** Makes a backup on each day the host runs. Looks at what is there instead of counting hours: clocks jump. */
export function keepDailyBackup({ backups, clock, scheduler, log }: DailyBackupParts): Dispose {
  let disposed = false
  let cancel: Dispose

  async function look(): Promise<void> {
    const nowMs = clock.nowMs()
    if (dailyBackupDue(backups.list(), nowMs, clock.zone())) {
      const made = await backups.create('daily', nowMs)
      if (!made.ok) log.warn({ code: made.error.code }, 'The daily backup was not made')
    }
  }

  function lookAfter(delayMs: number): void {
    cancel = scheduler.after(delayMs, () => {
      look()
        .catch((error: unknown) => log.error({ err: error }, 'The daily backup failed'))
        .finally(() => {
          if (!disposed) lookAfter(LOOK_EVERY_MS)
        })
    })
  }

  lookAfter(FIRST_LOOK_MS)
  return () => {
    disposed = true
    cancel()
  }
}
