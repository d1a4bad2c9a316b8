import type { Lane } from './lane.ts'

/** At most `requests` in any stretch of `perMs`, wherever it begins. */
export interface BudgetWindow {
  readonly requests: number
  readonly perMs: number
}

/** What a provider allows one account in one scope; no windows: as much as it takes. */
export interface BudgetRule {
  readonly windows: readonly BudgetWindow[]
  /** Which part of each window, 0 to 1, only the interactive lane may use. At least one request, where there are two. */
  readonly reservedShare: number
}

/**
 * What was sent and what the provider said about it. Plain data: it outlives a restart, for a quota per hour does too.
 * Instants are UTC milliseconds of this machine's clock.
 */
export interface BudgetState {
  /** In order of time; only as far back as the longest window. */
  readonly sent: readonly { readonly atMs: number; readonly lane: Lane }[]
  /** Nothing goes before this. */
  readonly blockedUntilMs: number | null
  /** What the provider itself counts: so many more until then. */
  readonly told: { readonly remaining: number; readonly total: number | null; readonly resetAtMs: number } | null
  /** Refusals (429 and the like) since the last success: each doubles the pause where the provider names none. */
  readonly refusals: number
}

export const freshBudget: BudgetState = { sent: [], blockedUntilMs: null, told: null, refusals: 0 }

/** Of `requests`, how many are kept for the interactive lane. Never all: the background has to get on too. */
export function reservedOf(requests: number, reservedShare: number): number {
  return Math.max(0, Math.min(requests - 1, Math.ceil(requests * reservedShare)))
}

/** The same state on a clock that was set by `deltaMs`. */
export function shiftBudget(state: BudgetState, deltaMs: number): BudgetState {
  return {
    ...state,
    sent: state.sent.map(({ atMs, lane }) => ({ atMs: atMs + deltaMs, lane })),
    blockedUntilMs: state.blockedUntilMs === null ? null : state.blockedUntilMs + deltaMs,
    told: state.told === null ? null : { ...state.told, resetAtMs: state.told.resetAtMs + deltaMs },
  }
}
