import { describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { httpText, type RawAnswer, rawRequest } from './support/raw-request.ts'
import { startHost } from './support/started-host.ts'

const RPC_BODY = '{"json":{}}'
const JSON_TYPE = 'Content-Type: application/json'

/** What a page or program sends, against a host on `port`; the same line by line as the table in docs/security.md. */
interface Case {
  readonly name: string
  readonly status: number
  readonly method?: string
  readonly target?: (port: number) => string
  readonly host?: (port: number) => string[]
  readonly headers?: (port: number) => string[]
  readonly signedIn?: false | 'cookie'
}

const good = (port: number) => `Host: 127.0.0.1:${port}`

const cases: Case[] = [
  { name: 'a call with the token', status: 200 },
  { name: 'a call with a session from the own page', status: 200, signedIn: 'cookie', headers: own },
  { name: 'a call to localhost', status: 200, host: (port) => [`Host: localhost:${port}`] },
  { name: 'a call to [::1]', status: 200, host: (port) => [`Host: [::1]:${port}`] },

  { name: 'a name that was made to resolve here', status: 421, host: (port) => [`Host: evil.example:${port}`] },
  { name: 'a name that begins like ours', status: 421, host: (port) => [`Host: localhost.evil.example:${port}`] },
  { name: 'a name with a trailing dot', status: 421, host: (port) => [`Host: localhost.:${port}`] },
  { name: 'a name without the port', status: 421, host: () => ['Host: 127.0.0.1'] },
  { name: 'another port', status: 421, host: (port) => [`Host: 127.0.0.1:${port - 1}`] },
  { name: 'a name with user information', status: 421, host: (port) => [`Host: 127.0.0.1:${port}@evil.example`] },
  { name: 'another spelling of the address', status: 421, host: (port) => [`Host: 127.1:${port}`] },
  { name: 'the address of all interfaces', status: 421, host: (port) => [`Host: 0.0.0.0:${port}`] },
  { name: 'no Host', status: 400, host: () => [] },
  { name: 'an empty Host', status: 421, host: () => ['Host:'] },
  { name: 'two Hosts', status: 400, host: (port) => [good(port), 'Host: evil.example'] },
  { name: 'two Hosts, the bad one first', status: 400, host: (port) => ['Host: evil.example', good(port)] },
  {
    name: 'a request line that holds a whole address',
    status: 400,
    target: (port) => `http://evil.example:${port}/rpc/host/info`,
  },

  { name: 'a foreign origin', status: 403, headers: () => ['Origin: https://evil.example'] },
  { name: 'the null origin', status: 403, headers: () => ['Origin: null'] },
  { name: 'an origin on another port', status: 403, headers: (port) => [`Origin: http://127.0.0.1:${port + 1}`] },
  { name: 'the own origin over https', status: 403, headers: (port) => [`Origin: https://127.0.0.1:${port}`] },
  { name: 'localhost calling 127.0.0.1', status: 403, headers: (port) => [`Origin: http://localhost:${port}`] },
  {
    name: 'two origins',
    status: 400,
    headers: (port) => [`Origin: http://127.0.0.1:${port}`, 'Origin: https://evil.example'],
  },
  { name: 'a fetch from another site', status: 403, headers: () => ['Sec-Fetch-Site: cross-site'] },
  { name: 'a fetch from another port of this machine', status: 403, headers: () => ['Sec-Fetch-Site: same-site'] },
  { name: 'an unknown kind of fetch', status: 403, headers: () => ['Sec-Fetch-Site: whatever'] },
  {
    name: 'a call that pretends to be a link',
    status: 403,
    headers: () => ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: navigate', 'Sec-Fetch-Dest: document'],
  },

  { name: 'a call by GET', status: 405, method: 'GET' },
  { name: 'a preflight', status: 405, method: 'OPTIONS' },
  { name: 'a call by PUT', status: 405, method: 'PUT' },

  { name: 'no token', status: 401, signedIn: false },
  { name: 'a wrong token', status: 401, signedIn: false, headers: () => [`Authorization: Bearer ${'A'.repeat(43)}`] },
  { name: 'another scheme', status: 401, signedIn: false, headers: () => ['Authorization: Basic Og=='] },
  { name: 'an invented cookie', status: 401, signedIn: false, headers: () => ['Cookie: stint_session=x'] },
]

function own(port: number): string[] {
  return [`Origin: http://127.0.0.1:${port}`, 'Sec-Fetch-Site: same-origin']
}

describe('the guard lets pass what it should and refuses the rest', () => {
  for (const { name, status, ...request } of cases) {
    it(`${status}: ${name}`, async () => {
      const { port, server, signIn } = await startHost()
      const proof =
        request.signedIn === 'cookie'
          ? [`Cookie: ${await signIn()}`]
          : request.signedIn === false
            ? []
            : [`Authorization: Bearer ${server.token}`]
      const answer = await rawRequest(
        port,
        httpText(
          request.method ?? 'POST',
          request.target?.(port) ?? '/rpc/host/info',
          [
            ...(request.host?.(port) ?? [good(port)]),
            ...proof,
            ...(request.headers?.(port) ?? []),
            JSON_TYPE,
            `Content-Length: ${RPC_BODY.length}`,
          ],
          RPC_BODY,
        ),
      )
      expect(answer.status).toBe(status)
      expectNoCors(answer)
    })
  }

  it('refuses bodies that a page may send without asking first', async () => {
    const { port, server } = await startHost()
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', '']) {
      const headers = [good(port), `Authorization: Bearer ${server.token}`, `Content-Length: ${RPC_BODY.length}`]
      if (type) headers.push(`Content-Type: ${type}`)
      expect((await rawRequest(port, httpText('POST', '/rpc/host/info', headers, RPC_BODY))).status, type).toBe(415)
    }
  })

  it('guards the page before the files', async () => {
    const { port } = await startHost()
    const get = (target: string, headers: string[]) => rawRequest(port, httpText('GET', target, headers))
    expect((await get('/', [good(port)])).status).toBe(200)
    expect((await get('/', [`Host: evil.example:${port}`])).status).toBe(421)
    expect((await get('/assets/index-Ab3_-x9Z.js', [good(port), 'Sec-Fetch-Site: cross-site'])).status).toBe(403)
    const link = ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: navigate', 'Sec-Fetch-Dest: document']
    expect((await get('/', [good(port), ...link])).status).toBe(200)
    const frame = ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: navigate', 'Sec-Fetch-Dest: iframe']
    expect((await get('/', [good(port), ...frame])).status).toBe(403)
    expect((await rawRequest(port, httpText('POST', '/', [good(port), JSON_TYPE, 'Content-Length: 0']))).status).toBe(
      405,
    )
  })

  it('answers everyone about its health, and nobody about anything else', async () => {
    const { port } = await startHost()
    const health = await rawRequest(port, httpText('GET', '/api/v1/health', [good(port)]))
    expect(JSON.parse(health.body)).toEqual({ status: 'ok', version: '0.0.0-test' })
    for (const target of ['/api/v1/status', '/api', '/auth/session', '/auth/anything', '/api/v1/health/../status']) {
      expect((await rawRequest(port, httpText('GET', target, [good(port)]))).status, target).toBe(401)
    }
  })

  it('sends the security headers with every answer of the page', async () => {
    const { port } = await startHost()
    for (const headers of [[good(port)], [`Host: evil.example:${port}`]]) {
      const answer = await rawRequest(port, httpText('GET', '/', headers))
      expect(answer.headers.get('content-security-policy')).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
          "connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-src 'none'; " +
          "frame-ancestors 'none'; object-src 'none'",
      )
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
      expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
      expect(answer.headers.get('cross-origin-opener-policy')).toBe('same-origin')
      expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin')
      expect(answer.headers.get('cache-control')).toBe('no-store')
      expectNoCors(answer)
    }
  })
})

describe('a WebSocket is guarded before it is accepted', () => {
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

  it('accepts a program with the token, and the own page with its session', async () => {
    const { port, server, signIn } = await startHost()
    expect(await upgrade(port, bearer(server.token))).toBe('open')
    expect(await upgrade(port, { cookie: await signIn(), origin: `http://127.0.0.1:${port}` })).toBe('open')
  })

  it('refuses every other', async () => {
    const { port, server, signIn } = await startHost()
    const cookie = await signIn()
    expect(await upgrade(port, {})).toBe(401)
    expect(await upgrade(port, { cookie })).toBe(401)
    expect(await upgrade(port, { cookie: 'stint_session=x', origin: `http://127.0.0.1:${port}` })).toBe(401)
    expect(await upgrade(port, { cookie, origin: 'https://evil.example' })).toBe(403)
    expect(await upgrade(port, { cookie, origin: 'null' })).toBe(403)
    expect(await upgrade(port, { ...bearer(server.token), host: `evil.example:${port}` })).toBe(421)
    expect(await upgrade(port, { ...bearer(server.token), host: 'localhost' })).toBe(421)
    expect(await upgrade(port, { ...bearer(server.token), 'sec-fetch-site': 'cross-site' })).toBe(403)
    expect(await upgrade(port, bearer(server.token), '/')).toBe(400)
    expect(await upgrade(port, bearer(server.token), '/rpc/host/info')).toBe(405)
  })
})

/** 'open', or the status of the refusal. */
function upgrade(port: number, headers: Record<string, string>, path = '/ws'): Promise<'open' | number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers })
    socket.on('open', () => {
      socket.close()
      resolve('open')
    })
    socket.on('unexpected-response', (_request, response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    socket.on('error', reject)
  })
}

function expectNoCors(answer: RawAnswer): void {
  expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([])
}
