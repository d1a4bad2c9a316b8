import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import { type Fault, type PlainReply, whole, writeFault } from './faults.ts'
import type { KeyAndCertificate } from './self-signed.ts'

/** A request as it arrived, in the order of arrival. */
export interface SeenRequest {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingMessage['headers']
  readonly body: string
  /** On the server's clock (see `Options.nowMs`). */
  readonly atMs: number
}

export interface Reply {
  /** Default 200. */
  readonly status?: number
  readonly headers?: Readonly<Record<string, string | readonly string[]>>
  /** Bytes and strings as they are, anything else as JSON. */
  readonly body?: unknown
  /** What goes wrong after the handler has acted. */
  readonly fault?: Fault
}

type Handler = (request: SeenRequest, match: RegExpExecArray) => Reply | Promise<Reply>

interface Route {
  readonly method: string
  readonly path: RegExp
  readonly handler: Handler
  /** Answers once, and before every lasting route. */
  readonly once: boolean
}

interface Options {
  /** The server's clock, for its Date header and the log; null: no Date header. Default: the machine's. */
  readonly nowMs?: (() => number) | null
  /** Speak https with this. */
  readonly tls?: KeyAndCertificate
}

export interface FakeServer {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string
  /** Everything that arrived, spoilt replies included. */
  readonly log: readonly SeenRequest[]
  /** Arrived, but nobody had a reply: answered 501. To be empty at the end of a test. */
  readonly unexpected: readonly SeenRequest[]
  /** How many requests began to arrive, those included that a client gave up before their end. */
  readonly begun: () => number
  /** How many connections were opened. */
  readonly connections: () => number
  /** Lasting, for a server with state of its own; later routes go before earlier ones. */
  route(method: string, path: RegExp, handler: Handler): void
  /** The next request of this kind gets this reply; several wait in line. */
  expect(method: string, path: RegExp, reply: Reply | Handler): void
  /** Asked for each request: a fault for its reply, after the handler has acted; undefined leaves it whole. */
  spoil(choose: (request: SeenRequest) => Fault | undefined): void
  /** Resolves when `count` requests have arrived in all. */
  arrived(count: number): Promise<void>
  close(): Promise<void>
}

/** A server on a real socket of the loopback, scripted by a test. */
export async function startFakeServer(options: Options = {}): Promise<FakeServer> {
  const { nowMs = Date.now, tls } = options
  const routes: Route[] = []
  const log: SeenRequest[] = []
  const unexpected: SeenRequest[] = []
  const stops = new Set<() => void>()
  const waiting: { count: number; resolve: () => void }[] = []
  let opened = 0
  let begun = 0
  let chooseFault: (request: SeenRequest) => Fault | undefined = () => undefined

  async function answer(message: IncomingMessage, response: ServerResponse): Promise<void> {
    begun += 1
    const seen = await read(message, nowMs?.() ?? 0)
    // The client gave up while it was still sending.
    if (seen === undefined) return
    log.push(seen)
    for (const one of waiting.filter(({ count }) => count <= log.length)) one.resolve()
    const reply = await replyTo(seen)
    response.sendDate = false
    const headers = nowMs === null ? {} : { date: new Date(nowMs()).toUTCString() }
    const plain = plainReply({ ...reply, headers: { ...headers, ...reply.headers } })
    const fault = reply.fault ?? chooseFault(seen)
    const stop =
      fault === undefined ? whole(response, plain) : writeFault(response, plain, fault, () => resetConnection(message))
    if (stop !== undefined) stops.add(stop)
  }

  async function replyTo(seen: SeenRequest): Promise<Reply> {
    const fits = (route: Route) => route.method === seen.method && route.path.test(seen.path)
    const route = routes.find((one) => one.once && fits(one)) ?? routes.findLast((one) => !one.once && fits(one))
    const match = route?.path.exec(seen.path)
    if (route === undefined || match === null || match === undefined) {
      unexpected.push(seen)
      return { status: 501, body: { unexpected: `${seen.method} ${seen.path}` } }
    }
    if (route.once) routes.splice(routes.indexOf(route), 1)
    return route.handler(seen, match)
  }

  /** Over TLS the message knows only the layer above the connection, and that one cannot be reset. */
  function resetConnection({ socket }: IncomingMessage): void {
    for (const one of sockets) if (one.remotePort === socket.remotePort) one.resetAndDestroy()
  }

  // A handler that throws is a bug of the test: let it end the run instead of looking like a slow server.
  const listener: RequestListener = (message, response) => void answer(message, response)
  const server: Server = tls === undefined ? createServer(listener) : createTlsServer(tls, listener)
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => {
    opened += 1
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    // A client that gives up is what some tests are about.
    socket.on('error', () => undefined)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // `listen` with a port always gives an AddressInfo; the type covers pipes too.
  const { port } = server.address() as AddressInfo

  return {
    origin: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}`,
    log,
    unexpected,
    begun: () => begun,
    connections: () => opened,
    route: (method, path, handler) => routes.push({ method, path, handler, once: false }),
    expect(method, path, reply) {
      const handler = typeof reply === 'function' ? reply : () => reply
      routes.push({ method, path, handler, once: true })
    },
    spoil(choose) {
      chooseFault = choose
    },
    arrived: (count) =>
      log.length >= count ? Promise.resolve() : new Promise((resolve) => waiting.push({ count, resolve })),
    async close() {
      for (const stop of stops) stop()
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function read(message: IncomingMessage, atMs: number): Promise<SeenRequest | undefined> {
  const chunks: Buffer[] = []
  message.on('data', (chunk: Buffer) => chunks.push(chunk))
  // `close` comes after `end`, and also where there will be no end.
  await new Promise((resolve) => message.once('end', resolve).once('close', resolve))
  if (!message.complete) return undefined
  const url = new URL(message.url ?? '/', 'http://server.invalid')
  return {
    method: message.method ?? '',
    path: url.pathname,
    query: url.searchParams,
    headers: message.headers,
    body: Buffer.concat(chunks).toString('utf8'),
    atMs,
  }
}

function plainReply({ status = 200, headers = {}, body }: Reply): PlainReply {
  if (body === undefined) return { status, headers, body: Buffer.alloc(0) }
  if (typeof body === 'string' || body instanceof Uint8Array) return { status, headers, body: Buffer.from(body) }
  const json = { 'content-type': 'application/json; charset=utf-8', ...headers }
  return { status, headers: json, body: Buffer.from(JSON.stringify(body)) }
}
