import { createServer, type Socket } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Fault } from '../../../tests/conformance/fake-server/faults.ts'
import { selfSigned } from '../../../tests/conformance/fake-server/self-signed.ts'
import { startFakeServer } from '../../../tests/conformance/fake-server/start-fake-server.ts'
import { createTestHttp } from '../../../tests/fakes/test-http.ts'

const write = { method: 'POST' as const, body: '{"note":"x"}' }
const json = { body: { id: 1, note: 'a whole answer of some length' } }

/** A port that was free a moment ago. */
async function closedOrigin(): Promise<string> {
  const server = await startFakeServer()
  await server.close()
  return server.origin
}

/** Takes connections and hears the first word of TLS, to which `answer` does something that is no TLS. */
async function handshakes(answer: (socket: Socket) => void) {
  const server = createServer((socket) => socket.on('error', () => undefined))
  const begun = new Promise<void>((resolve) => {
    server.on('connection', (socket) => {
      socket.once('data', () => {
        answer(socket)
        resolve()
      })
      onTestFinished(() => void socket.destroy())
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return { origin: `https://127.0.0.1:${address.port}`, begun }
}

describe('a request of which the server cannot have seen anything', () => {
  it('is told as before-send when nobody listens', async () => {
    const origin = await closedOrigin()
    const { ask } = await createTestHttp({ origins: [origin] })
    expect(await ask('/', { ...write, url: `${origin}/` })).toMatchObject({
      error: { kind: 'before-send', phase: 'before-send', cause: expect.stringContaining('ECONNREFUSED') },
    })
  })

  it('is told as before-send when the name does not exist', async () => {
    const { ask } = await createTestHttp({ origins: ['https://nowhere.invalid'] })
    expect(await ask('/', { ...write, url: 'https://nowhere.invalid/' })).toMatchObject({
      error: { kind: 'before-send', cause: expect.stringMatching(/ENOTFOUND|EAI_AGAIN/) },
    })
  })

  it('is told as before-send when nobody vouches for the certificate, and the server never gets the token', async () => {
    const { ask, server } = await createTestHttp({ server: { tls: selfSigned() } })
    const answered = await ask('/', { ...write, headers: { authorization: 'Bearer hush-hush' } })
    expect(answered).toMatchObject({ error: { kind: 'before-send', cause: expect.stringContaining('SELF_SIGNED') } })
    expect(server.connections()).toBe(1)
    expect(server.begun()).toBe(0)
  })

  it('is told as before-send when the certificate is for another address', async () => {
    const tls = selfSigned([127, 0, 0, 9])
    const { ask, server } = await createTestHttp({ server: { tls }, http: { extraCertificates: [tls.cert] } })
    expect(await ask('/', write)).toMatchObject({
      error: { kind: 'before-send', cause: expect.stringContaining('ERR_TLS_CERT_ALTNAME_INVALID') },
    })
    expect(server.begun()).toBe(0)
  })

  it('is told as before-send when the handshake is cut off: fetch calls that by the same name as a lost answer', async () => {
    const { origin } = await handshakes((socket) => socket.resetAndDestroy())
    const { ask } = await createTestHttp({ origins: [origin] })
    expect(await ask('/', { ...write, url: `${origin}/` })).toMatchObject({
      error: { kind: 'before-send', cause: expect.stringContaining('ECONNRESET') },
    })
  })

  it('is told as before-send when the time is up during the handshake', async () => {
    const { origin, begun } = await handshakes(() => undefined)
    const { ask, scheduler } = await createTestHttp({ origins: [origin] })
    const asked = ask('/', { ...write, url: `${origin}/` })
    await begun
    scheduler.pass(30_000)
    expect(await asked).toMatchObject({ error: { kind: 'timeout', phase: 'before-send' } })
  })

  it('is told as before-send when a header cannot be written, without telling the header', async () => {
    const { ask, server } = await createTestHttp()
    const answered = await ask('/', { headers: { authorization: 'Bearer hush\r\nx: y' } })
    expect(answered).toMatchObject({ error: { kind: 'before-send', cause: expect.stringContaining('token') } })
    expect(JSON.stringify(answered)).not.toContain('hush')
    expect(server.connections()).toBe(0)
  })
})

describe('a request that the server may have acted on', () => {
  const faults: readonly (readonly [string, Fault])[] = [
    ['a reset before the headers', { kind: 'reset-before-headers' }],
    ['a reset in the middle of the body', { kind: 'reset-mid-body', bytes: 7 }],
    ['an end in the middle of a chunk', { kind: 'fin-mid-chunk' }],
  ]
  it.each(faults)('is told as after-send after %s, was sent once, and is not repeated', async (_name, fault) => {
    const { ask, server } = await createTestHttp()
    server.route('POST', /./, () => ({ ...json, fault }))
    expect(await ask('/entries', write)).toMatchObject({ error: { kind: 'after-send', phase: 'after-send' } })
    expect(server.log.length).toBe(1)
  })

  it('keeps the status where at least that arrived', async () => {
    const { ask, server } = await createTestHttp()
    server.expect('POST', /./, { status: 201, ...json, fault: { kind: 'reset-mid-body', bytes: 7 } })
    expect(await ask('/entries', write)).toMatchObject({ error: { kind: 'after-send', status: 201 } })
  })

  it('is told as after-send when a kept connection turns out to be dead, for nobody can tell how far it came', async () => {
    const { ask, server } = await createTestHttp()
    server.expect('GET', /./, json)
    server.expect('POST', /./, { fault: { kind: 'reset-before-headers' } })
    expect(await ask('/me')).toMatchObject({ ok: true })
    expect(await ask('/entries', write)).toMatchObject({ error: { kind: 'after-send' } })
    expect(server.connections()).toBe(1)
  })

  it.each([
    ['hang', { kind: 'hang' }],
    ['stop in the middle of the body', { kind: 'slow-body', bytes: 3 }],
    ['drip one byte at a time', { kind: 'drip' }],
  ] as const)('is told as after-send when the time is up while it %ss', async (_name, fault) => {
    const { ask, server, scheduler } = await createTestHttp()
    server.route('POST', /./, () => ({ ...json, fault }))
    const asked = ask('/entries', write)
    await server.arrived(1)
    scheduler.pass(30_000)
    expect(await asked).toMatchObject({ error: { kind: 'timeout', phase: 'after-send' } })
    expect(scheduler.waiting).toBe(0)
  })

  it('is told as after-send when the caller gives up', async () => {
    const { ask, server } = await createTestHttp()
    server.route('POST', /./, () => ({ fault: { kind: 'hang' } }))
    const stop = new AbortController()
    const asked = ask('/entries', { ...write, cancel: stop.signal })
    await server.arrived(1)
    stop.abort()
    expect(await asked).toMatchObject({ error: { kind: 'aborted', phase: 'after-send' } })
    expect(await ask('/entries', { ...write, cancel: stop.signal })).toMatchObject({ error: { phase: 'before-send' } })
  })

  it('is an answer and no failure over TLS with a certificate that is trusted', async () => {
    const tls = selfSigned()
    const { ask, server } = await createTestHttp({ server: { tls }, http: { extraCertificates: [tls.cert] } })
    server.expect('POST', /./, json)
    server.expect('POST', /./, { fault: { kind: 'reset-before-headers' } })
    expect(await ask('/entries', write)).toMatchObject({ ok: true })
    expect(await ask('/entries', write)).toMatchObject({ error: { kind: 'after-send' } })
  })
})
