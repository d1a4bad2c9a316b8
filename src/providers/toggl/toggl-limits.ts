import type { BudgetRule } from '../../core/domain/budget/budget.ts'
import type { LimitHeaders } from '../../core/domain/budget/limit-facts.ts'

/** Seen by other clients, not in Toggl's own papers: where they are missing, only a 402 tells. */
export const togglLimitHeaders: LimitHeaders = {
  remaining: 'x-toggl-quota-remaining',
  resetsInSeconds: 'x-toggl-quota-resets-in',
}

/** Calls about the person are counted apart from those to the organization. */
export function togglScope(path: string): 'me' | 'workspace' {
  return path.startsWith('/me') ? 'me' : 'workspace'
}

const HOUR_MS = 3_600_000
/** The dearest plan; what a smaller one allows is told by the headers. */
const PREMIUM_PER_HOUR = 600
/** The same on every plan. */
const ME_PER_HOUR = 30

/**
 * Two budgets: calls about the person (`me`), and those to the organization (30, 240 or 600 an hour, by its plan).
 * Besides, about one request a second.
 */
export function togglBudget(scope: string): BudgetRule {
  const requests = scope === 'me' ? ME_PER_HOUR : PREMIUM_PER_HOUR
  return {
    windows: [
      { requests: 1, perMs: 1000 },
      { requests, perMs: HOUR_MS },
    ],
    reservedShare: 0.2,
  }
}
