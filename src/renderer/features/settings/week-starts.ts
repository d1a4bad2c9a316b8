import type { Settings } from '../../../shared/contract/entities.ts'
import { weekStartOf } from '../../app/locale.ts'

/** By ISO weekday, from Monday. */
export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** The choices of a week's first day, as the values of a select. */
export function weekStartChoices(locale: string): { readonly value: string; readonly label: string }[] {
  const usual = WEEKDAYS[weekStartOf('locale', locale) - 1] ?? 'Monday'
  return [
    { value: 'locale', label: `As usual here (${usual})` },
    ...WEEKDAYS.map((label, index) => ({ value: String(index + 1), label })),
  ]
}

/** The setting that a select's value means; what is no choice means the locale's. */
export function readWeekStart(value: string): Settings['weekStart'] {
  return /^[1-7]$/.test(value) ? Number(value) : 'locale'
}
