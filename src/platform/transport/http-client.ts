import http from 'node:http'
import { createORPCClient } from '@orpc/client'
import { StandardRPCLink } from '@orpc/client/standard'
import type { StintClient } from '../../shared/contract/contract.ts'
import { httpLinkClient } from './http-link.ts'

/** A client and the connection under it; closing ends what is under way. */
export interface Connection {
  readonly client: StintClient
  close(): void
}

/**
 * Speaks the contract to a host over HTTP. `url` is the host's address as in its host file. Calls reject with an
 * ORPCError that carries a code of src/shared/errors.ts, or with HostUnreachableError.
 */
export function connectHttp(options: { readonly url: string; readonly token: string }): Connection {
  const agent = new http.Agent({ keepAlive: true })
  const link = new StandardRPCLink(httpLinkClient(agent), {
    url: `${options.url}/rpc`,
    headers: { authorization: `Bearer ${options.token}` },
  })
  return { client: createORPCClient<StintClient>(link), close: () => agent.destroy() }
}
