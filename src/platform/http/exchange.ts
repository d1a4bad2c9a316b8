import http, { type ClientRequest, type IncomingMessage } from 'node:http'
import https from 'node:https'
import type { CancelSignal, HttpFailure, HttpMethod } from '../../core/ports/http.ts'
import type { Scheduler } from '../../core/ports/scheduler.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { isUnsendable, troubleInWords } from './connection-trouble.ts'
import { type BodyTrouble, readBody } from './read-body.ts'

export interface Exchange {
  readonly method: HttpMethod
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array | undefined
  readonly agent: http.Agent
  readonly timeoutMs: number
  readonly maxBytes: number
  readonly cancel?: CancelSignal | undefined
}

export interface RawAnswer {
  readonly status: number
  readonly headers: ReadonlyMap<string, readonly string[]>
  readonly body: Uint8Array
}

type Answered = Result<RawAnswer, HttpFailure>

const MAX_HEADER_BYTES = 64 * 1024
const REDIRECTS = new Set([300, 301, 302, 303, 307, 308])

/**
 * One request and its answer, or one failure with its phase. The phase comes from the socket itself: Node holds the
 * request back until the connection is made (TLS: until the certificate is accepted), so before that event the server
 * cannot have seen any of it. On a connection that is used again, everything counts as seen.
 */
export function exchange(wanted: Exchange, scheduler: Scheduler): Promise<Answered> {
  return new Promise((resolve) => {
    let sent = false
    let status: number | null = null
    let settled = false
    const stops: (() => void)[] = []

    const settle = (answered: Answered) => {
      if (settled) return
      settled = true
      for (const stop of stops) stop()
      resolve(answered)
      if (!answered.ok) request?.destroy()
    }
    const fail = (kind: 'too-large' | 'timeout' | 'aborted' | 'bad-payload', cause: string) =>
      settle(err({ kind, phase: phase(), status, cause }))
    const broken = (error: unknown) =>
      settle(err({ kind: phase(), phase: phase(), status, cause: troubleInWords(error) }))
    const phase = () => (sent ? 'after-send' : 'before-send')

    const request = open(wanted)
    if (request === undefined) {
      const cause = 'A header holds a character that HTTP cannot carry: look for a line end in the token.'
      return settle(err({ kind: 'before-send', phase: 'before-send', status, cause }))
    }
    stops.push(scheduler.after(wanted.timeoutMs, () => fail('timeout', `No whole answer within ${inWords(wanted)}.`)))
    stops.push(onCancel(wanted.cancel, () => fail('aborted', 'It was cancelled.')))

    request.once('socket', (socket) => {
      const seen = () => {
        sent = true
      }
      if (request.reusedSocket) seen()
      else socket.once(wanted.url.protocol === 'https:' ? 'secureConnect' : 'connect', seen)
    })
    // Stays after the first: a destroyed request may complain once more, and nobody else would listen.
    request.on('error', broken)
    request.once('response', (message) => {
      status = message.statusCode ?? 0
      if (REDIRECTS.has(status)) return settle(err(redirected(status, message, wanted.url)))
      // Such an answer may tell the length of the body it does not have.
      const bodiless = wanted.method === 'HEAD' || status === 304
      void readBody(message, bodiless ? Number.POSITIVE_INFINITY : wanted.maxBytes).then((body) => {
        if (body.ok) settle(ok({ status: message.statusCode ?? 0, headers: headersOf(message), body: body.value }))
        else if (body.error.kind === 'cut') broken(body.error.error ?? cutOff())
        else fail(body.error.kind, bodyTroubleInWords(body.error, wanted.maxBytes))
      })
    })
    request.end(wanted.body)
  })
}

function open({ method, url, headers, body, agent }: Exchange): ClientRequest | undefined {
  const length = body === undefined ? (method === 'GET' || method === 'HEAD' ? undefined : 0) : Buffer.byteLength(body)
  try {
    return (url.protocol === 'https:' ? https : http).request(url, {
      method,
      agent,
      maxHeaderSize: MAX_HEADER_BYTES,
      headers: { ...headers, ...(length === undefined ? {} : { 'content-length': String(length) }) },
    })
  } catch (error) {
    if (isUnsendable(error)) return undefined
    throw error
  }
}

function onCancel(cancel: CancelSignal | undefined, run: () => void): () => void {
  if (cancel === undefined) return () => undefined
  if (cancel.aborted) run()
  cancel.addEventListener('abort', run)
  return () => cancel.removeEventListener('abort', run)
}

function headersOf(message: IncomingMessage): ReadonlyMap<string, readonly string[]> {
  return new Map(Object.entries(message.headersDistinct).map(([name, values]) => [name, values ?? []]))
}

/** A redirect of a write may well come after it was carried out. */
function redirected(status: number, message: IncomingMessage, from: URL): HttpFailure {
  const location = message.headers.location
  const to = location === undefined ? null : URL.parse(location, from.href)
  const toOrigin = to === null || to.origin === 'null' ? null : to.origin
  const where = toOrigin === null ? 'elsewhere' : toOrigin === from.origin ? 'another page of its own' : toOrigin
  const cause = `The server points to ${where} instead of answering; that was not followed.`
  return { kind: 'redirected', phase: 'after-send', status, toOrigin, cause }
}

function bodyTroubleInWords(trouble: Exclude<BodyTrouble, { kind: 'cut' }>, maxBytes: number): string {
  return trouble.kind === 'bad-payload' ? trouble.cause : `The answer is larger than ${maxBytes} bytes.`
}

function cutOff(): Error {
  return Object.assign(new Error('cut off'), { code: 'ECONNRESET' })
}

function inWords({ timeoutMs }: Exchange): string {
  return timeoutMs >= 1000 ? `${Math.round(timeoutMs / 1000)} s` : `${timeoutMs} ms`
}
