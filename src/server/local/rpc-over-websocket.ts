import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Log } from '../../core/ports/log.ts'
import { type PeerSession, servePeer } from '../../platform/transport/peer-session.ts'
import type { RpcHandler } from '../../platform/transport/rpc-handler.ts'
import { MAX_MESSAGE_BYTES } from './rpc-over-http.ts'
import { within } from './within.ts'

/** Pages and scripts at once; each page holds one. */
export const MAX_SOCKETS = 64
const PING_EVERY_MS = 30_000
const CLOSE_WITHIN_MS = 500

export interface RpcOverWebSocket {
  /** Takes over a connection that the guard has let pass; false: there are too many already. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, actor: string): boolean
  /** Lets calls run to their end, then says goodbye (1001) to all. */
  close(callsEndWithinMs: number): Promise<void>
}

export function rpcOverWebSocket(handler: RpcHandler, log: Log): RpcOverWebSocket {
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: MAX_MESSAGE_BYTES,
  })
  const sessions = new Map<WebSocket, PeerSession>()
  const answered = new WeakSet<WebSocket>()
  let closing = false

  const heartbeat = setInterval(() => {
    for (const socket of sessions.keys()) {
      // A machine that slept, a browser that crashed: nothing else would ever tell.
      if (!answered.has(socket)) socket.terminate()
      answered.delete(socket)
      socket.ping()
    }
  }, PING_EVERY_MS)
  heartbeat.unref()

  function serve(socket: WebSocket, actor: string): void {
    const session = servePeer({
      handler,
      actor,
      log,
      wire: {
        send: (text) =>
          new Promise((resolve, reject) => socket.send(text, (error) => (error ? reject(error) : resolve()))),
        refuse: (reason) => {
          log.warn({ reason }, 'Closed a WebSocket')
          part(socket, 1008, reason)
        },
      },
    })
    sessions.set(socket, session)
    answered.add(socket)
    socket.on('pong', () => answered.add(socket))
    socket.on('message', (data, isBinary) => {
      if (!closing) session.receive(isBinary ? undefined : String(data))
    })
    // ws closes after an error by itself (1009 for a frame that is too large).
    socket.on('error', (error) => log.warn({ code: 'code' in error ? error.code : error.name }, 'A WebSocket failed'))
    socket.on('close', () => {
      sessions.delete(socket)
      session.close()
    })
  }

  return {
    upgrade(request, socket, head, actor) {
      if (closing || sessions.size >= MAX_SOCKETS) return false
      server.handleUpgrade(request, socket, head, (opened) => serve(opened, actor))
      return true
    },
    async close(callsEndWithinMs) {
      closing = true
      clearInterval(heartbeat)
      await within(Promise.all([...sessions.values()].map((session) => session.idle())), callsEndWithinMs)
      await Promise.all([...sessions.keys()].map((socket) => part(socket, 1001, 'Stint is closing')))
      server.close()
    },
  }
}

/** Closes with a handshake, or without when the other side does not answer. */
function part(socket: WebSocket, code: number, reason: string): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => socket.terminate(), CLOSE_WITHIN_MS)
    socket.once('close', () => {
      clearTimeout(timer)
      resolve()
    })
    socket.close(code, reason)
  })
}
