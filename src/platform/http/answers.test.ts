import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { createTestHttp } from '../../../tests/fakes/test-http.ts'

describe('an answer', () => {
  it('comes with what was asked: once, with the version as user agent, over one connection', async () => {
    const { ask, server } = await createTestHttp()
    server.route('POST', /./, () => ({ status: 201, body: { id: 7 } }))
    const sent = { method: 'POST' as const, body: '{"å":1}', headers: { 'Content-Type': 'application/json' } }
    const answered = await ask('/entries?a=b', sent)
    expect(answered.ok && answered.value.json()).toEqual({ ok: true, value: { id: 7 } })
    await ask('/entries', { ...sent, headers: { 'User-Agent': 'Stint (a@b.se)' } })
    expect(server.log.map(({ body, headers }) => [body, headers['content-type'], headers['user-agent']])).toEqual([
      ['{"å":1}', 'application/json', 'Stint/1.2.3'],
      ['{"å":1}', undefined, 'Stint (a@b.se)'],
    ])
    expect(server.connections()).toBe(1)
  })

  it('is one with any status but a redirect, whatever its type', async () => {
    const { ask, server } = await createTestHttp()
    server.expect('GET', /./, { fault: { kind: 'html-203' } })
    for (const status of [204, 400, 401, 404, 500, 429]) server.expect('GET', /./, { status })
    const page = await ask('/')
    expect(page.ok && [page.value.status, page.value.json()]).toEqual([203, { ok: false, error: 'html' }])
    for (const status of [204, 400, 401, 404, 500, 429]) {
      const answered = await ask('/')
      expect(answered.ok && [answered.value.status, answered.value.json()]).toEqual([
        status,
        { ok: false, error: 'empty' },
      ])
    }
  })

  it.each([300, 301, 302, 303, 307, 308])('is a failure when it is a %s, and nobody goes there', async (status) => {
    const { ask, server } = await createTestHttp()
    const other = await createTestHttp()
    server.expect('GET', /./, { status, headers: { location: `${other.server.origin}/login?token=hush-hush` } })
    const answered = await ask('/me', { headers: { authorization: 'Bearer hush-hush' } })
    expect(answered).toMatchObject({ error: { kind: 'redirected', status, toOrigin: other.server.origin } })
    expect(JSON.stringify(answered)).not.toContain('hush')
    expect([server.log.length, other.server.log.length]).toEqual([1, 0])
  })

  it('keeps headers sent twice apart, and gives none of two that contradict each other', async () => {
    const { ask, server, scheduler } = await createTestHttp()
    const twice = (values: string[]) => ({ fault: { kind: 'duplicate-header' as const, name: 'retry-after', values } })
    server.expect('GET', /./, twice(['5', '900']))
    server.expect('GET', /./, twice(['5', '5']))
    const one = await ask('/')
    expect(one.ok && [one.value.headers.get('retry-after'), one.value.header('Retry-After')]).toEqual([
      ['5', '900'],
      null,
    ])
    // Meanwhile the longer of the two holds.
    scheduler.pass(899_999)
    expect(await ask('/')).toMatchObject({ error: { kind: 'over-budget' } })
    scheduler.pass(1)
    const two = await ask('/')
    expect(two.ok && two.value.header('Retry-After')).toBe('5')
  })

  it('tells when the next one may go, and nothing where it may go at once', async () => {
    const { ask, server, clock } = await createTestHttp()
    server.expect('GET', /./, { status: 429, headers: { 'retry-after': '90' } })
    server.expect('GET', /./, {})
    const refused = await ask('/')
    expect(refused.ok && refused.value.retryAtMs).toBe(clock.nowMs() + 90_000)
    clock.advance(90_000)
    expect(await ask('/')).toMatchObject({ value: { retryAtMs: null } })
  })

  it.each([
    ['whole', '{"id":9007199254740993,"n":1.5}', { ok: true, value: { id: '9007199254740993', n: 1.5 } }],
    ['with a byte order mark', '\uFEFF[1]', { ok: true, value: [1] }],
    ['cut short', '{"id":', { ok: false, error: 'damaged' }],
    ['with rubbish behind', '{"id":1}x', { ok: false, error: 'damaged' }],
    ['null', 'null', { ok: true, value: null }],
  ])('reads JSON that is %s', async (_name, body, expected) => {
    const { ask, server } = await createTestHttp()
    server.expect('GET', /./, { body, headers: { 'content-type': 'application/json' } })
    const answered = await ask('/')
    expect(answered.ok && answered.value.json()).toEqual(expected)
  })
})

describe('the size of an answer', () => {
  const large = 'x'.repeat(100_001)
  it.each([
    ['says so in its length', { body: large }],
    ['unpacks to too much', { fault: { kind: 'gzip-bomb' as const, bytes: 50_000_000 } }],
    ['comes without a length', { body: large, headers: { 'transfer-encoding': 'chunked' } }],
    ['drips for ever', { fault: { kind: 'drip' as const } }],
  ])('ends the request when it is too large: %s', async (name, reply) => {
    const { ask, server } = await createTestHttp()
    server.expect('GET', /./, reply)
    const maxBytes = name === 'drips for ever' ? 20 : 100_000
    expect(await ask('/', { maxBytes })).toMatchObject({
      error: { kind: 'too-large', phase: 'after-send', status: 200 },
    })
  })

  it('may be exactly as large as was allowed', async () => {
    const { ask, server } = await createTestHttp()
    const body = gzipSync('y'.repeat(100_000))
    server.expect('GET', /./, { body, headers: { 'content-encoding': 'gzip' } })
    const answered = await ask('/')
    expect(answered.ok && answered.value.body.length).toBe(100_000)
  })

  it.each([
    ['is packed in an unknown way', { body: 'x', headers: { 'content-encoding': 'zstd' } }],
    ['is no gzip at all', { body: 'x', headers: { 'content-encoding': 'gzip' } }],
    ['is half a gzip', { body: gzipSync('z'.repeat(999)).subarray(0, 15), headers: { 'content-encoding': 'gzip' } }],
  ])('does not matter when it %s: that is a bad payload', async (_name, reply) => {
    const { ask, server } = await createTestHttp()
    server.expect('GET', /./, reply)
    expect(await ask('/')).toMatchObject({ error: { kind: 'bad-payload', phase: 'after-send', status: 200 } })
  })
})
