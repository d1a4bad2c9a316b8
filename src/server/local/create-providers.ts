import { z } from 'zod'
import type { BudgetState } from '../../core/domain/budget/budget.ts'
import { estimateEndMs } from '../../core/domain/budget/estimate-end.ts'
import type { Clock } from '../../core/ports/clock.ts'
import type { Log } from '../../core/ports/log.ts'
import type { Providers } from '../../core/ports/providers.ts'
import type { Scheduler } from '../../core/ports/scheduler.ts'
import { originOf } from '../../platform/http/allowed-origin.ts'
import type { OwnedHttp } from '../../platform/http/create-http.ts'
import { openProvider } from '../../providers/open-provider.ts'
import { budgetOf, type Vendor, vendors } from '../../providers/vendors.ts'
import type { Account } from '../../shared/contract/accounts.ts'
import { err, ok } from '../../shared/result.ts'

interface Known {
  readonly account: Account
  readonly secret: string
  readonly vendor: Vendor
  readonly kept: ReadonlyMap<string, BudgetState>
}

interface Options {
  readonly clock: Clock
  readonly scheduler: Scheduler
  readonly log: Log
  readonly version: string
  readonly random: () => number
  /** `STINT_OFFLINE=1`: nothing leaves this machine. For tests and for people who want to be sure. */
  readonly offline: boolean
}

export interface OwnedProviders extends Providers {
  /** Drops every connection. */
  end(): void
}

/** A write with its way there and back, for estimates: what the network takes, where the budget does not. */
const LATENCY_MS = 250
/** Fewer than there are connections: the interactive lane and pulls have their own. */
const AT_ONCE = 4
const OFFLINE = 'STINT_OFFLINE is set: only addresses of this machine are asked.'

/** The vendors over the real way out. The http port learns of an account and its secret only here. */
export function createProviders(options: Options): OwnedProviders {
  const { clock } = options
  const accounts = new Map<string, Known>()
  let http: OwnedHttp | undefined

  /** Loaded when it is first wanted: most commands ask nobody. */
  const wayOut = async () => {
    const { createHttp } = await import('../../platform/http/create-http.ts')
    http ??= createHttp({
      ...options,
      account: (id) => {
        const known = accounts.get(id)
        const origin = known && originOf(known.account.baseUrl)
        if (known === undefined || origin?.ok !== true) return undefined
        if (options.offline && !isLocal(origin.value)) return undefined
        return {
          origins: [origin.value],
          secrets: [known.secret],
          limitHeaders: known.vendor.limitHeaders,
          budget: (scope) => budgetOf(known.vendor, known.account.baseUrl, scope),
        }
      },
      budgetState: (id, scope) => accounts.get(id)?.kept.get(scope),
    })
    return http
  }
  const stateOf = (id: string, scope: string) => (http === undefined ? undefined : http.budgetState(id, scope))

  return {
    kinds: vendors.map(({ kind, baseUrl, supported }) => ({ kind, baseUrl, supported })),
    address(baseUrl) {
      const origin = originOf(baseUrl)
      if (!origin.ok) return origin
      if (options.offline && !isLocal(origin.value)) return err(OFFLINE)
      const { search, hash } = new URL(baseUrl)
      if (search !== '' || hash !== '') return err('Give the address without ? and #.')
      return ok(baseUrl.replace(/\/+$/, ''))
    },
    async open(account, secret, budget) {
      const vendor = vendors.find(({ kind }) => kind === account.kind)
      if (vendor === undefined) return null
      const kept = accounts.get(account.id)?.kept ?? readBudget(budget)
      accounts.set(account.id, { account, secret, vendor, kept })
      return openProvider({ http: await wayOut(), account, secret, nowMs: () => clock.nowMs() })
    },
    close: (accountId) => {
      accounts.delete(accountId)
    },
    atOnce(accountId) {
      const known = accounts.get(accountId)
      if (known === undefined) return 1
      const { windows } = budgetOf(known.vendor, known.account.baseUrl, known.vendor.scopes[0])
      return windows.length > 0 ? 1 : AT_ONCE
    },
    budgetOf(accountId) {
      const known = accounts.get(accountId)
      if (known === undefined || http === undefined) return null
      return JSON.stringify(Object.fromEntries(known.vendor.scopes.map((scope) => [scope, stateOf(accountId, scope)])))
    },
    budgetLeft(accountId) {
      const known = accounts.get(accountId)
      const told = known && stateOf(accountId, known.vendor.scopes[0])?.told
      if (told == null || told.resetAtMs <= clock.nowMs()) return null
      return { remaining: told.remaining, resetAtMs: told.resetAtMs }
    },
    estimateEndMs(accountId, writes) {
      const known = accounts.get(accountId)
      const [scope] = known?.vendor.scopes ?? []
      const state = scope === undefined ? undefined : stateOf(accountId, scope)
      if (known === undefined || scope === undefined || state === undefined) return null
      const rule = budgetOf(known.vendor, known.account.baseUrl, scope)
      return Math.ceil(estimateEndMs(rule, state, writes, LATENCY_MS, clock.nowMs()))
    },
    end() {
      http?.close()
      accounts.clear()
    },
  }
}

function isLocal(origin: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(origin).hostname)
}

const stateSchema: z.ZodType<BudgetState> = z.object({
  sent: z.array(z.object({ atMs: z.number(), lane: z.enum(['interactive', 'background']) })),
  blockedUntilMs: z.number().nullable(),
  told: z.object({ remaining: z.number(), total: z.number().nullable(), resetAtMs: z.number() }).nullable(),
  refusals: z.number(),
})

/** What was spent before this start. An older version's is no loss: the provider tells anew. */
function readBudget(kept: string | null): ReadonlyMap<string, BudgetState> {
  if (kept === null) return new Map()
  const parsed = z.record(z.string(), stateSchema).safeParse(JSON.parse(kept))
  return new Map(parsed.success ? Object.entries(parsed.data) : [])
}
