import { type BudgetRule, type BudgetState, reservedOf } from './budget.ts'
import { nextAllowedAtMs } from './next-allowed.ts'

/**
 * When the last of `requests` of the background lane will be answered, if they go one after the other as soon as the
 * budget lets them, each takes `latencyMs`, and nothing else is sent. `nowMs` where there are none.
 */
export function estimateEndMs(
  rule: BudgetRule,
  state: BudgetState,
  requests: number,
  latencyMs: number,
  nowMs: number,
): number {
  if (requests <= 0) return nowMs
  const all = state.sent.map(({ atMs }) => atMs)
  const background = state.sent.filter(({ lane }) => lane === 'background').map(({ atMs }) => atMs)
  const limits = rule.windows.flatMap(({ requests: most, perMs }) => [
    { perMs, atOnce: most, before: all },
    { perMs, atOnce: most - reservedOf(most, rule.reservedShare), before: background },
  ])
  const { told } = state
  const toldKept = told === null ? 0 : reservedOf(told.total ?? told.remaining, rule.reservedShare)
  const startsMs: number[] = []
  let atMs = nextAllowedAtMs(rule, state, 'background', nowMs)
  for (let index = 0; index < requests; index += 1) {
    for (const { perMs, atOnce, before } of limits) {
      // The one that has to leave the window: among those of this estimate, or those sent before it.
      const leaving = index >= atOnce ? startsMs[index - atOnce] : before.at(index - atOnce)
      if (leaving !== undefined) atMs = Math.max(atMs, leaving + perMs)
    }
    if (told !== null && index >= told.remaining - toldKept) atMs = Math.max(atMs, told.resetAtMs)
    startsMs.push(atMs)
    atMs += latencyMs
  }
  return atMs
}
