import { EventEmitter } from 'node:events'
import type * as Electron from 'electron'
import { loud } from '../loud.ts'

/** Where a port went that was handed to a page: what takes its messages from then on. */
export interface FarEnd {
  deliver(data: unknown): void
  closed(): void
}

/** What a page's end does to the port it stands for. */
export interface Adopted {
  /** The page posted something. */
  received(data: unknown): void
  /** The page closed its end, or is gone. */
  closed(): void
}

const inside = new WeakMap<object, HostPort>()

/** One end of a channel. Messages wait until it is started, and while it stands for an end in a page they pass through. */
export class HostPort
  extends EventEmitter
  implements Pick<Electron.MessagePortMain, 'close' | 'postMessage' | 'start'>
{
  other: HostPort | undefined
  #far: FarEnd | undefined
  #waiting: unknown[] = []
  #isStarted = false
  #isClosed = false

  postMessage(message: unknown, transfer: readonly unknown[] = []): void {
    if (this.#far !== undefined) throw new Error('A port that was handed over cannot be used any more')
    if (transfer.length > 0) throw new Error('Ports over ports are not in the test host (tests/electron-host)')
    if (this.#isClosed) return
    const copy: unknown = structuredClone(message)
    setImmediate(() => this.other?.take(copy))
  }

  start(): void {
    this.#isStarted = true
    this.#drain()
  }

  close(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    // After what was posted before.
    setImmediate(() => this.other?.lost())
  }

  take(data: unknown): void {
    if (this.#isClosed) return
    this.#waiting.push(data)
    this.#drain()
  }

  lost(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    if (this.#far === undefined) this.emit('close')
    else this.#far.closed()
  }

  /** The port moves into a page. */
  handOver(far: FarEnd): Adopted {
    if (this.#far !== undefined) throw new Error('Port at index 0 is already neutered')
    this.#far = far
    this.#drain()
    return { received: (data) => this.other?.take(data), closed: () => this.close() }
  }

  #drain(): void {
    if (this.#far === undefined && !this.#isStarted) return
    for (const data of this.#waiting.splice(0)) {
      if (this.#far === undefined) this.emit('message', { data, ports: [] })
      else this.#far.deliver(data)
    }
  }
}

/** Electron's MessageChannelMain. */
export class MessageChannelMain {
  readonly port1: HostPort
  readonly port2: HostPort

  constructor() {
    const [one, two] = [new HostPort(), new HostPort()]
    one.other = two
    two.other = one
    this.port1 = shown(one)
    this.port2 = shown(two)
  }
}

/** A port as main gets it. */
export function shown(port: HostPort): HostPort {
  const made = loud('MessagePortMain', port)
  inside.set(made, port)
  return made
}

/** The other way: what main handed over. */
export function insideOf(port: unknown): HostPort {
  const found = typeof port === 'object' && port !== null ? inside.get(port) : undefined
  if (found === undefined) throw new TypeError('Invalid value for transfer')
  return found
}
