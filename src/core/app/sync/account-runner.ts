import type { Account } from '../../../shared/contract/accounts.ts'
import type { AppError } from '../../../shared/errors.ts'
import type { Result } from '../../../shared/result.ts'
import { backOffMs } from '../../domain/budget/back-off.ts'
import type { SyncItem, SyncProblem } from '../../domain/sync/sync-item.ts'
import type { ProviderError } from '../../ports/provider-error.ts'
import { providerErrorTable } from '../../ports/provider-error.ts'
import type { CoreContext } from '../core-context.ts'
import { carryOut } from './carry-out.ts'
import { createHeld } from './held-entries.ts'
import { problemOf } from './note-problem.ts'
import { type OpenAccount, openAccount } from './open-account.ts'
import { planMerge } from './plan-merge.ts'
import { pullAccount } from './pull-account.ts'
import type { PushContext, PushOutcome } from './push-context.ts'
import { pushEntry } from './push-entry.ts'
import { stopForCredential } from './stop-for-credential.ts'
import { wantedFor } from './wanted-for.ts'

/** Attempts of one entry, and of an account that cannot be reached. */
const BACK_OFF = { baseMs: 5_000, capMs: 15 * 60_000 }
/** After something that should not be possible: not at once again, whatever it was. */
const AFTER_BUG_MS = 5 * 60_000

export interface PassOptions {
  /** Whether to ask for what changed there; else only what waits is sent. */
  readonly pull: boolean
  /** By the monotonic clock: what is not done then is left for the next pass. */
  readonly untilMs: number
}

export interface PassResult {
  readonly sent: number
  readonly fetched: number
  /** The time was up. */
  readonly more: boolean
}

export interface AccountRunner {
  /** One after the other. What is urgent does not wait for it. */
  pass(options: PassOptions): Promise<PassResult>
  /** Sends what somebody waits to see, beside whatever else is under way. */
  pushUrgent(): Promise<number>
  /** The account or its secret is another now. */
  reset(): void
  /** The host ends: nothing more is begun, and what is under way is found again by its intent. */
  stop(): void
  /** When there is something to do again; null: nothing waits. */
  nextAtMs(): number | null
}

const CREDENTIAL_HOLDS_MS = 10 * 60_000

type Lane = 'urgent' | 'rest'

/** Works through one account: what changed there, then what waits here, as far as the provider lets us. */
export function createAccountRunner(context: CoreContext, accountId: string): AccountRunner {
  const { clock, log, random, store, syncStore } = context.ports
  const held = createHeld()
  const waitUntilMs: Record<Lane, number> = { rest: syncStore.progress(accountId).notBeforeMs, urgent: 0 }
  let unreachable = 0
  let isStopped = false
  let heldAtMs: number | undefined
  let opened: { readonly account: string; readonly open: OpenAccount } | undefined
  let passes: Promise<unknown> = Promise.resolve()
  let urgent: Promise<number> | undefined

  const activeAccount = (): Account | undefined => {
    if (isStopped) return undefined
    const account = store.read((reader) => reader.get('account', accountId))
    return account?.state === 'active' ? account : undefined
  }

  async function open(account: Account): Promise<Result<OpenAccount, AppError>> {
    const key = JSON.stringify(account)
    if (opened?.account === key) return { ok: true, value: opened.open }
    const result = await openAccount(context, account)
    if (result.ok) opened = { account: key, open: result.value }
    else noteAccountProblem({ code: result.error.code, happened: result.error.message, todo: '', said: null })
    return result
  }

  function noteAccountProblem(problem: Omit<SyncProblem, 'atMs'>, notBeforeMs = clock.nowMs()): void {
    syncStore.saveProgress(accountId, { problem: { ...problem, atMs: clock.nowMs() }, notBeforeMs })
  }

  function pushContext(account: OpenAccount): PushContext {
    return {
      accountId,
      provider: account.provider,
      store: syncStore,
      nowMs: () => clock.nowMs(),
      newId: () => context.ports.ids.next(),
      credentialHolds: () => credentialHolds(account),
      backOffMs: (attempt) => backOffMs(attempt, BACK_OFF, random()),
      wanted: (entryId) =>
        store.read((reader) => {
          const isUrgent = syncStore.item(accountId, entryId)?.urgent === true
          return wantedFor({ reader, syncStore }, account, entryId, isUrgent, clock.nowMs())
        }),
      ...(account.account.direction === 'both' ? { reconcile: reconciler(account) } : {}),
    }
  }

  /** Asked once in a while: a missing right would else cost two requests for each entry. */
  async function credentialHolds({ provider }: OpenAccount): Promise<boolean> {
    const nowMs = clock.nowMs()
    if (heldAtMs !== undefined && nowMs >= heldAtMs && nowMs - heldAtMs < CREDENTIAL_HOLDS_MS) return true
    const asked = await provider.check()
    const isRefused = !asked.ok && asked.error.kind === 'unauthenticated'
    heldAtMs = asked.ok ? nowMs : undefined
    return !isRefused
  }

  function reconciler(account: OpenAccount): NonNullable<PushContext['reconcile']> {
    return (link, record) => {
      const effect = store.read((reader) =>
        planMerge(
          { reader, syncStore, nowMs: clock.nowMs(), newId: () => context.ports.ids.next() },
          account,
          link,
          record,
        ),
      )
      if (effect === undefined) return 'same'
      const done = carryOut(context, account, [effect])
      return effect.kind === 'conflict' || done === undefined || isOpenConflict(link.entryId) ? 'conflict' : 'merged'
    }
  }

  function isOpenConflict(entryId: string): boolean {
    return syncStore.conflicts(accountId, 500).some((conflict) => conflict.entryId === entryId)
  }

  /** Sends what is due in one lane. Returns how many entries were taken up, and whether the time was up. */
  async function push(lane: Lane, untilMs: number): Promise<{ sent: number; more: boolean }> {
    let sent = 0
    for (;;) {
      const account = activeAccount()
      if (account === undefined || account.direction === 'pull') return { sent, more: false }
      const nowMs = clock.nowMs()
      if (waitUntilMs[lane] > nowMs) return { sent, more: false }
      const item = syncStore.nextDue(accountId, nowMs, lane, held.busy)
      if (item === undefined) return { sent, more: false }
      const ready = await open(account)
      if (!ready.ok) return { sent, more: false }
      // Taken meanwhile by the other lane.
      if (held.busy.has(item.entryId)) continue
      const outcome = await pushOne(pushContext(ready.value), item)
      sent += 1
      if (!heed(outcome, lane, account)) return { sent, more: false }
      if (clock.monotonicMs() >= untilMs) return { sent, more: true }
    }
  }

  /** The first alone: where the provider says no to all of it, it is asked once and not by several at the same time. */
  async function pushRest(untilMs: number): Promise<{ sent: number; more: boolean }> {
    const first = await push('rest', clock.monotonicMs())
    if (!first.more) return first
    const beside = Array.from({ length: context.ports.providers.atOnce(accountId) }, () => push('rest', untilMs))
    const done = await Promise.all(beside)
    return { sent: done.reduce((sum, { sent }) => sum + sent, first.sent), more: done.some(({ more }) => more) }
  }

  async function pushOne(push: PushContext, item: SyncItem): Promise<PushOutcome> {
    held.take(item.entryId)
    try {
      return await pushEntry(push, item)
    } finally {
      held.release(item.entryId)
    }
  }

  /** Whether the lane goes on. */
  function heed(outcome: PushOutcome, lane: Lane, account: Account): boolean {
    if (outcome.kind === 'next') {
      noteSuccess()
      return true
    }
    if (outcome.kind === 'credential') {
      stopForCredential(context, account, outcome.problem)
      return false
    }
    wait(outcome.problem, outcome.untilMs, lane)
    return false
  }

  function wait(problem: SyncProblem, untilMs: number, lane: Lane): void {
    const isOffline = problem.code === 'network'
    if (isOffline) unreachable += 1
    const until = isOffline ? clock.nowMs() + 1000 + backOffMs(unreachable, BACK_OFF, random()) : untilMs
    waitUntilMs[lane] = until
    // What the urgent lane may not do, the rest may even less; what is out of reach is so for both.
    if (lane === 'urgent') waitUntilMs.rest = Math.max(waitUntilMs.rest, until)
    else if (isOffline) waitUntilMs.urgent = until
    noteAccountProblem(problem, waitUntilMs.rest)
  }

  function noteSuccess(): void {
    unreachable = 0
    const { problem, lastSuccessAtMs } = syncStore.progress(accountId)
    const nowMs = clock.nowMs()
    // Not after each of ten thousand entries.
    if (problem === null && lastSuccessAtMs !== null && nowMs - lastSuccessAtMs < 1000) return
    syncStore.saveProgress(accountId, { problem: null, notBeforeMs: 0, lastSuccessAtMs: nowMs })
  }

  function heedPullError(error: ProviderError, account: Account): void {
    const problem = problemOf(error, clock.nowMs())
    const { stops } = providerErrorTable[error.kind]
    if (stops === 'account') stopForCredential(context, account, problem)
    else if (stops === 'wait') {
      const named =
        error.kind === 'rate-limited' ? error.retryAtMs : error.kind === 'quota-exhausted' ? error.resetAtMs : null
      wait(problem, named ?? clock.nowMs() + backOffMs(1, BACK_OFF, random()), 'rest')
    } else noteAccountProblem(problem)
  }

  async function pull(): Promise<number | undefined> {
    const account = activeAccount()
    const { lookFromDay } = syncStore.progress(accountId)
    if (account === undefined || (account.direction === 'push' && lookFromDay === null)) return 0
    if (waitUntilMs.rest > clock.nowMs()) return undefined
    const ready = await open(account)
    if (!ready.ok) return undefined
    const pulled = await pullAccount(context, ready.value, held)
    if (pulled.ok) {
      noteSuccess()
      return pulled.value.changed
    }
    heedPullError(pulled.error, account)
    return undefined
  }

  async function run({ pull: wantsPull, untilMs }: PassOptions): Promise<PassResult> {
    const quick = pushUrgent()
    // Where records of entries that were never sent from here may be there already, nothing is sent before a look.
    const looks = syncStore.progress(accountId).lookFromDay !== null
    const fetched = wantsPull || looks ? await pull() : 0
    const mayPush = !looks || fetched !== undefined
    const rest = mayPush ? await pushRest(untilMs) : { sent: 0, more: false }
    const sent = (await quick) + rest.sent
    if (!isStopped) keepBudget()
    return { sent, fetched: fetched ?? 0, more: rest.more }
  }

  function keepBudget(): void {
    const budget = context.ports.providers.budgetOf(accountId)
    if (budget !== null) syncStore.saveProgress(accountId, { budget })
  }

  /** What nobody expected must not end the host, nor be tried again at once. */
  async function safely<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
    try {
      return await work()
    } catch (error) {
      if (isStopped) return otherwise
      log.error({ err: error, accountId }, 'synchronising an account failed unexpectedly')
      const untilMs = clock.nowMs() + AFTER_BUG_MS
      waitUntilMs.rest = untilMs
      waitUntilMs.urgent = untilMs
      return otherwise
    }
  }

  function pushUrgent(): Promise<number> {
    urgent ??= safely(async () => (await push('urgent', Number.POSITIVE_INFINITY)).sent, 0).finally(() => {
      urgent = undefined
    })
    return urgent
  }

  return {
    pass(options) {
      const turn = passes.then(() => safely(() => run(options), { sent: 0, fetched: 0, more: false }))
      passes = turn
      return turn
    },
    pushUrgent,
    reset() {
      opened = undefined
      unreachable = 0
      heldAtMs = undefined
      waitUntilMs.rest = 0
      waitUntilMs.urgent = 0
    },
    stop() {
      isStopped = true
    },
    nextAtMs() {
      const account = activeAccount()
      if (account === undefined || account.direction === 'pull') return null
      const dueAtMs = syncStore.nextDueAtMs(accountId)
      return dueAtMs === null ? null : Math.max(dueAtMs, waitUntilMs.rest)
    },
  }
}
