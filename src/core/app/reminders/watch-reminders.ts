import type { EntityKind } from '../../../shared/contract/entities.ts'
import { dueReminders } from '../../domain/reminders/due-reminders.ts'
import type { Dispose } from '../../ports/scheduler.ts'
import type { CoreContext } from '../core-context.ts'
import { reminderFacts } from './reminder-facts.ts'
import { tellReminder } from './tell-reminder.ts'

/** Sleep and a clock that is set are noticed this late at most. */
const MAX_SLEEP_MS = 5 * 60_000
/** Several changes in a row are looked at once, and no command waits for it. */
const COLLECT_MS = 1_000
/** After a start or a sleep the absence is noted first: whoever comes back hears of that before anything else. */
const SETTLE_MS = 30_000
/** Woken so much later than wanted, the machine has slept or the clock was set. */
const LATE_MS = 60_000

const MATTERING: ReadonlySet<EntityKind> = new Set(['entry', 'settings'])

/**
 * Tells reminders when they are due. Sleeps until the next moment at which one may be, and looks again after each change
 * of entries or settings. What was missed while nobody was listening is told only where it still holds, once.
 */
export function watchReminders(context: CoreContext): Dispose {
  const { clock, log, scheduler } = context.ports
  let cancel: Dispose = () => undefined
  let wakeAtMs: number | undefined
  let settled = true

  function sleep(delayMs: number): void {
    cancel()
    wakeAtMs = clock.nowMs() + delayMs
    cancel = scheduler.after(delayMs, wake)
  }

  function wake(): void {
    const late = wakeAtMs !== undefined && clock.nowMs() - wakeAtMs > LATE_MS
    if (late && settled) {
      settled = false
      sleep(SETTLE_MS)
      return
    }
    settled = true
    wakeAtMs = undefined
    const nextMs = look()
    if (nextMs !== null) sleep(Math.min(MAX_SLEEP_MS, Math.max(COLLECT_MS, nextMs - clock.nowMs())))
  }

  /** A reminder that fails must not end the host: nobody waits for this, so nobody would be told. */
  function look(): number | null {
    try {
      const { due, nextMs } = dueReminders(reminderFacts(context))
      for (const reminder of due) tellReminder(context, reminder)
      return nextMs
    } catch (err) {
      log.error({ err }, 'reminders could not be looked at')
      return clock.nowMs() + MAX_SLEEP_MS
    }
  }

  const leave = context.commits.listen((notice) => {
    if (notice !== null && !notice.kinds.some((kind) => MATTERING.has(kind))) return
    if (wakeAtMs === undefined || wakeAtMs - clock.nowMs() > COLLECT_MS) sleep(COLLECT_MS)
  })
  sleep(SETTLE_MS)
  return () => {
    leave()
    cancel()
  }
}
