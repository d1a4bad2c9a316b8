import type { Settings } from '../../../shared/contract/entities.ts'
import type { Place } from '../../../shared/contract/notifications.ts'
import { formatClock } from '../../../shared/format/format-clock.ts'
import { formatDurationProse } from '../../../shared/format/format-duration.ts'
import { dayOf } from '../../../shared/zone/day-bounds.ts'
import type { Zone } from '../../../shared/zone/zone.ts'
import type { Reminder } from './reminder.ts'

/** What is known when a reminder is put into words. */
export interface WordFacts {
  readonly nowMs: number
  readonly zone: Zone
  readonly clock: Settings['clock']
  readonly todayMs: number
  /** Today's projects, longest first; the name is null for time without one. */
  readonly projects: readonly { readonly name: string | null; readonly totalMs: number }[]
}

const TOP_PROJECTS = 3

/** Title, body and where a click leads. Plain text, not yet cut to any length. */
export function reminderWords(reminder: Reminder, facts: WordFacts): { title: string; body: string; place: Place } {
  switch (reminder.kind) {
    case 'nothing-tracked':
      return {
        title: 'Nothing tracked yet today',
        body: 'Start the timer, or add what you have done.',
        place: { page: 'timer' },
      }
    case 'long-running': {
      const { note, time } = reminder.entry
      const what = note.trim() === '' ? 'It has run' : `“${note.trim()}” has run`
      return {
        title: `The timer has run for ${formatDurationProse(reminder.runningMs)}`,
        body: `${what} since ${sinceText(time.startedAtMs, facts)}. Still on it?`,
        place: { page: 'timer' },
      }
    }
    case 'daily-summary':
      return {
        title: `Today: ${formatDurationProse(facts.todayMs)}`,
        body: projectsText(facts.projects),
        place: { page: 'today', day: reminder.day },
      }
    case 'break':
      return {
        title: 'Time for a break',
        body: `You have worked for ${formatDurationProse(reminder.workedMs)} in one go.`,
        place: { page: 'timer' },
      }
  }
}

/** `Acme 3 h 5 m, Stint 2 h, no project 1 h and 40 m more.` */
function projectsText(projects: WordFacts['projects']): string {
  const top = projects
    .slice(0, TOP_PROJECTS)
    .map(({ name, totalMs }) => `${name ?? 'no project'} ${formatDurationProse(totalMs)}`)
  const restMs = projects.slice(TOP_PROJECTS).reduce((sum, { totalMs }) => sum + totalMs, 0)
  const text = `${top.join(', ')}${restMs > 0 ? ` and ${formatDurationProse(restMs)} more` : ''}.`
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** `09:05`, or `09:05 on 2026-11-16`: a timer may have run for days. */
function sinceText(ms: number, facts: WordFacts): string {
  const day = dayOf(ms, facts.zone)
  const time = clockText(ms, facts)
  return day === dayOf(facts.nowMs, facts.zone) ? time : `${time} on ${day}`
}

/** Core does not know a viewer's locale: the 24-hour clock unless the person chose the other. */
function clockText(ms: number, { zone, clock }: WordFacts): string {
  return formatClock(ms, zone, clock === '12h' ? '12h' : '24h')
}
