import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import type { Log } from '../../core/ports/log.ts'
import { appError } from '../../shared/errors.ts'
import { type GuardRules, guard, type Passed, type Refused } from './guard.ts'
import { type RpcOverHttp, refuse } from './rpc-over-http.ts'
import type { RpcOverWebSocket } from './rpc-over-websocket.ts'
import { SECURITY_HEADERS } from './security-headers.ts'
import type { StaticFiles } from './static-files.ts'

interface FrontDoorParts {
  readonly rules: GuardRules
  readonly rpc: RpcOverHttp
  readonly sockets: RpcOverWebSocket
  readonly api: Hono
  readonly files: StaticFiles
  readonly log: Log
}

/** Every request passes the guard here, then goes to the part of the server it is for. */
export function openFrontDoor(server: Server, { rules, rpc, sockets, api, files, log }: FrontDoorParts): void {
  const serveApi = getRequestListener(api.fetch, { overrideGlobalObjects: false })

  function check(request: IncomingMessage): Passed | Refused {
    const { method = '', url = '', headers, rawHeaders } = request
    const verdict = guard({ method, target: url, headers, rawHeaders }, rules)
    // A page without a session asks for one all the time; the other refusals are worth a line.
    if (!verdict.ok && verdict.status !== 401)
      log.warn({ status: verdict.status, area: verdict.area }, 'Refused a request')
    return verdict
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value)
    const verdict = check(request)
    if (!verdict.ok) return refuseRequest(response, verdict)
    if (verdict.area === 'page') return servePage(files, verdict.path, request, response)
    if (verdict.area === 'rpc') return rpc.handle(request, response, verdict.path, verdict.actor)
    if (verdict.area === 'socket') return sendText(response, 426, 'This address speaks WebSocket only.')
    await serveApi(request, response)
  }

  server.on('request', (request, response) => {
    serve(request, response).catch((error: unknown) => {
      // A sender that leaves in the middle of its message is no fault of ours.
      if (request.destroyed && !request.complete) return
      log.error({ error }, 'A request failed')
      if (response.headersSent) response.destroy()
      else sendText(response, 500, 'Something went wrong inside Stint.')
    })
  })

  server.on('upgrade', (request, socket, head) => {
    // Until ws takes over, nobody else listens for a connection that breaks.
    socket.on('error', () => socket.destroy())
    const verdict = check(request)
    if (!verdict.ok) return refuseUpgrade(socket, verdict.status)
    if (verdict.area !== 'socket') return refuseUpgrade(socket, 400)
    if (!sockets.upgrade(request, socket, head, verdict.actor)) refuseUpgrade(socket, 503)
  })

  server.on('clientError', (_error, socket) => {
    if (socket.writable) refuseUpgrade(socket, 400)
    else socket.destroy()
  })
}

function refuseRequest(response: ServerResponse, { area, status, reason }: Refused): void {
  if (area === 'rpc') refuse(response, appError('unauthorised', reason, {}), status)
  else sendText(response, status, reason)
}

function servePage(files: StaticFiles, path: string, request: IncomingMessage, response: ServerResponse): void {
  const file = files(path)
  if (!file) {
    const isBuilt = files('/') !== undefined
    const text = isBuilt ? 'There is nothing here.' : 'The page has not been built. Run "npm run build", then reload.'
    sendText(response, isBuilt ? 404 : 503, text)
    return
  }
  response.writeHead(200, {
    'content-type': file.type,
    'content-length': file.body.length,
    'cache-control': file.cacheControl,
  })
  response.end(request.method === 'HEAD' ? undefined : file.body)
}

function sendText(response: ServerResponse, status: number, text: string): void {
  const body = `${text}\n`
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  })
  response.end(body)
}

/** Before a protocol is agreed on there is only the raw connection. */
function refuseUpgrade(socket: Duplex, status: number): void {
  const answer = `HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`
  // Not only our half: a client that never closes its own must not hold the connection.
  socket.end(answer, () => socket.destroy())
}
