import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { connectHttp } from '../../src/platform/transport/http-client.ts'
import { MAX_IN_FLIGHT } from '../../src/platform/transport/peer-session.ts'
import { connectWebSocket } from '../../src/platform/transport/websocket-client.ts'
import { MAX_MESSAGE_BYTES } from '../../src/server/local/rpc-over-http.ts'
import { MAX_SOCKETS } from '../../src/server/local/rpc-over-websocket.ts'
import { httpText, rawRequest } from './support/raw-request.ts'
import { type StartedHost, startHost } from './support/started-host.ts'

const HUGE = 50_000_000

function openSocket({ port, server }: StartedHost): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/ws`, { headers: { authorization: `Bearer ${server.token}` } })
    socket.on('open', () => resolve(socket))
    socket.on('error', reject)
  })
}

function closeCode(socket: WebSocket): Promise<number> {
  return new Promise((resolve) => {
    socket.removeAllListeners('error')
    socket.on('error', () => undefined)
    socket.on('close', (code) => resolve(code))
  })
}

function expectAnswering({ port, server }: StartedHost): Promise<void> {
  const { client, close } = connectHttp({ url: `http://127.0.0.1:${port}`, token: server.token })
  return expect(client.host.info({})).resolves.toMatchObject({ kind: 'test' }).finally(close)
}

describe('a message that is too large', () => {
  it('is refused by its length before it is read', async () => {
    const host = await startHost()
    const headers = [
      `Host: 127.0.0.1:${host.port}`,
      `Authorization: Bearer ${host.server.token}`,
      'Content-Type: application/json',
      `Content-Length: ${HUGE}`,
    ]
    const answer = await rawRequest(host.port, httpText('POST', '/rpc/host/info', headers))
    expect(answer.status).toBe(413)
    expect(JSON.parse(answer.body)).toMatchObject({
      json: { code: 'too-large', data: { limitBytes: MAX_MESSAGE_BYTES } },
    })
    await expectAnswering(host)
  })

  it('is refused while it arrives when it does not tell its length', async () => {
    const host = await startHost()
    const before = process.memoryUsage().rss
    const socket = connect(host.port, '127.0.0.1')
    const closed = new Promise((resolve) => socket.on('close', resolve))
    socket.on('error', () => undefined)
    socket.resume()
    socket.write(
      httpText('POST', '/rpc/host/info', [
        `Host: 127.0.0.1:${host.port}`,
        `Authorization: Bearer ${host.server.token}`,
        'Content-Type: application/json',
        'Transfer-Encoding: chunked',
      ]),
    )
    const piece = 'x'.repeat(100_000)
    let sent = 0
    for (; sent < HUGE && socket.writable; sent += piece.length) {
      if (!socket.write(`${piece.length.toString(16)}\r\n${piece}\r\n`)) {
        await Promise.race([new Promise((resolve) => socket.once('drain', resolve)), closed])
      }
    }
    await closed
    expect(sent).toBeLessThan(HUGE / 2)
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000)
    await expectAnswering(host)
  })

  it('ends a WebSocket with 1009', async () => {
    const host = await startHost()
    const socket = await openSocket(host)
    const code = closeCode(socket)
    socket.send('x'.repeat(HUGE))
    expect(await code).toBe(1009)
    await expectAnswering(host)
  })
})

describe('a WebSocket that does not speak the protocol', () => {
  const call = '{"i":"1","p":{"u":"/host/info","b":{"json":{}}}}'
  const garbage: [string, string | Buffer][] = [
    ['nothing', ''],
    ['no JSON', 'hello'],
    ['half a message', call.slice(0, -5)],
    ['a list', '[]'],
    ['null', 'null'],
    ['a message without a call', '{"i":"1"}'],
    ['a call without a procedure', '{"i":"1","p":{}}'],
    ['a number for an id', call.replace('"1"', '1')],
    ['an id without end', call.replace('"1"', `"${'1'.repeat(1000)}"`)],
    ['an unknown type', '{"i":"1","t":9,"p":null}'],
    ['a stream from the client', '{"i":"1","t":3,"p":{"e":"message","d":1}}'],
    ['an address elsewhere', call.replace('/host/info', 'https://evil.example/host/info')],
    ['headers of its own', call.replace('"u"', '"h":{"content-type":"text/event-stream"},"u"')],
    ['another method', call.replace('"u"', '"m":"GET","u"')],
    ['more keys', call.replace('"i"', '"x":1,"i"')],
    ['bytes', Buffer.from(call)],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00])],
    ['brackets without end', `{"i":"1","p":${'['.repeat(200_000)}`],
  ]

  it('is closed with 1008, whatever it says', async () => {
    const host = await startHost()
    for (const [name, frame] of garbage) {
      const socket = await openSocket(host)
      const code = closeCode(socket)
      socket.send(frame)
      expect(await code, name).toBe(1008)
    }
    await expectAnswering(host)
    expect(host.stub.logged.filter(({ level }) => level === 'error')).toEqual([])
  })

  it('may break off in the middle of a frame', async () => {
    const host = await startHost()
    const socket = await openSocket(host)
    const code = closeCode(socket)
    // The raw connection under it: the first half of a masked text frame, then silence.
    ;(socket as unknown as { _socket: { end(data: Buffer): void } })._socket.end(
      Buffer.from([0x81, 0xfe, 0x40, 0x00, 1]),
    )
    expect(await code).toBe(1006)
    await expectAnswering(host)
  })
})

describe('a client that asks for too much', () => {
  it('has a bounded number of calls and streams on one connection, and is told so', async () => {
    const host = await startHost()
    const connection = await connectWebSocket({ url: `http://127.0.0.1:${host.port}`, token: host.server.token })
    const streams = Array.from({ length: 10_000 }, () => connection.client.exports.stream({ format: 'csv' }))
    const answers = await Promise.allSettled(streams)
    const refused = answers.filter(({ status }) => status === 'rejected')
    expect(answers.length - refused.length).toBe(MAX_IN_FLIGHT)
    expect(refused[0]).toMatchObject({ reason: { code: 'busy' } })
    expect(host.stub.openStreams).toBe(MAX_IN_FLIGHT)
    await expectAnswering(host)
    connection.close()
    await expect.poll(() => host.stub.openStreams).toBe(0)
  })

  it('gets a bounded number of connections', async () => {
    const host = await startHost()
    const sockets = await Promise.all(Array.from({ length: MAX_SOCKETS }, () => openSocket(host)))
    await expect(openSocket(host)).rejects.toThrow('503')
    const gone = closeCode(sockets[0] as WebSocket)
    sockets[0]?.close()
    await gone
    await expect
      .poll(() =>
        openSocket(host).then(
          () => 'open',
          () => 'refused',
        ),
      )
      .toBe('open')
  })

  it('cannot fill memory by not reading: the stream waits for it', async () => {
    const host = await startHost()
    const socket = await openSocket(host)
    socket.pause()
    let produced = 0
    host.stub.onChunk = () => {
      produced += 1
    }
    socket.send('{"i":"1","p":{"u":"/exports/stream","b":{"json":{"format":"csv"}}}}')
    await expect.poll(() => produced).toBeGreaterThan(100)
    const settled = await untilStill(() => produced)
    // 1 kB each: what the two kernels' socket buffers hold, and no more.
    expect(settled).toBeLessThan(20_000)
    socket.terminate()
    await expect.poll(() => host.stub.openStreams).toBe(0)
  })

  it('cannot cancel what another connection asked for', async () => {
    const host = await startHost()
    const [one, other] = [await openSocket(host), await openSocket(host)]
    let release: () => void = () => undefined
    host.stub.onDoctor = (signal) =>
      new Promise((resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason))
        release = () => resolve([])
      })
    const answer = new Promise((resolve) => one.on('message', (data) => resolve(String(data))))
    one.send('{"i":"7","p":{"u":"/doctor/run","b":{"json":{}}}}')
    for (const id of ['7', '8', '']) other.send(`{"i":"${id}","t":4}`)
    await closeCode(other)
    release()
    expect(await answer).toContain('"checks"')
  })
})

/** Waits until a count has not moved for ten looks in a row; returns it. */
async function untilStill(count: () => number): Promise<number> {
  let last = -1
  let still = 0
  await expect
    .poll(() => {
      still = count() === last ? still + 1 : 0
      last = count()
      return still
    })
    .toBeGreaterThanOrEqual(10)
  return last
}
