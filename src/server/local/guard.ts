import type { IncomingHttpHeaders } from 'node:http'

/** What the guard needs to know of a request. `target` is the request line's second word, as sent. */
export interface GuardedRequest {
  readonly method: string
  readonly target: string
  readonly headers: IncomingHttpHeaders
  /** Name, value, name, value …: shows what `headers` has merged or dropped. */
  readonly rawHeaders: readonly string[]
}

export interface GuardRules {
  /** Values of the Host header that mean this server. */
  readonly hosts: ReadonlySet<string>
  isToken(bearer: string): boolean
  isSession(cookies: string): boolean
}

/** Parts of the server, each with its own methods and proof of identity. */
export type Area = 'page' | 'rpc' | 'socket' | 'auth' | 'api'
export type Actor = 'ui' | 'cli' | 'anyone'
export type Passed = { readonly ok: true; readonly area: Area; readonly path: string; readonly actor: Actor }
export type Refused = {
  readonly ok: false
  readonly area: Area
  readonly status: 400 | 401 | 403 | 405 | 415 | 421
  readonly reason: string
}

const METHODS: Record<Area, readonly string[]> = {
  page: ['GET', 'HEAD'],
  rpc: ['POST'],
  socket: ['GET'],
  auth: ['GET', 'POST'],
  api: ['GET', 'HEAD'],
}

/** Open to everyone on this machine: they prove something themselves, or tell nothing. */
const OPEN_PATHS = new Set(['/api/v1/health', '/auth/exchange', '/auth/prove'])
const SINGLE_HEADERS = ['host', 'origin', 'authorization', 'content-type', 'content-length', 'sec-fetch-site']

/**
 * Decides about every request before anything else looks at it, static files and WebSocket upgrades included.
 * The attacks it answers: a web page that had its own name resolve to 127.0.0.1 (Host), a web page that posts or
 * connects from elsewhere (Origin, fetch metadata, content type), another program or user on this machine (token or
 * session). The table in docs/security.md is its test.
 */
export function guard(request: GuardedRequest, rules: GuardRules): Passed | Refused {
  const path = request.target.split(/[?#]/, 1)[0] ?? ''
  const area = areaOf(path)
  const refuse = (status: Refused['status'], reason: string): Refused => ({ ok: false, area, status, reason })

  if (!request.target.startsWith('/')) return refuse(400, 'The request line must hold a path.')
  if (SINGLE_HEADERS.some((name) => countOf(name, request.rawHeaders) > 1)) return refuse(400, 'A header is repeated.')

  const { host, origin } = request.headers
  if (host === undefined || !rules.hosts.has(host)) return refuse(421, 'This address does not lead here.')
  if (origin !== undefined && origin !== `http://${host}`) return refuse(403, 'Another site may not do this.')
  if (!isOwnFetch(request, area)) return refuse(403, 'Another site may not do this.')

  if (!METHODS[area].includes(request.method)) return refuse(405, 'This method has no use here.')
  if (request.method === 'POST' && !isJson(request.headers['content-type'])) return refuse(415, 'Send JSON.')

  if (area === 'page' || OPEN_PATHS.has(path)) return { ok: true, area, path, actor: 'anyone' }
  const bearer = /^Bearer ([A-Za-z0-9_-]{1,128})$/.exec(request.headers.authorization ?? '')?.[1]
  if (bearer !== undefined) {
    return rules.isToken(bearer) ? { ok: true, area, path, actor: 'cli' } : refuse(401, 'The token is not valid.')
  }
  // A browser always names the origin of a WebSocket; without one the cookie was taken elsewhere.
  const isBrowser = area !== 'socket' || origin !== undefined
  if (isBrowser && rules.isSession(request.headers.cookie ?? '')) return { ok: true, area, path, actor: 'ui' }
  return refuse(401, 'Sign in first: run "stint open" and use the address it prints.')
}

/** Exactly the names under which a browser on this machine reaches a loopback port. */
export function hostsOf(port: number): Set<string> {
  const names = ['127.0.0.1', 'localhost', '[::1]']
  const hosts = new Set(names.map((name) => `${name}:${port}`))
  // Browsers leave out the port that the scheme implies.
  if (port === 80) for (const name of names) hosts.add(name)
  return hosts
}

function areaOf(path: string): Area {
  if (path === '/ws') return 'socket'
  const first = /^\/(rpc|auth|api)(?:\/|$)/.exec(path)?.[1]
  return first === undefined ? 'page' : (first as Area)
}

/**
 * Fetch metadata: browsers say from where a request comes. Following a link from another site to the page itself is
 * fine: the page holds no data, and the session cookie is not sent along (SameSite=Strict).
 */
function isOwnFetch({ method, headers }: GuardedRequest, area: Area): boolean {
  const site = headers['sec-fetch-site']
  if (site === undefined || site === 'same-origin' || site === 'none') return true
  const followsLink = headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'
  return area === 'page' && method === 'GET' && followsLink
}

function isJson(contentType: string | undefined): boolean {
  return contentType !== undefined && /^application\/json\s*(;\s*charset=utf-8\s*)?$/i.test(contentType)
}

function countOf(name: string, rawHeaders: readonly string[]): number {
  return rawHeaders.filter((header, index) => index % 2 === 0 && header.toLowerCase() === name).length
}
