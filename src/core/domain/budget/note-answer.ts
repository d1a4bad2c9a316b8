import { backOffMs } from './back-off.ts'
import type { BudgetState } from './budget.ts'
import type { LimitFacts } from './limit-facts.ts'

/** No provider's quota is longer than a day; a longer wait is a mistake of somebody's clock. */
const LONGEST_BLOCK_MS = 24 * 3_600_000
/** Where a provider refuses without saying for how long: "back off for a few minutes". */
const UNNAMED_PAUSE = { baseMs: 60_000, capMs: 15 * 60_000 }
/** A refusal is never followed at once, whatever a server with a wrong clock says. */
const SHORTEST_BLOCK_MS = 1000

/**
 * The state after an answer. `inFlight` counts requests that are still under way: the provider may have left them out
 * of its count. `random`, from [0, 1), spreads those who were refused together.
 */
export function noteAnswer(
  state: BudgetState,
  facts: LimitFacts,
  nowMs: number,
  inFlight: number,
  random: number,
): BudgetState {
  const refused = isRefusal(facts)
  const refusals = refused ? state.refusals + 1 : facts.status < 400 ? 0 : state.refusals
  const pauseMs = pauseOf(facts, refused, refusals, random)
  const blockedUntilMs = pauseMs === null ? null : nowMs + Math.min(pauseMs, LONGEST_BLOCK_MS)
  return {
    ...state,
    refusals,
    // A later answer to an earlier request does not shorten what was asked for.
    blockedUntilMs: latest(state.blockedUntilMs, blockedUntilMs),
    told: toldBy(state, facts, nowMs, inFlight) ?? state.told,
  }
}

/** 403 and 402 only with the quota's own header at nothing: else they are about rights and plans. */
export function isRefusal({ status, remaining }: LimitFacts): boolean {
  return status === 429 || ((status === 402 || status === 403) && remaining === 0)
}

function pauseOf(facts: LimitFacts, refused: boolean, refusals: number, random: number): number | null {
  const named = facts.retryAfterMs ?? (refused ? facts.resetsInMs : null)
  // Azure DevOps asks for a pause with a 200: honoured as well. Up to a second more, so that not all come at once.
  if (named !== null) return refused ? Math.max(SHORTEST_BLOCK_MS, named) + Math.floor(random * 1000) : named
  if (!refused) return null
  const spread = { baseMs: UNNAMED_PAUSE.baseMs / 2, capMs: UNNAMED_PAUSE.capMs / 2 }
  // Half fixed, half jitter: a full jitter might come to nothing, and a refusal asked for a pause.
  return Math.min(spread.capMs, spread.baseMs * 2 ** Math.min(refusals - 1, 20)) + backOffMs(refusals, spread, random)
}

function toldBy(state: BudgetState, facts: LimitFacts, nowMs: number, inFlight: number): BudgetState['told'] {
  if (facts.remaining === null || facts.resetsInMs === null) return null
  const resetAtMs = nowMs + Math.min(facts.resetsInMs, LONGEST_BLOCK_MS)
  // Where the whole is not told, the most that was ever left stands for it: else what is kept for the interactive lane
  // would shrink with every request, to nothing.
  const total = facts.total ?? Math.max(facts.remaining, state.told?.total ?? 0)
  return { remaining: Math.max(0, facts.remaining - inFlight), total, resetAtMs }
}

function latest(a: number | null, b: number | null): number | null {
  return a === null ? b : b === null ? a : Math.max(a, b)
}
