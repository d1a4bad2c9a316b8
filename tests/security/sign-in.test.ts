import { readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { startServer } from '../../src/server/local/serve.ts'
import { codeOf, cookieOf, exchange, startHost } from './support/started-host.ts'
import { stubHost } from './support/stub-host.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

function post(port: number, target: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`http://127.0.0.1:${port}${target}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
}

function session(port: number, cookie: string): Promise<Response> {
  return fetch(`http://127.0.0.1:${port}/auth/session`, { headers: { cookie } })
}

describe('a one-time code', () => {
  it('opens a session that only this machine’s browser can hold', async () => {
    const { port, server } = await startHost()
    expect(server.url).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:${port}/#code=[\\w-]{32}$`))
    const answer = await exchange(port, codeOf(server.url))
    expect(answer.status).toBe(204)
    const cookie = answer.headers.getSetCookie()[0]
    expect(cookie).toMatch(/^stint_session_[0-9a-f]{8}=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=2592000$/)
    expect((await session(port, cookieOf(answer))).status).toBe(204)
  })

  it('works once', async () => {
    const { port, server } = await startHost()
    expect((await exchange(port, codeOf(server.url))).status).toBe(204)
    const again = await exchange(port, codeOf(server.url))
    expect(again.status).toBe(401)
    expect(again.headers.getSetCookie()).toEqual([])
    expect(await again.json()).toEqual({ message: expect.stringContaining('stint open') })
  })

  it('works for ten minutes when a person got it at the start, for one minute when a program asked for it', async () => {
    const { port, server, stub } = await startHost()
    const [first, second] = [codeOf(server.newCode()), codeOf(server.newCode())]
    stub.nowMs += MINUTE_MS - 1
    expect((await exchange(port, first)).status).toBe(204)
    stub.nowMs += 1
    expect((await exchange(port, second)).status).toBe(401)
    stub.nowMs += 9 * MINUTE_MS
    expect((await exchange(port, codeOf(server.url))).status).toBe(401)
  })

  it('is given to programs with the token only', async () => {
    const { port, server, signIn } = await startHost()
    expect((await post(port, '/auth/code', {})).status).toBe(401)
    const answer = await post(port, '/auth/code', {}, { authorization: `Bearer ${server.token}` })
    const { url } = (await answer.json()) as { url: string }
    expect((await exchange(port, codeOf(url))).status).toBe(204)
    expect((await post(port, '/auth/code', { extra: 1 }, { cookie: await signIn() })).status).toBe(400)
  })

  it('cannot be guessed by trying: five attempts a second', async () => {
    const { port, stub, server } = await startHost()
    const tries = []
    for (let i = 0; i < 8; i += 1) tries.push((await exchange(port, `guess-${i}`)).status)
    expect(tries).toEqual([401, 401, 401, 401, 401, 429, 429, 429])
    stub.nowMs += 1001
    expect((await exchange(port, codeOf(server.newCode()))).status).toBe(204)
  })
})

describe('a session', () => {
  it('ends after 30 days without use, and lasts while it is used', async () => {
    const { port, stub, signIn } = await startHost()
    const idle = await signIn()
    const used = await signIn()
    stub.nowMs += 20 * DAY_MS
    const renewed = await session(port, used)
    expect(renewed.status).toBe(204)
    expect(cookieOf(renewed)).toBe(used)
    stub.nowMs += 10 * DAY_MS
    expect((await session(port, idle)).status).toBe(401)
    expect((await session(port, used)).status).toBe(204)
  })

  it('survives a restart of the host, of which the disk holds hashes only', async () => {
    const first = await startHost()
    const cookie = await first.signIn()
    await first.server.close()
    const file = path.join(first.stub.opened.profile.dir, 'sessions.json')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readFileSync(file, 'utf8')).not.toContain(cookie.split('=')[1])
    const second = await startHost(first.stub)
    expect((await session(second.port, cookie)).status).toBe(204)
  })

  it('of one profile is not one of another', async () => {
    const one = await startHost()
    const other = await startHost()
    expect((await session(other.port, await one.signIn())).status).toBe(401)
    expect((await one.signIn()).split('=')[0]).not.toBe((await other.signIn()).split('=')[0])
  })

  it('file that is damaged costs a new sign-in, not the start', async () => {
    const stub = stubHost()
    const file = path.join(stub.opened.profile.dir, 'sessions.json')
    for (const content of ['', '{', '[]', '{"version":9}']) {
      writeFileSync(file, content)
      const { signIn, port, server } = await startHost(stub)
      expect((await session(port, await signIn())).status).toBe(204)
      await server.close()
    }
  })
})

describe('proof that a host is the real one', () => {
  it('answers a challenge without giving the token away', async () => {
    const { port, server } = await startHost()
    const nonce = 'A'.repeat(43)
    const answer = (await (await post(port, '/auth/prove', { nonce })).json()) as { proof: string }
    expect(answer.proof).toMatch(/^[\w-]{43}$/)
    expect(answer.proof).not.toBe(server.token)
    for (const bad of ['', 'short', 'A'.repeat(200), 'ä'.repeat(30), 7, null]) {
      expect((await post(port, '/auth/prove', { nonce: bad })).status).toBe(400)
    }
  })
})

describe('a server', () => {
  const parts = { port: 0, anyPortIfTaken: false }

  it('listens on loopback only', async () => {
    const stub = stubHost()
    for (const host of [
      '0.0.0.0',
      '::',
      '',
      '*',
      '192.168.1.5',
      'example.com',
      '127.0.0.2',
      'localhost.evil.example',
    ]) {
      const refused = await startServer({ ...parts, opened: stub.opened, staticDir: stub.staticDir, host })
      expect(refused, host).toMatchObject({ ok: false, error: { code: 'not-loopback' } })
    }
    const { port } = await startHost(stub)
    expect(listeningOn(port)).toEqual(['0100007F'])
  })

  it('says so when the port is taken, or takes the next one when it may', async () => {
    const { port } = await startHost()
    const stub = stubHost()
    const options = { opened: stub.opened, staticDir: stub.staticDir, host: 'localhost', port }
    const refused = await startServer({ ...options, anyPortIfTaken: false })
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'port-taken', message: expect.stringContaining('--port') },
    })
    const moved = await startServer({ ...options, anyPortIfTaken: true })
    expect(moved.ok && moved.value.port !== port).toBe(true)
    if (moved.ok) await moved.value.close()
  })
})

/** Local addresses (hex, as the kernel writes them) of listening sockets on a port: what `ss -ltn` reads. */
function listeningOn(port: number): string[] {
  const wanted = port.toString(16).toUpperCase().padStart(4, '0')
  return ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter(([, local, , state]) => state === '0A' && local?.endsWith(`:${wanted}`))
      .map(([, local]) => local?.split(':')[0] ?? ''),
  )
}
