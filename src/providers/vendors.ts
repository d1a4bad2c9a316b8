import type { BudgetRule } from '../core/domain/budget/budget.ts'
import type { LimitHeaders } from '../core/domain/budget/limit-facts.ts'
import { type TimeProviderKind, timeProviderKindSchema } from '../shared/contract/accounts.ts'
import { clockifyBudget } from './clockify/clockify-limits.ts'
import { togglBudget, togglLimitHeaders } from './toggl/toggl-limits.ts'

/** What the way out has to know of a vendor before its adapter is loaded. */
export interface Vendor {
  readonly kind: TimeProviderKind
  /** Where it lives by itself; null: each customer has an address of their own. */
  readonly baseUrl: string | null
  readonly supported: boolean
  readonly limitHeaders: LimitHeaders
  /** The budgets it counts by; writes of entries are paid from the first. */
  readonly scopes: readonly [string, ...string[]]
  budget(scope: string): BudgetRule
}

const unlimited: BudgetRule = { windows: [], reservedShare: 0.2 }

const known: Partial<Record<TimeProviderKind, Omit<Vendor, 'kind' | 'supported'>>> = {
  toggl: {
    baseUrl: 'https://api.track.toggl.com/api/v9',
    limitHeaders: togglLimitHeaders,
    scopes: ['workspace', 'me'],
    budget: togglBudget,
  },
  clockify: {
    baseUrl: 'https://api.clockify.me/api',
    limitHeaders: {},
    scopes: ['api'],
    budget: () => clockifyBudget,
  },
}

/** Every kind that an account may name. */
export const vendors: readonly Vendor[] = timeProviderKindSchema.options.map((kind) => ({
  kind,
  supported: known[kind] !== undefined,
  ...(known[kind] ?? { baseUrl: null, limitHeaders: {}, scopes: ['api'], budget: () => unlimited }),
}))

/**
 * How much may be sent. The budgets of a vendor are those of its own service: at another address (a server of one's
 * own, a test) only what that server says and refuses counts.
 */
export function budgetOf(vendor: Vendor, baseUrl: string, scope: string): BudgetRule {
  const isItsOwn = vendor.baseUrl !== null && new URL(vendor.baseUrl).origin === new URL(baseUrl).origin
  return vendor.baseUrl === null || isItsOwn ? vendor.budget(scope) : { ...vendor.budget(scope), windows: [] }
}
