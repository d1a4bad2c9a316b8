import { randomUUID } from 'node:crypto'
import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import type { Clock } from '../../core/ports/clock.ts'
import type { Log } from '../../core/ports/log.ts'
import { fileErrorOf } from '../../platform/profile/file-errors.ts'
import { type HostFile, removeHostFile, writeHostFile } from '../../platform/transport/host-file.ts'
import { createRpcHandler, type StintRouter } from '../../platform/transport/rpc-handler.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { apiRoutes } from './api-routes.ts'
import { createToken, isSameToken } from './bearer-token.ts'
import { openFrontDoor } from './front-door.ts'
import { hostsOf } from './guard.ts'
import { createLimitedServer } from './limited-server.ts'
import { type ListenError, listen } from './listen.ts'
import { createOneTimeCodes } from './one-time-codes.ts'
import { rpcOverHttp } from './rpc-over-http.ts'
import { rpcOverWebSocket } from './rpc-over-websocket.ts'
import { openSessions } from './sessions.ts'
import { staticFiles } from './static-files.ts'
import { within } from './within.ts'

/** What of an opened host (`openHost`) a server needs. */
export interface ServedHost {
  readonly core: { readonly router: StintRouter }
  readonly profile: { readonly dir: string }
  readonly version: string
  readonly clock: Pick<Clock, 'nowMs'>
  readonly log: Log
  dispose(): Promise<void>
}

export interface ServeOptions {
  /** The server takes it over once it has started, and disposes it on close. */
  readonly opened: ServedHost
  /** localhost, 127.0.0.1 or ::1. */
  readonly host: string
  /** 0: any free port. */
  readonly port: number
  readonly anyPortIfTaken: boolean
  /** The built page: out/renderer. */
  readonly staticDir: string
}

export type ServeError = ListenError | { readonly code: 'cannot-write'; readonly message: string }

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

/** Serves the page and the contract on loopback. On an error value nothing has been started or taken over. */
export async function startServer(options: ServeOptions): Promise<Result<RunningServer, ServeError>> {
  const { opened, host, port, anyPortIfTaken, staticDir } = options
  const { clock, log, version } = opened
  const server = createLimitedServer()
  const connections = connectionsOf(server)
  const listening = await listen(server, { host, port, anyPortIfTaken })
  if (!listening.ok) return listening
  const bound = listening.value

  const token = createToken()
  const nowMs = () => clock.nowMs()
  const codes = createOneTimeCodes(nowMs)
  const sessions = openSessions(opened.profile.dir, nowMs, log)
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

  async function stopServing(): Promise<void> {
    const closed = new Promise((resolve) => server.close(resolve))
    await Promise.all([sockets.close(CALLS_END_WITHIN_MS), within(rpc.idle(), CALLS_END_WITHIN_MS)])
    // What is left are streams over HTTP and connections that wait for a next request.
    for (const connection of connections) connection.destroy()
    await closed
  }

  async function close(): Promise<void> {
    await stopServing()
    await opened.dispose()
    removeHostFile(opened.profile.dir, token)
  }

  const announced = announce(opened.profile.dir, { url: base, port: bound.port, token, startedAtMs: nowMs(), version })
  if (!announced.ok) {
    await stopServing()
    return announced
  }
  log.info({ url: base }, 'Serving')
  let closing: Promise<void> | undefined
  return ok({
    url: pageUrl(codes.issue(FIRST_CODE_MS)),
    apiUrl: `${base}/api/v1`,
    token,
    port: bound.port,
    newCode: () => pageUrl(codes.issue(ASKED_CODE_MS)),
    close() {
      closing ??= close()
      return closing
    },
  })
}

/** Leaves the host file by which commands find this host. */
function announce(profileDir: string, file: Omit<HostFile, 'pid'>): Result<void, ServeError> {
  try {
    writeHostFile(profileDir, { pid: process.pid, ...file })
    return ok(undefined)
  } catch (error) {
    const known = fileErrorOf(error, profileDir)
    if (known === undefined) throw error
    return err({ code: 'cannot-write', message: `${known.message} ${known.mend}` })
  }
}

function connectionsOf(server: Server): ReadonlySet<Socket> {
  const connections = new Set<Socket>()
  server.on('connection', (socket) => {
    connections.add(socket)
    socket.on('close', () => connections.delete(socket))
  })
  return connections
}
