import type { WeekStart } from '../../shared/zone/periods.ts'

/** First day of the week where the person is, by the standard variables; Monday where they say nothing. */
export function localeWeekStart(env: Readonly<Record<string, string | undefined>>): WeekStart {
  const named = [env['LC_ALL'], env['LC_TIME'], env['LANG']].find((value) => value !== undefined && value !== '') ?? ''
  const tag = named.replace(/[.@].*$/, '').replace('_', '-')
  if (!/^[a-z]{2,3}-[A-Z]{2}$/.test(tag)) return 1
  const first = firstDayOf(new Intl.Locale(tag))
  return isWeekStart(first) ? first : 1
}

/** In Node 24, but not yet in TypeScript's library for this target. */
function firstDayOf(locale: Intl.Locale & { getWeekInfo?: () => { readonly firstDay?: number } }): number | undefined {
  return locale.getWeekInfo?.().firstDay
}

function isWeekStart(value: number | undefined): value is WeekStart {
  return value !== undefined && Number.isInteger(value) && value >= 1 && value <= 7
}
