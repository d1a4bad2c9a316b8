import type { ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'

/** What can go wrong between a server that has acted and a client that wants to know. */
export type Fault =
  /** Takes the request and never answers. */
  | { readonly kind: 'hang' }
  /** Headers and `bytes` of the body, then silence. */
  | { readonly kind: 'slow-body'; readonly bytes: number }
  /** The headers, then one byte of the body at a time for ever. */
  | { readonly kind: 'drip' }
  | { readonly kind: 'reset-before-headers' }
  | { readonly kind: 'reset-mid-body'; readonly bytes: number }
  /** Ends the connection in order, in the middle of a chunk. */
  | { readonly kind: 'fin-mid-chunk' }
  /** A whole answer whose JSON stops half way. */
  | { readonly kind: 'truncated-json' }
  | { readonly kind: 'wrong-content-type' }
  /** A sign-in page where JSON was promised. */
  | { readonly kind: 'html-203' }
  | { readonly kind: 'redirect-302'; readonly location: string }
  /** A small gzip that unpacks to `bytes`. */
  | { readonly kind: 'gzip-bomb'; readonly bytes: number }
  | { readonly kind: 'duplicate-header'; readonly name: string; readonly values: readonly string[] }

export interface PlainReply {
  readonly status: number
  readonly headers: Readonly<Record<string, string | readonly string[]>>
  readonly body: Buffer
}

/** Writes `reply` as the fault spoils it; `reset` cuts the connection. Returns what has to end with the server. */
export function writeFault(
  response: ServerResponse,
  reply: PlainReply,
  fault: Fault,
  reset: () => void,
): (() => void) | undefined {
  switch (fault.kind) {
    case 'hang':
      return undefined
    case 'slow-body':
      writeHead(response, reply, { 'content-length': String(Math.max(reply.body.length, fault.bytes + 1)) })
      response.write(padded(reply.body, fault.bytes))
      return undefined
    case 'drip':
      return drip(response, reply)
    case 'reset-before-headers':
      reset()
      return undefined
    case 'reset-mid-body':
      writeHead(response, reply, { 'content-length': String(Math.max(reply.body.length, fault.bytes + 1)) })
      // Only once the bytes are with the system: a reset drops what still waits.
      response.write(padded(reply.body, fault.bytes), reset)
      return undefined
    case 'fin-mid-chunk':
      response.socket?.end(
        'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\nff\r\n{"id":',
      )
      return undefined
    case 'truncated-json':
      return whole(response, { ...reply, body: reply.body.subarray(0, Math.floor(reply.body.length / 2)) })
    case 'wrong-content-type':
      return whole(response, { ...reply, headers: { ...reply.headers, 'content-type': 'text/html' } })
    case 'html-203':
      return whole(response, { status: 203, headers: { 'content-type': 'text/html; charset=utf-8' }, body: SIGN_IN })
    case 'redirect-302':
      return whole(response, { status: 302, headers: { location: fault.location }, body: Buffer.from('Found') })
    case 'gzip-bomb': {
      const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' }
      return whole(response, { status: 200, headers, body: gzipSync(Buffer.alloc(fault.bytes, ' ')) })
    }
    case 'duplicate-header':
      return whole(response, { ...reply, headers: { ...reply.headers, [fault.name]: fault.values } })
  }
}

export function whole(response: ServerResponse, reply: PlainReply): undefined {
  const hasBody = reply.status !== 204 && reply.status !== 304
  const tellsLength = hasBody && !('transfer-encoding' in reply.headers)
  writeHead(response, reply, tellsLength ? { 'content-length': String(reply.body.length) } : {})
  response.end(hasBody ? reply.body : undefined)
}

const SIGN_IN = Buffer.from('<!DOCTYPE html><html><head><title>Sign in</title></head><body>Sign in</body></html>')

function writeHead(response: ServerResponse, reply: PlainReply, more: Record<string, string>): void {
  for (const [name, value] of Object.entries({ ...reply.headers, ...more })) response.setHeader(name, value)
  response.writeHead(reply.status)
}

function padded(body: Buffer, bytes: number): Buffer {
  return Buffer.concat([body, Buffer.alloc(Math.max(0, bytes - body.length), ' ')]).subarray(0, bytes)
}

function drip(response: ServerResponse, reply: PlainReply): () => void {
  writeHead(response, reply, {})
  const timer = setInterval(() => response.write(' '), 1)
  const stop = () => clearInterval(timer)
  response.once('close', stop)
  return stop
}
