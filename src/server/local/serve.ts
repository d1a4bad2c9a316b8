import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { removeHostFile, writeHostFile } from '../../platform/transport/host-file.ts'
import { createRpcHandler } from '../../platform/transport/rpc-handler.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { apiRoutes } from './api-routes.ts'
import { createToken, isSameToken } from './bearer-token.ts'
import { openFrontDoor } from './front-door.ts'
import { hostsOf } from './guard.ts'
import { type ListenError, listen } from './listen.ts'
import { createOneTimeCodes } from './one-time-codes.ts'
import type { OpenedHost } from './opened-host.ts'
import { rpcOverHttp } from './rpc-over-http.ts'
import { rpcOverWebSocket } from './rpc-over-websocket.ts'
import { openSessions } from './sessions.ts'
import { staticFiles } from './static-files.ts'
import { within } from './within.ts'

export interface ServeOptions {
  /** From openHost; the server takes it over and disposes it on close. */
  readonly opened: OpenedHost
  /** localhost, 127.0.0.1 or ::1. */
  readonly host: string
  /** 0: any free port. */
  readonly port: number
  readonly anyPortIfTaken: boolean
  /** The built page: out/renderer. */
  readonly staticDir: string
}

export interface RunningServer {
  /** For a person: the page with a one-time code that is valid for ten minutes. */
  readonly url: string
  /** For a program: the REST API; with `token` as the bearer. */
  readonly apiUrl: string
  readonly token: string
  readonly port: number
  /** The page's address with a fresh code, valid for a minute. */
  newCode(): string
  /** Lets running calls end, parts with all clients, releases the profile. Repeating it waits for the same end. */
  close(): Promise<void>
}

/** A person copies the first one from a terminal (docs/adr/0007). */
const FIRST_CODE_MS = 600_000
const ASKED_CODE_MS = 60_000
/** How long calls under way may take once the host is asked to stop. */
const CALLS_END_WITHIN_MS = 1500

/** Serves the page and the contract on loopback. On an error value nothing has been started. */
export async function startServer(options: ServeOptions): Promise<Result<RunningServer, ListenError>> {
  const { opened, host, port, anyPortIfTaken, staticDir } = options
  const { clock, log, profileDir, version } = opened
  const server = createLimitedServer()
  const listening = await listen(server, { host, port, anyPortIfTaken })
  if (!listening.ok) return err(listening.error)
  const bound = listening.value

  const token = createToken()
  const nowMs = () => clock.nowMs()
  const codes = createOneTimeCodes(nowMs)
  const sessions = openSessions(profileDir, nowMs, log)
  const handler = createRpcHandler(opened.core.router, log, randomUUID)
  const rpc = rpcOverHttp(handler)
  const sockets = rpcOverWebSocket(handler, log)
  const base = `http://${bound.address === '::1' ? '[::1]' : bound.address}:${bound.port}`
  const pageUrl = (code: string) => `${base}/#code=${code}`

  openFrontDoor(server, {
    rules: {
      hosts: hostsOf(bound.port),
      isToken: (bearer) => isSameToken(bearer, token),
      isSession: (cookies) => sessions.has(cookies),
    },
    rpc,
    sockets,
    api: apiRoutes({ version, token, port: bound.port, codes, sessions, nowMs, log, pageUrl }),
    files: staticFiles(staticDir),
    log,
  })
  writeHostFile(profileDir, {
    pid: process.pid,
    url: base,
    port: bound.port,
    token,
    startedAtMs: clock.nowMs(),
    version,
  })
  log.info({ url: base }, 'Serving')

  async function stop(): Promise<void> {
    const closed = new Promise((resolve) => server.close(resolve))
    await Promise.all([sockets.close(CALLS_END_WITHIN_MS), within(rpc.idle(), CALLS_END_WITHIN_MS)])
    // What is left are streams over HTTP and connections that wait for a next request.
    server.closeAllConnections()
    await closed
    await opened.dispose()
    removeHostFile(profileDir, token)
  }

  let stopping: Promise<void> | undefined
  return ok({
    url: pageUrl(codes.issue(FIRST_CODE_MS)),
    apiUrl: `${base}/api/v1`,
    token,
    port: bound.port,
    newCode: () => pageUrl(codes.issue(ASKED_CODE_MS)),
    close() {
      stopping ??= stop()
      return stopping
    },
  })
}

/** Bounds on what one client can hold: time for headers and body, their size, connections. */
function createLimitedServer(): Server {
  const server = createServer({
    headersTimeout: 10_000,
    requestTimeout: 30_000,
    connectionsCheckingInterval: 5000,
    keepAliveTimeout: 10_000,
    maxHeaderSize: 16_384,
  })
  server.maxHeadersCount = 100
  server.maxConnections = 256
  return server
}
