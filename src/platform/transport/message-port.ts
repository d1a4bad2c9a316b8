import type { MessagePort } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { Log } from '../../core/ports/log.ts'
import type { StintClient } from '../../shared/contract/contract.ts'
import type { Connection } from './http-client.ts'
import { servePeer } from './peer-session.ts'
import type { RpcHandler } from './rpc-handler.ts'

/** Node's port does what the browser's does; only the declared types differ. */
type LinkPort = ConstructorParameters<typeof RPCLink>[0]['port']

/** What Node's MessagePort and Electron's MessagePortMain have in common. */
export interface ServerPort {
  postMessage(message: string): void
  start(): void
  close(): void
  on(event: 'message', listener: (message: unknown) => void): unknown
  on(event: 'close', listener: () => void): unknown
}

export interface ServedPort {
  /** Parts with the other side; a command under way runs to its end. */
  close(): void
  /** Resolves when no call is being worked on; open streams do not count. */
  idle(): Promise<void>
}

/** Serves the contract on one end of a channel. */
export function serveMessagePort(
  handler: RpcHandler,
  port: ServerPort,
  options: { readonly actor: string; readonly log: Log },
): ServedPort {
  const session = servePeer({
    handler,
    actor: options.actor,
    log: options.log,
    wire: {
      send: async (text) => port.postMessage(text),
      refuse: (reason) => {
        options.log.warn({ reason }, 'Closed a message port')
        port.close()
      },
    },
  })
  // Electron's port hands over an event, Node's the message itself.
  port.on('message', (message) => session.receive(isEvent(message) ? message.data : message))
  port.on('close', () => session.close())
  port.start()
  return { close: () => port.close(), idle: session.idle }
}

/** A client on the other end of a channel. */
export function connectMessagePort(port: MessagePort): Connection {
  const link = new RPCLink({ port: port as unknown as LinkPort })
  port.start()
  return { client: createORPCClient<StintClient>(link), close: () => port.close() }
}

function isEvent(message: unknown): message is { readonly data: unknown } {
  return typeof message === 'object' && message !== null && 'data' in message
}
