import { describe, expect, it } from 'vitest'
import { createTestHttp } from '../../../tests/fakes/test-http.ts'
import { originOf } from './allowed-origin.ts'

describe('the address of an account', () => {
  it.each([
    ['https://api.track.toggl.com/api/v9?x=1#y', 'https://api.track.toggl.com'],
    ['HTTPS://Kimai.Example:8443/sub/', 'https://kimai.example:8443'],
    ['http://localhost:8080/', 'http://localhost:8080'],
    ['http://127.0.0.1/', 'http://127.0.0.1'],
    ['http://127.9.8.7:1/', 'http://127.9.8.7:1'],
    ['http://[::1]:9/', 'http://[::1]:9'],
    // Other ways to write 127.0.0.1; what matters is where it leads.
    ['http://0x7f.1/', 'http://127.0.0.1'],
  ])('may be %s', (address, origin) => {
    expect(originOf(address)).toEqual({ ok: true, value: origin })
  })

  it.each([
    'http://toggl.com/',
    'http://192.168.1.5/',
    'http://localhost.evil.example/',
    'http://127.0.0.1.evil.example/',
    'http://127.0.0.1@evil.example/',
    'https://user:hunter22@toggl.com/',
    'ftp://127.0.0.1/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'api.toggl.com',
    '',
  ])('may not be %j', (address) => {
    const refused = originOf(address)
    expect(refused.ok).toBe(false)
    expect(JSON.stringify(refused)).not.toContain('hunter22')
  })

  it('is the only one asked: nothing is sent to another origin, another port or for another account', async () => {
    const { ask, server } = await createTestHttp()
    const other = await createTestHttp()
    for (const url of [
      other.server.origin,
      server.origin.replace('127.0.0.1', 'localhost'),
      'https://example.com',
      '/',
    ]) {
      const answered = await ask('', { url, headers: { authorization: 'Bearer hush' } })
      expect(answered).toMatchObject({ error: { kind: 'foreign-origin', phase: 'before-send' } })
    }
    expect(await ask('/', { accountId: 'nobody' })).toMatchObject({ error: { kind: 'foreign-origin' } })
    expect([server.connections(), other.server.connections()]).toEqual([0, 0])
  })
})
