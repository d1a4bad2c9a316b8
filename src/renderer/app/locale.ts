import type { Settings } from '../../shared/contract/entities.ts'
import type { ClockStyle } from '../../shared/format/format-clock.ts'
import type { WeekStart } from '../../shared/zone/periods.ts'
import { useSettings } from '../client/live-store.ts'

/** The person's language and habits, as the browser knows them. */
export function locale(): string {
  return navigator.languages[0] ?? 'en-GB'
}

/** `locale` follows what is usual where the person lives. */
export function clockStyleOf(clock: Settings['clock'], tag: string): ClockStyle {
  if (clock !== 'locale') return clock
  const { hourCycle } = new Intl.DateTimeFormat(tag, { hour: 'numeric' }).resolvedOptions()
  return hourCycle === 'h11' || hourCycle === 'h12' ? '12h' : '24h'
}

export function useClockStyle(): ClockStyle {
  return clockStyleOf(useSettings()?.clock ?? 'locale', locale())
}

/** Where a locale says nothing, weeks begin on Monday. */
export function weekStartOf(weekStart: Settings['weekStart'], tag: string): WeekStart {
  if (weekStart !== 'locale') return weekStart as WeekStart
  const info = new Intl.Locale(tag) as { getWeekInfo?: () => { firstDay: number } }
  return (info.getWeekInfo?.().firstDay ?? 1) as WeekStart
}
