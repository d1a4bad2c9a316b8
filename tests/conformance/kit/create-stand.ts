import { onTestFinished } from 'vitest'
import type { BudgetState } from '../../../src/core/domain/budget/budget.ts'
import type { SyncFields } from '../../../src/core/domain/sync/sync-fields.ts'
import type { Http } from '../../../src/core/ports/http.ts'
import type { SyncStore } from '../../../src/core/ports/sync-store.ts'
import type { TimeProvider } from '../../../src/core/ports/time-provider.ts'
import type { OwnedHttp } from '../../../src/platform/http/create-http.ts'
import type { ProviderDeps } from '../../../src/providers/provider-deps.ts'
import type { Account } from '../../../src/shared/contract/accounts.ts'
import { FakeClock } from '../../fakes/fake-clock.ts'
import type { FakeScheduler } from '../../fakes/fake-scheduler.ts'
import { createTestCore } from '../../fakes/test-core.ts'
import { createTestHttp, unlimited } from '../../fakes/test-http.ts'
import { createPushQueue, type PushQueue } from '../../integration/push-queue.ts'
import { type FakeServer, type Reply, type SeenRequest, startFakeServer } from '../fake-server/start-fake-server.ts'
import { type KillAt, type Observed, observeProvider } from './observe-provider.ts'
import type { Twist } from './twist.ts'
import type { VendorServer, WireProfile } from './wire-profile.ts'

export interface StandOptions {
  /** Of this machine; the provider's profile is in Stockholm unless `profileZone` says otherwise. */
  readonly machineZone?: string
  readonly profileZone?: string
  /** How far the server's clock is ahead of this machine's. */
  readonly serverAheadMs?: number
  /** The server sends no Date. */
  readonly hidesDate?: boolean
  /** The budget of the profile; else requests go as they come. */
  readonly hasBudget?: boolean
}

/** What a planted bug may change about the adapter, and about the queue's books. */
export interface Subject {
  create(deps: ProviderDeps): TimeProvider
  wrapStore?(store: SyncStore): SyncStore
}

export type Stand = Awaited<ReturnType<typeof createStand>>

export const TIMEOUT_MS = 30_000
/** Gaps that the http port waits for itself. */
const SHORT_WAIT_MS = 2000

/** An adapter before its vendor's server on a real socket, with the real http port, a clock of the test and a real queue. */
export async function createStand(profile: WireProfile, subject: Subject, options: StandOptions = {}) {
  const clock = new FakeClock(undefined, options.machineZone)
  const serverNowMs = () => clock.nowMs() + (options.serverAheadMs ?? 0)
  const account = { ...accountOf(profile), baseUrl: '' }
  const httpAccount = () => ({
    origins: [t.server.origin, NOWHERE],
    secrets: [profile.secret],
    limitHeaders: profile.limitHeaders,
    budget: (scope: string) => (options.hasBudget === true ? profile.budget(scope) : unlimited),
  })
  const budgets = new Map<string, BudgetState>()
  const t = await createTestHttp({
    clock,
    server: { nowMs: serverNowMs },
    http: {
      account: (id) => (id === account.id ? httpAccount() : undefined),
      budgetState: (_accountId, scope) => budgets.get(scope),
    },
  })
  account.baseUrl = `${t.server.origin}${profile.basePath}`

  const twists: { twist: Twist; fits: (request: SeenRequest) => boolean; left: number }[] = []
  const createsWithoutIntent: string[] = []
  const vendor: VendorServer = profile.mount({
    nowMs: serverNowMs,
    secret: profile.secret,
    route: (method, path, handler) =>
      t.server.route(method, path, (request, match) => {
        if (queue !== undefined && profile.isCreate(request) && !queue.hasIntent(['create', 'replace'])) {
          createsWithoutIntent.push(request.path)
        }
        const reply = twisted(request, () => handler(request, match))
        return options.hidesDate === true ? { ...reply, headers: { ...reply.headers, date: '' } } : reply
      }),
  })

  function twisted(request: SeenRequest, act: () => Reply): Reply {
    const found = twists.find(({ fits, left }) => left > 0 && fits(request))
    if (found === undefined) return act()
    found.left -= 1
    const reply = found.twist(act, request)
    // Nobody waits half a minute: once the request is under way, its time is over.
    if (reply.fault !== undefined && ['hang', 'slow-body', 'drip'].includes(reply.fault.kind)) {
      setImmediate(() => setImmediate(() => t.scheduler.pass(TIMEOUT_MS)))
    }
    return reply
  }

  const observed: Observed = { calls: [], answers: [], made: new Map() }
  const origins = new Set<string>()
  const kills: KillAt[] = []
  let http: OwnedHttp = t.http
  let made = open()
  const provider = observeProvider(
    () => made,
    observed,
    (call) => (kills[0]?.call === call ? kills.shift() : undefined),
  )

  function open(): TimeProvider {
    const watched: Http = {
      request(request) {
        origins.add(new URL(request.url).origin)
        const asked = http.request(isOffline ? { ...request, url: nowhere(request.url) } : request)
        return options.hasBudget === true ? paced(asked, t.scheduler) : asked
      },
      serverClock: (origin) => http.serverClock(origin),
    }
    return subject.create({ http: watched, account, secret: profile.secret, nowMs: () => clock.nowMs() })
  }

  function reopen(): void {
    http.close()
    http = t.openHttp()
    const opened = http
    onTestFinished(() => opened.close())
    made = open()
  }

  let queue: PushQueue | undefined
  let core: ReturnType<typeof createTestCore> | undefined
  const strangers = new Set<string>()
  const decoys: FakeServer[] = []
  let isOffline = false
  let moreRequests = 0
  let expected: (() => readonly SyncFields[]) | undefined

  return {
    ...t,
    profile,
    vendor,
    provider,
    observed,
    origins,
    strangers,
    createsWithoutIntent,
    serverNowMs,
    /** For the next request that fits, or the next `times`. */
    twist(twist: Twist, fits: (request: SeenRequest) => boolean = () => true, times = 1) {
      twists.push({ twist, fits, left: times })
    },
    untwist() {
      twists.length = 0
    },
    /** Requests go to a port of this machine where nobody listens. */
    goOffline(offline: boolean) {
      isOffline = offline
    },
    kill(call: KillAt['call'], when: KillAt['when']) {
      kills.push({ call, when })
    },
    /** The process starts again: nothing but the database is left. */
    restart: reopen,
    /** The same, with what was spent kept as the host keeps it. */
    restartKeepingBudget() {
      for (const scope of profile.scopes) budgets.set(scope, http.budgetState(account.id, scope))
      reopen()
    },
    /** The real queue over a real database; made on the first use. */
    queue() {
      core ??= createTestCore({}, clock)
      const own = core
      queue ??= createPushQueue({
        core: own,
        provider: () => provider,
        zone: options.profileZone ?? 'Europe/Stockholm',
        advanceTo: (ms) => t.scheduler.pass(Math.max(0, ms - clock.nowMs())),
        ...(subject.wrapStore === undefined ? {} : { wrapStore: (store) => subject.wrapStore?.(store) ?? store }),
      })
      return { ...queue, client: own.client, key: own.key }
    },
    /** A record that somebody else made there, which has to stay as it is. */
    stranger(fields: Parameters<VendorServer['addThere']>[0]) {
      const id = vendor.addThere(fields)
      strangers.add(id)
      return id
    },
    /** A server elsewhere that has to hear nothing. */
    async decoy(): Promise<FakeServer> {
      const server = await startFakeServer()
      onTestFinished(() => server.close())
      decoys.push(server)
      return server
    },
    /** Pages of lists go beyond what a call takes at the least. */
    allowRequests(count: number) {
      moreRequests += count
    },
    /** What the server should hold in the end, where that is not simply what is here. */
    expectThere(records: () => readonly SyncFields[]) {
      expected = records
    },
    decoyLog: () => decoys.flatMap(({ log }) => log),
    allowedRequests: () => moreRequests + observed.calls.reduce((sum, call) => sum + profile.requests[call], 0),
    expectedThere: (): readonly SyncFields[] =>
      expected?.() ?? queue?.wanted().map(({ fields }) => fields) ?? [...observed.made.values()],
    database: () => core?.db,
    dispose: () => core?.dispose(),
  }
}

/** Port 1: refused at once. */
const NOWHERE = 'http://127.0.0.1:1'
const nowhere = (url: string) => NOWHERE + new URL(url).pathname

/** Waits that the http port makes itself go by at once. */
async function paced<T>(work: Promise<T>, scheduler: FakeScheduler): Promise<T> {
  let over = false
  const end = () => {
    over = true
  }
  work.then(end, end)
  while (!over) {
    await new Promise((resolve) => setImmediate(resolve))
    const inMs = scheduler.nextInMs
    if (!over && inMs !== null && inMs <= SHORT_WAIT_MS) scheduler.pass(inMs)
  }
  return work
}

/** An account of the profile that says nothing special. */
export function accountOf(profile: WireProfile): Account {
  return {
    id: 'account-1',
    kind: 'toggl',
    name: 'Test',
    baseUrl: '',
    direction: 'both',
    fromDay: '2026-01-01',
    rule: { kind: 'all' },
    workspaceId: null,
    defaultProjectId: null,
    defaultActivityId: null,
    tags: [],
    noteTemplate: '',
    user: null,
    org: null,
    instance: null,
    state: 'active',
    createdAtMs: 0,
    ...profile.account,
  }
}
