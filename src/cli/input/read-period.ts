import { err, ok, type Result } from '../../shared/result.ts'
import type { Day } from '../../shared/zone/day.ts'
import { addDays } from '../../shared/zone/day-arithmetic.ts'
import { dayOf } from '../../shared/zone/day-bounds.ts'
import { monthOf, type WeekStart, weekOf } from '../../shared/zone/periods.ts'
import type { CliContext } from '../cli-context.ts'
import { type CliError, usageError } from '../cli-error.ts'

export const PERIODS = [
  'today',
  'yesterday',
  'week',
  'last-week',
  'month',
  'last-month',
  'year',
  'last-year',
  'all',
] as const
type Period = (typeof PERIODS)[number]

/** First and last day; both left out mean all there is. */
export interface Days {
  readonly fromDay?: Day
  readonly toDay?: Day
}

export function readPeriod(context: CliContext, typed: string, weekStart: WeekStart): Result<Days, CliError> {
  const period = PERIODS.find((name) => name === typed.toLowerCase())
  if (period === undefined) {
    return err(
      usageError(
        `The period “${typed}” was not understood.`,
        `Write one of ${PERIODS.join(', ')}, or --from and --to.`,
      ),
    )
  }
  return ok(daysOf(period, dayOf(context.nowMs, context.zone), weekStart))
}

function daysOf(period: Period, today: Day, weekStart: WeekStart): Days {
  const lastYear = String(Number(today.slice(0, 4)) - 1)
  switch (period) {
    case 'today':
      return range({ from: today, to: today })
    case 'yesterday':
      return range({ from: addDays(today, -1), to: addDays(today, -1) })
    case 'week':
      return range(weekOf(today, weekStart))
    case 'last-week':
      return range(weekOf(addDays(today, -7), weekStart))
    case 'month':
      return range(monthOf(today))
    case 'last-month':
      return range(monthOf(addDays(monthOf(today).from, -1)))
    case 'year':
      return range({ from: `${today.slice(0, 4)}-01-01`, to: `${today.slice(0, 4)}-12-31` })
    case 'last-year':
      return range({ from: `${lastYear}-01-01`, to: `${lastYear}-12-31` })
    case 'all':
      return {}
  }
}

function range({ from, to }: { readonly from: Day; readonly to: Day }): Days {
  return { fromDay: from, toDay: to }
}
