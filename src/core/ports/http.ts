import type { Result } from '../../shared/result.ts'
import type { Lane } from '../domain/budget/lane.ts'

export type HttpMethod = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** What core needs of an `AbortSignal`, which fits. */
export interface CancelSignal {
  readonly aborted: boolean
  addEventListener(type: 'abort', listener: () => void): void
  removeEventListener(type: 'abort', listener: () => void): void
}

export interface HttpRequest {
  /** Whose list of allowed origins, secrets and budget apply. */
  readonly accountId: string
  readonly method: HttpMethod
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
  /** Which of the account's budgets pays for it. */
  readonly scope: string
  readonly lane: Lane
  /** From the first byte sent to the last byte received; what the budget makes it wait before does not count. */
  readonly timeoutMs: number
  /** Of the body, on the wire and unpacked. */
  readonly maxBytes: number
  /** For GET: ask with the tag of the last answer, and give that answer again where it still holds. */
  readonly conditional?: boolean
  /** How long the budget may hold it back. 0 (the default): refused at once, with the time when it would be let through. */
  readonly maxWaitMs?: number
  readonly cancel?: CancelSignal
}

export interface HttpAnswer {
  /** Never 3xx, but for a 304 that the caller asked for with headers of its own. */
  readonly status: number
  /** By lower-case name, each line of its own: a header sent twice is neither joined nor lost. */
  readonly headers: ReadonlyMap<string, readonly string[]>
  /** The one value of a header; null where it is missing or where two lines contradict each other. */
  header(name: string): string | null
  readonly body: Uint8Array
  /** The body as UTF-8, without byte order mark. */
  text(): string
  /** The body as JSON. Whole numbers that a double cannot hold arrive as strings of their digits. */
  json(): Result<unknown, 'empty' | 'html' | 'damaged'>
  /** A text of the server made fit for an error or a log: no secret of the account, one line, at most 300 characters. */
  quote(text: string): string
  /** What the server's clock said. */
  readonly serverDateMs: number | null
  /** When the budget lets the next request of this scope and lane go, after what this answer said of it; null: at once. */
  readonly retryAtMs: number | null
  /** The server said that the body of an earlier answer still holds; status and body are of that answer. */
  readonly fromCache: boolean
}

/**
 * `before-send`: the server cannot have seen the request, so it may be sent again. `after-send`: it may have acted on
 * it; a write has to be looked for before it is repeated.
 */
export type SendPhase = 'before-send' | 'after-send'

interface Failed {
  readonly phase: SendPhase
  /** The status line arrived, but not all that belongs to it. */
  readonly status: number | null
  /** One sentence for a person; holds no secret and no path. */
  readonly cause: string
}

export type HttpFailure = Failed &
  (
    | {
        /**
         * The first two: the connection, in the phase of the same name. `bad-payload`: what arrived cannot be
         * unpacked, or is a 304 to nothing.
         */
        readonly kind:
          | 'before-send'
          | 'after-send'
          | 'too-large'
          | 'timeout'
          | 'foreign-origin'
          | 'aborted'
          | 'bad-payload'
      }
    | { readonly kind: 'redirected'; readonly status: number; readonly toOrigin: string | null }
    | { readonly kind: 'over-budget'; readonly allowedAtMs: number }
  )

/** How far a server's clock is ahead of ours; null while it is not known, or no longer. */
export interface ServerClock {
  readonly offsetMs: number | null
}

/** The only way out. Sends a request once: nothing is ever repeated here, and no redirect is followed. */
export interface Http {
  request(request: HttpRequest): Promise<Result<HttpAnswer, HttpFailure>>
  serverClock(origin: string): ServerClock
}
