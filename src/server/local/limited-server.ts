import { createServer, type Server } from 'node:http'

export interface ServerLimits {
  readonly headersWithinMs: number
  readonly requestWithinMs: number
  readonly idleMs: number
  readonly checkEveryMs: number
  readonly connections: number
}

const LIMITS: ServerLimits = {
  headersWithinMs: 10_000,
  requestWithinMs: 30_000,
  idleMs: 10_000,
  checkEveryMs: 5000,
  connections: 256,
}

/** A server with bounds on what one client can hold: time for headers and body, their size, connections. */
export function createLimitedServer(limits: ServerLimits = LIMITS): Server {
  const server = createServer({
    headersTimeout: limits.headersWithinMs,
    requestTimeout: limits.requestWithinMs,
    keepAliveTimeout: limits.idleMs,
    connectionsCheckingInterval: limits.checkEveryMs,
    maxHeaderSize: 16_384,
  })
  server.maxHeadersCount = 100
  server.maxConnections = limits.connections
  return server
}
