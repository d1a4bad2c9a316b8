import type { BudgetRule } from '../../../src/core/domain/budget/budget.ts'
import type { LimitHeaders } from '../../../src/core/domain/budget/limit-facts.ts'
import type { SyncFields } from '../../../src/core/domain/sync/sync-fields.ts'
import type { ProviderErrorKind } from '../../../src/core/ports/provider-error.ts'
import type { TimeCapabilities, TimeProvider } from '../../../src/core/ports/time-provider.ts'
import type { ProviderDeps } from '../../../src/providers/provider-deps.ts'
import type { Account } from '../../../src/shared/contract/accounts.ts'
import type { Reply, SeenRequest } from '../fake-server/start-fake-server.ts'

/** A record as the server itself holds it, told without the adapter under test. */
export interface ServerRecord {
  readonly id: string
  readonly fields: SyncFields
}

/** What a person changes in the provider's own screens. */
export interface EditThere {
  readonly note?: string
  readonly startMs?: number
  readonly endMs?: number
}

/** A vendor's server with its state, laid on the fake server. */
export interface VendorServer {
  /** The records that live, in order of their making. */
  records(): readonly ServerRecord[]
  /** A finished record that a person made there; gives its id. */
  addThere(fields: { readonly note: string; readonly startMs: number; readonly endMs: number }): string
  editThere(id: string, change: EditThere): void
  removeThere(id: string): void
  stopThere(id: string): void
  /** Gives a record what only the vendor knows: tags, fields of their own. */
  decorateThere(id: string): void
  isDecorated(id: string): boolean
  setProjects(count: number): void
  /** One more project, put before all others: pages shift by one. */
  insertProject(): void
  /** From now on every page is the first one. */
  ignorePages(): void
  /** What the server holds against requests that came: an id sent as text, a running timer in the future. */
  readonly objections: readonly string[]
  /** From now on it counts and refuses like the real one, on its smallest plan. */
  enforceQuota(): void
  /** How often it had to refuse for that. */
  refusedByQuota(): number
}

export interface Mount {
  route(method: string, path: RegExp, handler: (request: SeenRequest, match: RegExpExecArray) => Reply): void
  /** The server's clock. */
  nowMs(): number
  readonly secret: string
}

export type ProviderCall = 'check' | 'catalogue' | 'create' | 'update' | 'remove' | 'find' | 'get' | 'running' | 'pull'

/** How something that goes wrong looks on this wire, and what it has to become. */
export interface ErrorForm {
  readonly name: string
  /** The call whose answer it is. */
  readonly on: 'check' | 'pull' | 'create' | 'update'
  /** `serverNowMs` is for answers that name a date. */
  reply(serverNowMs: number): Reply
  readonly expect: ProviderErrorKind
}

export interface LimitForm extends ErrorForm {
  /** For how long nothing may be sent; null: the server does not say, and it must be seconds, not days. */
  readonly pauseMs: number | null
}

/** All that the kit has to know of a vendor: with it every scenario becomes one on that vendor's wire. */
export interface WireProfile {
  readonly name: string
  readonly capabilities: TimeCapabilities
  readonly secret: string
  /** Below the server's origin. */
  readonly basePath: string
  readonly account: Partial<Account>
  create(deps: ProviderDeps): TimeProvider
  mount(mount: Mount): VendorServer
  readonly limitHeaders: LimitHeaders
  /** Of the budgets there are. */
  readonly scopes: readonly string[]
  /** Which of them pays for a creation. */
  readonly writeScope: string
  budget(scope: string): BudgetRule
  /** How many requests a call may take; more is a waste of quota, or a write that was repeated. */
  readonly requests: Readonly<Record<ProviderCall, number>>
  isCreate(request: SeenRequest): boolean
  readonly projectsPerPage: number
  readonly forms: {
    readonly unauthenticated: readonly ErrorForm[]
    readonly forbidden: readonly ErrorForm[]
    /** Missing rights and missing things that look alike. */
    readonly gone: readonly ErrorForm[]
    readonly conflict: readonly ErrorForm[]
    /** Only for vendors that lock. */
    readonly locked: readonly ErrorForm[]
    readonly refused: readonly ErrorForm[]
    readonly limits: readonly LimitForm[]
  }
  /** Spoils one field that the adapter needs, in the body of one record. */
  readonly needed: readonly { readonly name: string; spoil(record: Record<string, unknown>): Record<string, unknown> }[]
  /** Changes that mean nothing: unknown fields, numbers as text. */
  readonly harmless: readonly {
    readonly name: string
    change(record: Record<string, unknown>): Record<string, unknown>
  }[]
  /** For docs/providers.md: what the adapter relies on, and what nobody has seen on a live service. */
  readonly facts: readonly string[]
  readonly unverified: readonly string[]
}
