import { describe, expect, it } from 'vitest'
import { guard, hostsOf } from './guard.ts'

const rules = { hosts: hostsOf(8080), isToken: (token: string) => token === 'good', isSession: () => false }

function ask(target: string, headers: Record<string, string> = {}, method = 'GET') {
  const all = { host: 'localhost:8080', ...headers }
  return guard({ method, target, headers: all, rawHeaders: Object.entries(all).flat() }, rules)
}

describe('the guard', () => {
  it('sends each path to its own area, and what is written oddly to the page, where it finds nothing', () => {
    const areas = [
      '/',
      '/rpc',
      '/rpcx',
      '/rpc/a',
      '/RPC/a',
      '/%72pc/a',
      '/ws',
      '/ws/',
      '/ws?x',
      '//ws',
      '/auth/x',
      '/api',
    ]
    expect(areas.map((target) => [target, ask(target).area])).toEqual([
      ['/', 'page'],
      ['/rpc', 'rpc'],
      ['/rpcx', 'page'],
      ['/rpc/a', 'rpc'],
      ['/RPC/a', 'page'],
      ['/%72pc/a', 'page'],
      ['/ws', 'socket'],
      ['/ws/', 'page'],
      ['/ws?x', 'socket'],
      ['//ws', 'page'],
      ['/auth/x', 'auth'],
      ['/api', 'api'],
    ])
  })

  it('takes a token only as the bearer, never from the address', () => {
    expect(ask('/rpc/x', { authorization: 'Bearer good', 'content-type': 'application/json' }, 'POST').ok).toBe(true)
    for (const authorization of ['good', 'bearer good', 'Bearer  good', 'Bearer good good', 'Bearer good,x']) {
      expect(ask('/auth/session', { authorization }), authorization).toMatchObject({ status: 401 })
    }
    expect(ask('/auth/session?token=good&access_token=good')).toMatchObject({ status: 401 })
  })

  it('does not fall back to the cookie when a token is wrong', () => {
    const lenient = { ...rules, isSession: () => true }
    const headers = { host: 'localhost:8080', authorization: 'Bearer bad', cookie: 'x=y' }
    expect(guard({ method: 'GET', target: '/auth/session', headers, rawHeaders: [] }, lenient).ok).toBe(false)
  })

  it('knows that browsers leave the port out where the scheme implies it', () => {
    expect(hostsOf(80).has('localhost')).toBe(true)
    expect(hostsOf(8080).has('localhost')).toBe(false)
  })
})
