import { describe, expect, it } from 'vitest'
import { createTestHttp } from '../../../tests/fakes/test-http.ts'

const tagged = (etag: string, body: string) => ({ headers: { etag, 'content-type': 'application/json' }, body })
const unchanged = (headers: Record<string, string> = {}) => ({ status: 304, headers })

describe('a question that was asked before', () => {
  it('sends the tag and gives the body of then with the headers of now', async () => {
    const { ask, server } = await createTestHttp()
    server.expect('GET', /./, { ...tagged('"a"', '[1]'), status: 200 })
    server.expect('GET', /./, unchanged({ etag: 'W/"a"', 'x-left': '7' }))
    await ask('/list', { conditional: true })
    const again = await ask('/list', { conditional: true })
    expect(server.log.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"a"'])
    expect(
      again.ok && [again.value.status, again.value.text(), again.value.fromCache, again.value.header('x-left')],
    ).toEqual([200, '[1]', true, '7'])
  })

  it('shares nothing with another account, address, credential or format, and nothing where nobody asked for it', async () => {
    const { ask, server } = await createTestHttp()
    server.route('GET', /./, () => tagged('"a"', '[1]'))
    const conditional = true
    await ask('/list', { conditional, headers: { authorization: 'Bearer one' } })
    await ask('/list', { conditional, headers: { authorization: 'Bearer two' } })
    await ask('/list?page=2', { conditional, headers: { authorization: 'Bearer one' } })
    await ask('/list', { conditional, headers: { authorization: 'Bearer one', accept: 'text/csv' } })
    await ask('/list', { headers: { authorization: 'Bearer one' } })
    expect(server.log.filter(({ headers }) => 'if-none-match' in headers)).toEqual([])
  })

  it('fails where the answer says "as before" and there is no before, and asks without a tag the next time', async () => {
    const { ask, server } = await createTestHttp()
    server.expect('GET', /./, unchanged())
    server.expect('GET', /./, tagged('"a"', '[1]'))
    server.expect('GET', /./, unchanged({ etag: '"of something else"' }))
    server.expect('GET', /./, tagged('"b"', '[2]'))
    const asked = [1, 2, 3, 4].map(() => () => ask('/list', { conditional: true }))
    const told = []
    for (const one of asked) {
      const answered = await one()
      told.push(answered.ok ? answered.value.text() : answered.error.kind)
    }
    expect(told).toEqual(['bad-payload', '[1]', 'bad-payload', '[2]'])
    expect(server.log.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, undefined, '"a"', undefined])
  })

  it('is not remembered where the server forbids it, where it failed, or once there is no room', async () => {
    const { ask, server } = await createTestHttp({ http: { cacheBytes: 10 } })
    server.route('GET', /secret/, () => ({
      ...tagged('"s"', '[1]'),
      headers: { etag: '"s"', 'cache-control': 'no-store' },
    }))
    server.route('GET', /broken/, () => ({ ...tagged('"s"', '[1]'), status: 500 }))
    server.route('GET', /large/, () => tagged('"s"', '[1,2,3,4,5,6]'))
    server.route('GET', /first|second|third/, () => tagged('"s"', '[1,2]'))
    for (const path of ['/secret', '/broken', '/large']) {
      await ask(path, { conditional: true })
      await ask(path, { conditional: true })
    }
    expect(server.log.filter(({ headers }) => 'if-none-match' in headers)).toEqual([])
    for (const path of ['/first', '/second', '/first', '/third', '/first', '/second'])
      await ask(path, { conditional: true })
    const kept = server.log.slice(6).map(({ headers }) => 'if-none-match' in headers)
    expect(kept).toEqual([false, false, true, false, true, false])
  })

  it('with a condition of its own gets the 304 as it is', async () => {
    const { ask, server } = await createTestHttp()
    server.expect('GET', /./, unchanged())
    const headers = { 'If-Modified-Since': 'Fri, 20 Nov 2026 08:00:00 GMT' }
    expect(await ask('/notifications', { headers, conditional: true })).toMatchObject({ value: { status: 304 } })
  })
})
