import type { Reminder } from '../../domain/reminders/reminder.ts'
import { reminderWords, type WordFacts } from '../../domain/reminders/reminder-words.ts'
import type { CoreContext } from '../core-context.ts'
import { notify } from '../notifications/notify.ts'
import { summarise } from '../reports/summarise.ts'
import { timerStatus } from '../timer/timer-status.ts'

/** Puts a reminder into words and tells it. */
export function tellReminder(context: CoreContext, reminder: Reminder): void {
  const { nowMs, zone, todayMs } = timerStatus(context)
  const { clock } = context.ports.store.read((reader) => reader.settings())
  const projects = reminder.kind === 'daily-summary' ? projectsOf(context, reminder.day) : []
  const words = reminderWords(reminder, { nowMs, zone, clock, todayMs, projects })
  notify(context, { key: reminder.key, kind: reminder.kind, ...words })
}

function projectsOf(context: CoreContext, day: string): WordFacts['projects'] {
  // Longest first, as a summary by project is.
  const { rows } = summarise(context, { groupBy: ['project'], fromDay: day, toDay: day })
  return rows
    .filter(({ totalMs }) => totalMs > 0)
    .map(({ keys: [project], totalMs }) => ({ name: project?.id == null ? null : project.label, totalMs }))
}
