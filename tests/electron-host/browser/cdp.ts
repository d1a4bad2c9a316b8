import type { ChildProcess } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'
import type { CDPSession } from '@playwright/test'

/** One target's part of the connection, typed by Playwright's copy of the protocol. */
export interface CdpSession {
  readonly send: CDPSession['send']
  readonly on: CDPSession['on']
}

export interface CdpConnection {
  /** Speaks to the browser itself. */
  readonly browser: CdpSession
  attach(targetId: string): Promise<CdpSession>
  readonly closed: Promise<void>
}

interface Message {
  readonly id?: number
  readonly method?: string
  readonly params?: unknown
  readonly sessionId?: string
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

/**
 * The DevTools protocol over the browser's pipe. By the pipe, because a browser whose pipe closes ends: a host that is
 * killed leaves none behind.
 */
export function connectCdp(child: ChildProcess): CdpConnection {
  // The third and fourth pipe, as `--remote-debugging-pipe` wants them.
  const output = child.stdio[3] as Writable
  const input = child.stdio[4] as Readable
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void; method: string }>()
  const listeners = new Map<string, ((params: unknown) => void)[]>()
  let lastId = 0
  let isOpen = true
  let text = ''

  const closed = new Promise<void>((resolve) => {
    const end = () => {
      isOpen = false
      for (const { reject, method } of waiting.values()) reject(new Error(`${method}: the browser has ended`))
      waiting.clear()
      resolve()
    }
    child.once('exit', end)
    input.once('close', end)
    output.once('error', end)
  })

  input.setEncoding('utf8')
  input.on('data', (chunk: string) => {
    const parts = (text + chunk).split('\0')
    text = parts.pop() ?? ''
    for (const part of parts) receive(JSON.parse(part))
  })

  function receive(message: Message): void {
    if (message.id === undefined) {
      for (const hear of listeners.get(`${message.sessionId ?? ''} ${message.method}`) ?? []) hear(message.params)
      return
    }
    const call = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.error === undefined) call?.resolve(message.result)
    else call?.reject(new Error(`${call.method}: ${message.error.message}`))
  }

  function session(sessionId?: string): CdpSession {
    const send = (method: string, params: unknown = {}) =>
      new Promise((resolve, reject) => {
        if (!isOpen) return reject(new Error(`${method}: the browser has ended`))
        lastId++
        waiting.set(lastId, { resolve, reject, method })
        output.write(`${JSON.stringify({ id: lastId, method, params, sessionId })}\0`)
      })
    const on = (event: string, hear: (params: unknown) => void) => {
      const key = `${sessionId ?? ''} ${event}`
      listeners.set(key, [...(listeners.get(key) ?? []), hear])
    }
    // The protocol's types say what the browser answers to each method.
    return { send, on } as unknown as CdpSession
  }

  const browser = session()
  return {
    browser,
    closed,
    async attach(targetId) {
      const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true })
      return session(sessionId)
    },
  }
}
