import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import { WebSocket } from 'ws'
import type { StintClient } from '../../shared/contract/contract.ts'
import { HostUnreachableError } from './host-unreachable.ts'
import type { Connection } from './http-client.ts'

/**
 * Speaks the contract to a host over WebSocket from Node, with the bearer token. (The renderer has its own, which
 * relies on the session cookie.) Rejects with HostUnreachableError when the host refuses or does not answer.
 */
export async function connectWebSocket(options: { readonly url: string; readonly token: string }): Promise<Connection> {
  const socket = new WebSocket(`${options.url.replace(/^http/, 'ws')}/ws`, {
    headers: { authorization: `Bearer ${options.token}` },
    perMessageDeflate: false,
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', (error) => reject(new HostUnreachableError(error)))
  })
  // Later errors end in 'close', which rejects what is under way; without a listener they would end the process.
  socket.on('error', () => {})
  const link = new RPCLink({ websocket: socket as unknown as globalThis.WebSocket })
  return { client: createORPCClient<StintClient>(link), close: () => socket.close() }
}
