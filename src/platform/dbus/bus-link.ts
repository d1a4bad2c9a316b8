import type { Result } from '../../shared/result.ts'

export interface BusCall {
  readonly destination: string
  readonly path: string
  readonly interface: string
  readonly member: string
  readonly signature?: string
  readonly body?: unknown[]
  /** The bus may start the service for it; else a service that does not run stays as it is. */
  readonly mayStart?: boolean
}

export interface BusSignal {
  readonly interface: string
  readonly member: string
  /** undefined: from any object of the service. */
  readonly path?: string
  hear(body: readonly unknown[]): void
}

/** Something on the bus that may come and go, and what is heard of it. Signals of anybody else are dropped. */
export interface FollowedService {
  readonly name: string
  readonly signals: readonly BusSignal[]
  /** It is there: at once, or later, and again each time it comes back. */
  came(): void
  went(): void
}

/** A connection to a bus. */
export interface BusLink {
  /** The body of the answer, or why there is none. Never rejects, and answers within five seconds. */
  call(call: BusCall): Promise<Result<readonly unknown[], string>>
  follow(service: FollowedService): void
  /** One signal more of a service that is followed: for objects whose path is known only later. */
  hear(serviceName: string, signal: BusSignal): void
  close(): void
}
