import { createORPCClient, ORPCError } from '@orpc/client'
import type { StintClient } from '../../shared/contract/contract.ts'
import { backOffMs } from './back-off.ts'
import { ConnectionLostError } from './connection-lost.ts'
import { isStream, readStream } from './read-stream.ts'
import type { OpenWire, Wire } from './wire.ts'

export type ConnectionStatus =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'online' }
  | { readonly kind: 'offline'; readonly sinceMs: number }
  /** The host does not know this browser (any more): a new link is needed. */
  | { readonly kind: 'signed-out' }
  /** The host speaks another contract than this page: reload. */
  | { readonly kind: 'outdated' }

export interface Connection {
  /** Stays the same over reconnects. Calls wait a while for the host, then reject with ConnectionLostError. */
  readonly client: StintClient
  status(): ConnectionStatus
  listen(listener: (status: ConnectionStatus) => void): () => void
  /** True as soon as the host answers; false when `timeoutMs` is over before. */
  whenOnline(timeoutMs: number): Promise<boolean>
  /** Tries now instead of waiting for the next attempt. */
  retry(): void
  /** This page is too old for the host: stops for good. */
  outdate(): void
  close(): void
}

const CALL_WAITS_MS = 5000

/**
 * One client over whatever `openWire` opens, opened again after each break. `delay` and `nowMs` come in for tests.
 */
export function connect(openWire: OpenWire, clock: ConnectClock = browserClock): Connection {
  let status: ConnectionStatus = { kind: 'connecting' }
  let wire: Wire | null = null
  let failures = 0
  let cancelWait: (() => void) | null = null
  let closed = false
  const listeners = new Set<(status: ConnectionStatus) => void>()

  function become(next: ConnectionStatus): void {
    if (closed) return
    status = next
    for (const listener of [...listeners]) listener(next)
  }

  async function open(): Promise<void> {
    cancelWait = null
    const answer = await openWire()
    if (closed) {
      if (typeof answer !== 'string') answer.close()
      return
    }
    if (answer === 'signed-out') return become({ kind: 'signed-out' })
    if (answer === 'unreachable') return lost()
    failures = 0
    wire = answer
    answer.onClose(() => {
      if (wire !== answer) return
      wire = null
      lost()
    })
    become({ kind: 'online' })
  }

  function lost(): void {
    if (closed || status.kind === 'outdated') return
    if (status.kind !== 'offline') become({ kind: 'offline', sinceMs: clock.nowMs() })
    cancelWait = clock.delay(backOffMs(failures, clock.random()), () => void open())
    failures += 1
  }

  function whenOnline(timeoutMs: number): Promise<boolean> {
    if (status.kind === 'online') return Promise.resolve(true)
    return new Promise((resolve) => {
      const settle = (isOnline: boolean) => {
        cancel()
        stop()
        resolve(isOnline)
      }
      const cancel = clock.delay(timeoutMs, () => settle(false))
      const stop = listen((next) => {
        if (next.kind === 'online') settle(true)
        else if (next.kind === 'signed-out' || next.kind === 'outdated') settle(false)
      })
    })
  }

  function listen(listener: (status: ConnectionStatus) => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  const client = createORPCClient<StintClient>({
    async call(path, input, options) {
      if (!(await whenOnline(CALL_WAITS_MS)) || wire === null) throw new ConnectionLostError()
      const used: Wire = wire
      try {
        const answer = await used.link.call(path, input, options)
        return isStream(answer) ? readStream(answer, used) : answer
      } catch (error) {
        if (error instanceof ORPCError || used.isOpen() || options.signal?.aborted === true) throw error
        throw new ConnectionLostError(error)
      }
    },
  })

  void open()
  return {
    client,
    status: () => status,
    listen,
    whenOnline,
    retry() {
      if (cancelWait === null) return
      cancelWait()
      failures = 0
      void open()
    },
    outdate() {
      become({ kind: 'outdated' })
      cancelWait?.()
      wire?.close()
    },
    close() {
      closed = true
      cancelWait?.()
      wire?.close()
      listeners.clear()
    },
  }
}

export interface ConnectClock {
  nowMs(): number
  random(): number
  /** Returns a function that cancels. */
  delay(ms: number, then: () => void): () => void
}

const browserClock: ConnectClock = {
  nowMs: () => Date.now(),
  random: () => Math.random(),
  delay(ms, then) {
    const timer = setTimeout(then, ms)
    return () => clearTimeout(timer)
  },
}
