import type { Day } from '../../../shared/zone/day.ts'
import { dayBounds, dayOf } from '../../../shared/zone/day-bounds.ts'
import { dayToNumber, weekdayOfNumber } from '../../../shared/zone/day-number.ts'
import { wallToInstant } from '../../../shared/zone/wall-time.ts'
import type { Reminder, ReminderFacts } from './reminder.ts'

/** Of one kind on one local day; nobody wants to be told a third time. */
const MAX_A_DAY = 2
/** What belongs to a time of the day is told this much later at most: a computer started in the evening says nothing of the morning. */
const STILL_TELLING_MS = 2 * 3_600_000
const MINUTE_MS = 60_000

/** What one rule says: a reminder that is due now, or when it may be. */
interface Verdict {
  readonly due: Reminder | null
  readonly nextMs: number | null
}

const NOTHING: Verdict = { due: null, nextMs: null }

/**
 * The reminders that are due at this moment, at most one of each kind, and the instant at which it is worth asking again
 * as long as the facts stay as they are (null: never, all is off). Ask again after each change of entries or settings.
 */
export function dueReminders(facts: ReminderFacts): {
  readonly due: readonly Reminder[]
  readonly nextMs: number | null
} {
  const { nowMs, zone, settings } = facts
  const off = [
    settings.remindNothingTrackedAt,
    settings.remindLongRunningMinutes,
    settings.remindDailySummaryAt,
    settings.remindBreakMinutes,
  ].every((value) => value === null)
  if (off || settings.remindDays.length === 0) return { due: [], nextMs: null }

  const today = dayOf(nowMs, zone)
  const tomorrowMs = dayBounds(today, zone).endMs
  if (!settings.remindDays.includes(weekdayOfNumber(dayToNumber(today)))) return { due: [], nextMs: tomorrowMs }

  const verdicts = [nothingTracked(facts, today), longRunning(facts), dailySummary(facts, today), breakDue(facts)]
  return {
    due: verdicts.flatMap(({ due }) =>
      due === null || facts.isTold(due.key) || facts.toldToday(due.kind) >= MAX_A_DAY ? [] : [due],
    ),
    nextMs: Math.min(tomorrowMs, ...verdicts.flatMap(({ nextMs }) => (nextMs === null ? [] : [nextMs]))),
  }
}

function nothingTracked({ settings, todayMs, running, ...facts }: ReminderFacts, day: Day): Verdict {
  if (settings.remindNothingTrackedAt === null || todayMs > 0 || running !== undefined) return NOTHING
  return atMinute(facts, day, settings.remindNothingTrackedAt, {
    kind: 'nothing-tracked',
    key: `nothing-tracked ${day}`,
    day,
  })
}

/** A day without time has nothing to sum up. */
function dailySummary({ settings, todayMs, ...facts }: ReminderFacts, day: Day): Verdict {
  if (settings.remindDailySummaryAt === null) return NOTHING
  const verdict = atMinute(facts, day, settings.remindDailySummaryAt, {
    kind: 'daily-summary',
    key: `daily-summary ${day}`,
    day,
  })
  return todayMs > 0 ? verdict : { ...verdict, due: null }
}

function atMinute(
  { nowMs, zone }: Pick<ReminderFacts, 'nowMs' | 'zone'>,
  day: Day,
  minutes: number,
  due: Reminder,
): Verdict {
  const atMs = wallToInstant({ day, minutes }, zone).ms
  if (nowMs < atMs) return { due: null, nextMs: atMs }
  return nowMs <= atMs + STILL_TELLING_MS ? { due, nextMs: null } : NOTHING
}

/** At the length that is set and at twice that, and not again; after a sleep over both only the second is told. */
function longRunning({ nowMs, settings, running, isTold }: ReminderFacts): Verdict {
  if (settings.remindLongRunningMinutes === null || running === undefined) return NOTHING
  const stepMs = settings.remindLongRunningMinutes * MINUTE_MS
  const { startedAtMs } = running.time
  const runningMs = nowMs - startedAtMs
  const times = Math.min(2, Math.floor(runningMs / stepMs))
  const keyOf = (step: number) => `long-running ${running.id} ${step}`
  const nextMs = times < 2 ? startedAtMs + (Math.max(0, times) + 1) * stepMs : null
  if (times < 1 || isTold(keyOf(2))) return { due: null, nextMs }
  return { due: { kind: 'long-running', key: keyOf(times), entry: running, runningMs }, nextMs }
}

/** Once for each time in one go, and never to somebody who is having a break. */
function breakDue({ nowMs, settings, streak, resting }: ReminderFacts): Verdict {
  if (settings.remindBreakMinutes === null || streak === undefined) return NOTHING
  const atMs = streak.sinceMs + settings.remindBreakMinutes * MINUTE_MS
  if (nowMs < atMs) return { due: null, nextMs: atMs }
  if (resting) return NOTHING
  return { due: { kind: 'break', key: `break ${streak.key}`, workedMs: nowMs - streak.sinceMs }, nextMs: null }
}
