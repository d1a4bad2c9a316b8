import type { BudgetRule } from '../../core/domain/budget/budget.ts'

/** Nothing is written about keys of persons; add-ons get 50 requests a second. Other clients were refused above ten. */
export const clockifyBudget: BudgetRule = { windows: [{ requests: 10, perMs: 1000 }], reservedShare: 0.2 }
