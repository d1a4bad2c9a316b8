import { dayBounds } from '../../../shared/zone/day-bounds.ts'
import { isClockEntry, isRunning } from '../../domain/entries/entry-span.ts'
import type { ReminderFacts } from '../../domain/reminders/reminder.ts'
import { BREAK_MS, workStreak } from '../../domain/reminders/work-streak.ts'
import { openQuestion } from '../absence/open-question.ts'
import type { CoreContext } from '../core-context.ts'
import { timerStatus } from '../timer/timer-status.ts'

/** Time in one go begins at most this long ago, as far as reminders look. */
const LOOK_BACK_MS = 24 * 3_600_000
/** Of one local day; more than anybody is told. */
const MAX_OF_DAY = 1000

/** What the rules of reminders need to know of this moment, read from the store. */
export function reminderFacts(context: CoreContext): ReminderFacts {
  const { power, store } = context.ports
  const { nowMs, zone, today, running: runningOrNull, todayMs } = timerStatus(context)
  const running = runningOrNull !== null && isRunning(runningOrNull) ? runningOrNull : undefined
  return store.read((reader) => {
    const { startMs, endMs } = dayBounds(today, zone)
    const told = reader
      .notifications({ unreadOnly: false, sinceMs: startMs }, MAX_OF_DAY)
      // After a clock that was set back there may be some from a day that is still to come.
      .filter(({ atMs }) => atMs < endMs)
    const streak =
      running === undefined
        ? undefined
        : workStreak(
            running,
            reader.entriesBetween(nowMs - LOOK_BACK_MS, nowMs).filter(isClockEntry),
            openQuestion(reader, nowMs)?.pieces ?? [],
          )
    return {
      nowMs,
      zone,
      settings: reader.settings(),
      todayMs,
      running,
      streak,
      resting: (power.idleMs() ?? 0) >= BREAK_MS,
      toldToday: (kind) => told.filter((each) => each.kind === kind).length,
      isTold: (key) => store.read((later) => later.notificationByKey(key)) !== undefined,
    }
  })
}
