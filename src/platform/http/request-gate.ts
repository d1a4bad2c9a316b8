import { type BudgetRule, type BudgetState, freshBudget, shiftBudget } from '../../core/domain/budget/budget.ts'
import type { Lane } from '../../core/domain/budget/lane.ts'
import type { LimitFacts } from '../../core/domain/budget/limit-facts.ts'
import { nextAllowedAtMs, spend } from '../../core/domain/budget/next-allowed.ts'
import { noteAnswer } from '../../core/domain/budget/note-answer.ts'
import type { Clock } from '../../core/ports/clock.ts'
import type { CancelSignal } from '../../core/ports/http.ts'
import type { Dispose, Scheduler } from '../../core/ports/scheduler.ts'
import { err, ok, type Result } from '../../shared/result.ts'

export interface Admission {
  /** Once, when the request is over: with what the answer says about limits, or null where there was none. */
  done(facts: LimitFacts | null): void
}

export type Refused = { readonly kind: 'over-budget'; readonly allowedAtMs: number } | { readonly kind: 'aborted' }

/** Lets requests through as the budget allows, the interactive lane first, each lane in order of arrival. */
export interface RequestGate {
  admit(lane: Lane, maxWaitMs: number, cancel: CancelSignal | undefined): Promise<Result<Admission, Refused>>
  /** When the next request of this lane may go; null: now. */
  pausedUntilMs(lane: Lane): number | null
  /** To be kept over a restart, and given to the next gate. */
  state(): BudgetState
}

interface Waiter {
  readonly lane: Lane
  go(): void
}

interface GateOptions {
  readonly clock: Clock
  readonly scheduler: Scheduler
  /** Asked each time: plans change. */
  readonly rule: () => BudgetRule
  readonly state?: BudgetState | undefined
  readonly random: () => number
}

/** A clock that goes back by more than this was set, not adjusted. */
const SET_BACK_MS = 2000

export function createRequestGate({ clock, scheduler, rule, state: kept, random }: GateOptions): RequestGate {
  let state = kept ?? freshBudget
  let inFlight = 0
  let waiters: readonly Waiter[] = []
  let stopTimer: Dispose = () => undefined
  let seen = { nowMs: clock.nowMs(), monotonicMs: clock.monotonicMs() }

  /** Now, after the state was moved along with a clock that was set back: else a pause of a minute would last a day. */
  function now(): number {
    const at = { nowMs: clock.nowMs(), monotonicMs: clock.monotonicMs() }
    const setByMs = at.nowMs - seen.nowMs - (at.monotonicMs - seen.monotonicMs)
    if (setByMs < -SET_BACK_MS) state = shiftBudget(state, setByMs)
    seen = at
    return at.nowMs
  }

  /** Those who may go, go; the next is called when its time has come. */
  function pump(): void {
    stopTimer()
    const nowMs = now()
    let soonestMs = Number.POSITIVE_INFINITY
    for (const lane of ['interactive', 'background'] as const) {
      for (const waiter of waiters.filter((one) => one.lane === lane)) {
        const atMs = nextAllowedAtMs(rule(), state, lane, nowMs)
        if (atMs > nowMs) {
          soonestMs = Math.min(soonestMs, atMs)
          // What the background may not take yet could be what the interactive lane waits for: that one goes first.
          break
        }
        state = spend(rule(), state, lane, nowMs)
        inFlight += 1
        waiters = waiters.filter((one) => one !== waiter)
        waiter.go()
      }
      if (waiters.some((one) => one.lane === 'interactive')) break
    }
    if (soonestMs < Number.POSITIVE_INFINITY) stopTimer = scheduler.after(soonestMs - nowMs, pump)
  }

  function admission(): Admission {
    let over = false
    return {
      done(facts) {
        if (over) return
        over = true
        inFlight -= 1
        if (facts !== null) state = noteAnswer(state, facts, now(), inFlight, random())
        pump()
      },
    }
  }

  return {
    state: () => state,
    pausedUntilMs(lane) {
      const nowMs = now()
      const atMs = nextAllowedAtMs(rule(), state, lane, nowMs)
      return atMs > nowMs ? atMs : null
    },
    admit(lane, maxWaitMs, cancel) {
      const nowMs = now()
      const allowedAtMs = nextAllowedAtMs(rule(), state, lane, nowMs)
      const refused = (at: number) => err({ kind: 'over-budget' as const, allowedAtMs: at })
      if (allowedAtMs > nowMs + maxWaitMs) return Promise.resolve(refused(allowedAtMs))
      return new Promise((resolve) => {
        const leave = (result: Result<Admission, Refused>) => {
          waiters = waiters.filter((one) => one !== waiter)
          stopDeadline()
          cancel?.removeEventListener('abort', abort)
          resolve(result)
        }
        const abort = () => {
          leave(err({ kind: 'aborted' }))
          pump()
        }
        const waiter: Waiter = { lane, go: () => leave(ok(admission())) }
        waiters = [...waiters, waiter]
        let stopDeadline: Dispose = () => undefined
        cancel?.addEventListener('abort', abort)
        pump()
        if (!waiters.includes(waiter)) return
        // Others of its lane were there before it, or the provider asked for a longer pause meanwhile.
        const giveUp = () => leave(refused(nextAllowedAtMs(rule(), state, lane, now())))
        if (maxWaitMs <= 0) giveUp()
        else stopDeadline = scheduler.after(maxWaitMs, giveUp)
      })
    },
  }
}
