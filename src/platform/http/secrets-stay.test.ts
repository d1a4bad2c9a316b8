import { describe, expect, it } from 'vitest'
import { createTestHttp } from '../../../tests/fakes/test-http.ts'
import { createScrub, quoteOf, secretsIn } from './scrub.ts'

const SECRET = 'canary+åäö/7f3a"9'
const forms = (secret: string) => [
  secret,
  encodeURIComponent(secret),
  encodeURIComponent(secret).toLowerCase(),
  Buffer.from(secret).toString('base64'),
  Buffer.from(secret).toString('base64url'),
  JSON.stringify(secret).slice(1, -1),
]

describe('a secret', () => {
  it('is in no failure and no log line, wherever it was sent and whatever the server does', async () => {
    const { ask, server, log } = await createTestHttp({ secrets: [SECRET] })
    const basic = Buffer.from(`${SECRET}:api_token`).toString('base64')
    server.route('POST', /./, ({ path }) => ({
      status: 400,
      headers: { 'x-echo': basic },
      body: `${path} ${basic} ${SECRET}`,
    }))
    server.route('POST', /\/reset/, () => ({ fault: { kind: 'reset-before-headers' } }))
    server.route('POST', /\/away/, () => ({ status: 302, headers: { location: `/login?token=${SECRET}` } }))
    const told: unknown[] = []
    for (const path of ['/echo', '/reset', '/away']) {
      for (const form of forms(SECRET)) {
        const url = `${server.origin}${path}/${encodeURIComponent(form)}?token=${encodeURIComponent(SECRET)}`
        const headers = { authorization: `Basic ${basic}`, cookie: `sid=${SECRET.slice(0, 6)}` }
        const answered = await ask('', { url, method: 'POST', headers, body: SECRET })
        told.push(answered.ok ? answered.value.quote(answered.value.text()) : answered.error)
      }
    }
    expect(told.length).toBe(3 * forms(SECRET).length)
    const everything = JSON.stringify([told, log.lines])
    for (const form of [...forms(SECRET), basic, 'canary']) expect(everything).not.toContain(form)
    expect(log.lines.length).toBe(told.length)
  })

  it('that is a token in a header needs nobody to name it', () => {
    const headers = { 'X-Api-Key': 'canary-one-long', Cookie: 'a=canary-two-long; b=1', Accept: 'application/json' }
    const scrub = createScrub(secretsIn(headers))
    expect(scrub('canary-one-long canary-two-long application/json')).toBe('[redacted] [redacted] application/json')
  })

  it('of a Basic header is found in its parts', () => {
    const authorization = `Basic ${Buffer.from('ann@example.com:hunter22').toString('base64')}`
    expect(createScrub(secretsIn({ authorization }))('wrong password hunter22')).toBe('wrong password [redacted]')
  })
})

describe('a quote of a server', () => {
  it('is one line without markup and control characters, at most 300 characters long', () => {
    const scrub = createScrub([])
    expect(quoteOf('<h1>Not\u0000 allowed</h1>\n\u202eevil', scrub)).toBe('Not allowed evil')
    expect([...quoteOf('🙂'.repeat(500), scrub)].length).toBe(300)
  })

  it('is scrubbed before it is cut', () => {
    const quote = quoteOf(`${'x'.repeat(295)}canary-secret`, createScrub(['canary-secret']))
    expect(quote).not.toContain('can')
  })
})
