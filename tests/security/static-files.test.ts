import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { httpText, rawRequest } from './support/raw-request.ts'
import { startHost } from './support/started-host.ts'
import { stubHost } from './support/stub-host.ts'

async function get(port: number, target: string) {
  return rawRequest(port, httpText('GET', target, [`Host: 127.0.0.1:${port}`]))
}

describe('static files', () => {
  it('never leave their folder, however the path is written', async () => {
    const stub = stubHost()
    symlinkSync(path.join(stub.staticDir, '../secret.txt'), path.join(stub.staticDir, 'link.txt'))
    const { port } = await startHost(stub)
    const targets = [
      '/../secret.txt',
      '/assets/../../secret.txt',
      '/%2e%2e/secret.txt',
      '/%2e%2e%2fsecret.txt',
      '/..%2fsecret.txt',
      '/..%5csecret.txt',
      '/..\\secret.txt',
      '/assets/..\\..\\secret.txt',
      '/%252e%252e/secret.txt',
      '/secret.txt%00.js',
      '/\0/secret.txt',
      '//secret.txt',
      '/./secret.txt',
      '/%c0%ae%c0%ae/secret.txt',
      '/..;/secret.txt',
      '/link.txt',
      `${path.resolve(stub.staticDir, '../secret.txt')}`,
      '/%2e%2e/profile/host.json',
      '/../profile/host',
    ]
    for (const target of targets) {
      const { status, body } = await get(port, target)
      expect([400, 404], target).toContain(status)
      expect(body, target).not.toMatch(/outside|token/)
    }
  })

  it('give the page for its own routes and nothing for files that are not there', async () => {
    const { port } = await startHost()
    for (const target of ['/', '/today/2026-11-20', '/projects?tab=all', '/settings/']) {
      const { status, headers, body } = await get(port, target)
      expect([status, headers.get('content-type'), headers.get('cache-control')], target).toEqual([
        200,
        'text/html; charset=utf-8',
        'no-store',
      ])
      expect(body).toContain('<title>Stint</title>')
    }
    expect((await get(port, '/assets/gone-12345678.js')).status).toBe(404)
    expect((await get(port, '/favicon.ico')).status).toBe(404)
  })

  it('may be kept by the browser for good only when their name holds their hash', async () => {
    const stub = stubHost()
    writeFileSync(path.join(stub.staticDir, 'logo.svg'), '<svg/>')
    const { port } = await startHost(stub)
    const hashed = await get(port, '/assets/index-Ab3_-x9Z.js')
    expect(hashed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(hashed.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    const plain = await get(port, '/logo.svg')
    expect([plain.headers.get('cache-control'), plain.headers.get('content-type')]).toEqual([
      'no-cache',
      'image/svg+xml',
    ])
  })

  it('are found again after a new build, and missed politely without one', async () => {
    const stub = stubHost()
    const { port } = await startHost({ ...stub, staticDir: path.join(stub.staticDir, 'new') })
    const before = await get(port, '/')
    expect(before.status).toBe(503)
    expect(before.body).toContain('npm run build')
    mkdirSync(path.join(stub.staticDir, 'new'))
    writeFileSync(path.join(stub.staticDir, 'new/index.html'), 'built')
    expect((await get(port, '/')).body).toBe('built')
  })
})
