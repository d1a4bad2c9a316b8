import { type BudgetRule, type BudgetState, type BudgetWindow, reservedOf } from './budget.ts'
import type { Lane } from './lane.ts'

/**
 * The first moment, `nowMs` or later, at which a request of this lane may go, should nothing else be sent before.
 * The background leaves the reserved part of every window alone, so an interactive request waits for a window only
 * when the interactive lane itself has used up that part, or where a window is too small to have one.
 */
export function nextAllowedAtMs(rule: BudgetRule, state: BudgetState, lane: Lane, nowMs: number): number {
  let atMs = Math.max(nowMs, state.blockedUntilMs ?? nowMs)
  for (const window of rule.windows) atMs = Math.max(atMs, windowOpensAtMs(window, rule, state, lane))
  if (state.told !== null && atMs < state.told.resetAtMs) {
    const { remaining, total, resetAtMs } = state.told
    const kept = lane === 'background' ? reservedOf(total ?? remaining, rule.reservedShare) : 0
    if (remaining <= kept) atMs = resetAtMs
  }
  return atMs
}

function windowOpensAtMs(window: BudgetWindow, rule: BudgetRule, { sent }: BudgetState, lane: Lane): number {
  const all = leavesAtMs(sent.at(-window.requests), window)
  if (lane === 'interactive') return all
  const forBackground = window.requests - reservedOf(window.requests, rule.reservedShare)
  return Math.max(all, leavesAtMs(nthLast(sent, forBackground), window))
}

/** When this one is out of the window, and its place free again. */
function leavesAtMs(one: { readonly atMs: number } | undefined, { perMs }: BudgetWindow): number {
  return one === undefined ? Number.NEGATIVE_INFINITY : one.atMs + perMs
}

function nthLast(sent: BudgetState['sent'], n: number) {
  let left = n
  return sent.findLast(({ lane }) => {
    if (lane === 'background') left -= 1
    return left === 0
  })
}

/** The state after a request of this lane was sent at `nowMs`, which `nextAllowedAtMs` allowed. */
export function spend(rule: BudgetRule, state: BudgetState, lane: Lane, nowMs: number): BudgetState {
  const longestMs = Math.max(0, ...rule.windows.map(({ perMs }) => perMs))
  const since = state.sent.filter(({ atMs }) => atMs > nowMs - longestMs)
  const told = state.told !== null && state.told.resetAtMs > nowMs ? state.told : null
  return {
    ...state,
    sent: rule.windows.length === 0 ? [] : [...since, { atMs: nowMs, lane }],
    blockedUntilMs: state.blockedUntilMs !== null && state.blockedUntilMs > nowMs ? state.blockedUntilMs : null,
    told: told === null ? null : { ...told, remaining: Math.max(0, told.remaining - 1) },
  }
}
