import type { Settings } from '../../../shared/contract/entities.ts'
import type { Day } from '../../../shared/zone/day.ts'
import type { Zone } from '../../../shared/zone/zone.ts'
import type { ClockEntry } from '../entries/entry-span.ts'
import type { WorkStreak } from './work-streak.ts'

/** Something worth a word. The key is natural: the same occasion is told once, ever. */
export type Reminder =
  | { readonly kind: 'nothing-tracked'; readonly key: string; readonly day: Day }
  | { readonly kind: 'daily-summary'; readonly key: string; readonly day: Day }
  | { readonly kind: 'long-running'; readonly key: string; readonly entry: ClockEntry; readonly runningMs: number }
  | { readonly kind: 'break'; readonly key: string; readonly workedMs: number }

export type ReminderKind = Reminder['kind']

export type ReminderSettings = Pick<
  Settings,
  'remindNothingTrackedAt' | 'remindLongRunningMinutes' | 'remindDailySummaryAt' | 'remindBreakMinutes' | 'remindDays'
>

/** All that the rules know of the person's day. */
export interface ReminderFacts {
  readonly nowMs: number
  readonly zone: Zone
  readonly settings: ReminderSettings
  /** Time on today so far, that of the running entry included. */
  readonly todayMs: number
  readonly running: ClockEntry | undefined
  /** The time in one go that lasts until now, while a timer runs. */
  readonly streak: WorkStreak | undefined
  /** Nobody has touched the computer for as long as a break takes. */
  readonly resting: boolean
  /** How many of a kind were told on this local day. */
  toldToday(kind: ReminderKind): number
  /** Whether this occasion was told, on whatever day. */
  isTold(key: string): boolean
}
