import http from 'node:http'
import https from 'node:https'
import { rootCertificates } from 'node:tls'
import type { BudgetRule, BudgetState } from '../../core/domain/budget/budget.ts'
import { type LimitHeaders, readLimitFacts } from '../../core/domain/budget/limit-facts.ts'
import { readHttpDate } from '../../core/domain/budget/read-http-date.ts'
import type { Clock } from '../../core/ports/clock.ts'
import type { Http, HttpAnswer, HttpFailure, HttpRequest } from '../../core/ports/http.ts'
import type { Log } from '../../core/ports/log.ts'
import type { Scheduler } from '../../core/ports/scheduler.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { allowedUrl } from './allowed-origin.ts'
import { createConditionalGet } from './conditional-get.ts'
import { exchange, type RawAnswer } from './exchange.ts'
import { createHttpAnswer, singleHeader } from './http-answer.ts'
import { ACCEPTED_ENCODINGS } from './read-body.ts'
import { createRequestGate, type RequestGate } from './request-gate.ts'
import { createScrub, quoteOf, secretsIn } from './scrub.ts'
import { createServerClocks } from './server-clocks.ts'

/** What the http port has to know of an account; asked anew for each request, for people edit accounts. */
export interface HttpAccount {
  /** As `originOf` gives them. */
  readonly origins: readonly string[]
  /** Struck out of everything that may be shown or logged. */
  readonly secrets: readonly string[]
  readonly limitHeaders: LimitHeaders
  budget(scope: string): BudgetRule
}

export interface HttpOptions {
  readonly clock: Clock
  readonly scheduler: Scheduler
  readonly log: Log
  readonly version: string
  /** From [0, 1). */
  readonly random: () => number
  account(accountId: string): HttpAccount | undefined
  /** What was spent before this start. */
  budgetState?(accountId: string, scope: string): BudgetState | undefined
  /** Certificates to trust besides the system's, as PEM. */
  readonly extraCertificates?: readonly string[]
  readonly cacheBytes?: number
}

export interface OwnedHttp extends Http {
  budgetState(accountId: string, scope: string): BudgetState
  /** Drops every connection; requests under way fail. */
  close(): void
}

/** Idle connections go before servers drop them (most wait 5 s or longer): a write into a dead one has no known outcome. */
const IDLE_CONNECTION_MS = 4000
const CONNECTIONS_PER_ORIGIN = 6
const DEFAULT_CACHE_BYTES = 16 * 1024 * 1024

/** The http port on Node's own http: `docs/adr/0012` says why not fetch. */
export function createHttp(options: HttpOptions): OwnedHttp {
  const { clock, scheduler, log, random } = options
  const clocks = createServerClocks(clock)
  const conditional = createConditionalGet(options.cacheBytes ?? DEFAULT_CACHE_BYTES)
  const agents = createAgents(options.extraCertificates)
  const gates = new Map<string, RequestGate>()

  async function request(wanted: HttpRequest): Promise<Result<HttpAnswer, HttpFailure>> {
    const { accountId, scope, lane, cancel } = wanted
    const account = options.account(accountId)
    if (account === undefined) return unsent('foreign-origin', 'There is no such account.')
    const url = allowedUrl(wanted.url, account.origins)
    if (!url.ok) return unsent('foreign-origin', url.error)
    if (cancel?.aborted === true) return unsent('aborted', CANCELLED)

    const gate = gateOf(accountId, scope)
    const admitted = await gate.admit(lane, wanted.maxWaitMs ?? 0, cancel)
    if (!admitted.ok && admitted.error.kind === 'aborted') return unsent('aborted', CANCELLED)
    if (!admitted.ok) return err({ ...admitted.error, phase: 'before-send', status: null, cause: OVER_BUDGET })

    const { origin, protocol, pathname } = url.value
    const prepared = conditional.prepare(wanted, url.value, headersFor(wanted, options.version))
    const sentAtMs = clock.nowMs()
    const agent = agents[lane][protocol === 'https:' ? 'https:' : 'http:']
    const answered = await exchange({ ...wanted, url: url.value, headers: prepared.headers, agent }, scheduler)
    if (answered.ok) noteDate(origin, answered.value, sentAtMs)
    admitted.value.done(answered.ok ? limitsOf(answered.value, account, origin) : null)
    const retryAtMs = gate.pausedUntilMs(lane)

    const scrub = createScrub([...account.secrets, ...secretsIn(wanted.headers)])
    const path = quoteOf(decoded(pathname), scrub)
    const told = { accountId, scope, method: wanted.method, origin, path, ms: clock.nowMs() - sentAtMs }
    if (!answered.ok) {
      const { kind, phase, status, cause } = answered.error
      log.warn({ ...told, kind, phase, status, cause }, 'A request failed')
      return answered
    }
    const { status, body } = answered.value
    log.debug({ ...told, status, bytes: body.length }, 'A request was answered')
    const settled = prepared.settle(answered.value)
    return settled.ok
      ? ok(createHttpAnswer({ ...settled.value, serverDateMs: dateOf(answered.value), retryAtMs }, scrub))
      : settled
  }

  function limitsOf(answer: RawAnswer, account: HttpAccount, origin: string) {
    return readLimitFacts(answer, account.limitHeaders, clock.nowMs(), clocks.of(origin).offsetMs ?? 0)
  }

  function noteDate(origin: string, answer: RawAnswer, sentAtMs: number): void {
    const serverDateMs = dateOf(answer)
    // An answer out of a cache on the way carries the date of its first delivery.
    if (serverDateMs !== null && !answer.headers.has('age')) clocks.note(origin, serverDateMs, sentAtMs)
  }

  function gateOf(accountId: string, scope: string): RequestGate {
    const key = JSON.stringify([accountId, scope])
    const there = gates.get(key)
    if (there !== undefined) return there
    const rule = () => options.account(accountId)?.budget(scope) ?? NOTHING
    const state = options.budgetState?.(accountId, scope)
    const gate = createRequestGate({ clock, scheduler, rule, state, random })
    gates.set(key, gate)
    return gate
  }

  return {
    request,
    serverClock: (origin) => clocks.of(origin),
    budgetState: (accountId, scope) => gateOf(accountId, scope).state(),
    close() {
      for (const lane of Object.values(agents)) for (const agent of Object.values(lane)) agent.destroy()
    },
  }
}

const CANCELLED = 'It was cancelled.'
const OVER_BUDGET = 'The budget of the account allows no request now.'
/** For an account that is gone: what still waits for it stays where it is. */
const NOTHING: BudgetRule = { windows: [{ requests: 0, perMs: Number.POSITIVE_INFINITY }], reservedShare: 0 }

function unsent(kind: 'foreign-origin' | 'aborted', cause: string): Result<HttpAnswer, HttpFailure> {
  return err({ kind, phase: 'before-send', status: null, cause })
}

/** Two of each: a backfill that hangs must not hold the connection that the running timer needs. */
function createAgents(extraCertificates: readonly string[] | undefined) {
  const settings = { keepAlive: true, timeout: IDLE_CONNECTION_MS, maxSockets: CONNECTIONS_PER_ORIGIN }
  const tls =
    extraCertificates === undefined ? settings : { ...settings, ca: [...rootCertificates, ...extraCertificates] }
  const pair = () => ({ 'http:': new http.Agent(settings), 'https:': new https.Agent(tls) })
  return { interactive: pair(), background: pair() }
}

function headersFor(wanted: HttpRequest, version: string): Record<string, string> {
  const given = Object.entries(wanted.headers).map(([name, value]) => [name.toLowerCase(), value])
  return {
    'user-agent': `Stint/${version}`,
    accept: 'application/json',
    'accept-encoding': ACCEPTED_ENCODINGS,
    ...Object.fromEntries(given),
  }
}

function dateOf({ headers }: RawAnswer): number | null {
  const date = singleHeader(headers, 'date')
  return date === null ? null : readHttpDate(date)
}

/** For the log only: a secret may hide behind percent signs. */
function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname)
  } catch {
    // Not UTF-8 behind the percent signs: what it hides cannot be compared with a secret, so nothing of it is told.
    return '(unreadable)'
  }
}
