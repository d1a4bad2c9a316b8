import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { hostFilePath, readHostFile, writeHostFile } from '../../src/platform/transport/host-file.ts'
import { connectHttp } from '../../src/platform/transport/http-client.ts'
import { probeHost } from '../../src/platform/transport/probe-host.ts'
import { newProfileDir, servingHost, spawnHost } from '../security/support/spawn-host.ts'
import { codeOf, cookieOf, exchange } from '../security/support/started-host.ts'

function session(port: number, cookie: string): Promise<Response> {
  return fetch(`http://127.0.0.1:${port}/auth/session`, { headers: { cookie } })
}

describe('a host that is killed', () => {
  it('finds the running timer from its true start, and the browser still signed in', async () => {
    const dir = newProfileDir()
    const first = await servingHost(dir)
    const cookie = cookieOf(await exchange(first.port, codeOf(first.url)))
    const { client, close } = connectHttp({ url: `http://127.0.0.1:${first.port}`, token: first.token })
    const { entry } = await client.timer.start({ commandKey: 'start-before-kill', note: 'Still here' })
    expect(await first.end('SIGKILL')).toBeNull()
    close()

    const second = await servingHost(dir)
    expect((await session(second.port, cookie)).status).toBe(204)
    const after = connectHttp({ url: `http://127.0.0.1:${second.port}`, token: second.token })
    expect((await after.client.timer.status({})).running).toEqual(entry)
    after.close()
  })

  it('leaves a host file that nobody trusts', async () => {
    const dir = newProfileDir()
    const host = await servingHost(dir)
    expect(await probeHost(dir)).toMatchObject({ state: 'alive' })
    await host.end('SIGKILL')
    expect(await probeHost(dir)).toMatchObject({ state: 'stale', reason: 'dead' })
    const next = await servingHost(dir)
    expect(await probeHost(dir)).toMatchObject({ state: 'alive', file: { pid: next.pid } })
  })
})

describe('a host file that lies', () => {
  it('does not get the token of a host whose process number somebody else has now', async () => {
    const dir = newProfileDir()
    const host = await servingHost(dir)
    await host.end('SIGKILL')
    const file = readHostFile(dir)
    if (!file) throw new Error('no host file')
    writeHostFile(dir, { ...file, pid: process.pid })
    expect(await probeHost(dir)).toMatchObject({ state: 'stale', reason: 'unreachable' })

    const asked: string[] = []
    const impostor = createServer((request, response) => {
      asked.push(`${request.url} ${request.headers.authorization ?? 'no token'}`)
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ proof: 'A'.repeat(43) }))
    })
    await new Promise<void>((resolve) => impostor.listen(0, '127.0.0.1', resolve))
    const { port } = impostor.address() as AddressInfo
    writeHostFile(dir, { ...file, pid: process.pid, port, url: `http://127.0.0.1:${port}` })
    expect(await probeHost(dir)).toMatchObject({ state: 'stale', reason: 'impostor' })
    expect(asked).toEqual(['/auth/prove no token'])
    impostor.close()
  })
})

describe('a second host on one profile', () => {
  it('is told where the first one is, and disturbs nothing', async () => {
    const dir = newProfileDir()
    const first = await servingHost(dir)
    const before = readFileSync(hostFilePath(dir), 'utf8')
    expect(await spawnHost(dir)).toMatchObject({
      error: { code: 'in-use', owner: { pid: first.pid, url: `http://127.0.0.1:${first.port}` } },
    })
    expect(readFileSync(hostFilePath(dir), 'utf8')).toBe(before)
    expect(await probeHost(dir)).toMatchObject({ state: 'alive' })
  })
})

describe('a host that is stopped', () => {
  it('ends with 0, everything written, a backup of what has changed, and no trace of its token', async () => {
    const dir = newProfileDir()
    const host = await servingHost(dir)
    const { client, close } = connectHttp({ url: `http://127.0.0.1:${host.port}`, token: host.token })
    await client.timer.start({ commandKey: 'start-before-stop', note: 'Kept' })
    const startedAt = performance.now()
    expect(await host.end('SIGTERM')).toBe(0)
    expect(performance.now() - startedAt).toBeLessThan(3000)
    close()
    expect(host.errors()).toBe('')
    expect(readdirSync(dir)).not.toContain('host.json')
    expect(readdirSync(dir).filter((name) => name.endsWith('.tmp'))).toEqual([])
    expect(readdirSync(path.join(dir, 'backups')).filter((name) => name.endsWith('-quit.db'))).toHaveLength(1)
    expect(readFileSync(path.join(dir, 'logs/stint.log'), 'utf8')).not.toContain(host.token)

    const again = await servingHost(dir)
    await again.end('SIGTERM')
    expect(readdirSync(path.join(dir, 'backups')).filter((name) => name.endsWith('-quit.db'))).toHaveLength(1)
  })
})
