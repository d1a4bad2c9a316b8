import { randomUUID } from 'node:crypto'
import { MessageChannel } from 'node:worker_threads'
import { afterEach, describe, expect, it } from 'vitest'
import { type Connection, connectHttp } from '../../src/platform/transport/http-client.ts'
import { connectMessagePort, serveMessagePort } from '../../src/platform/transport/message-port.ts'
import { createRpcHandler } from '../../src/platform/transport/rpc-handler.ts'
import { connectWebSocket } from '../../src/platform/transport/websocket-client.ts'
import { createTestCore } from '../fakes/test-core.ts'
import { startHost } from './support/started-host.ts'
import { type StubHost, stubHost } from './support/stub-host.ts'

const SECRET = 'SQLITE_ERROR: near "select" in /profile/stint.db'
const connections: Connection[] = []
afterEach(() => {
  for (const connection of connections.splice(0)) connection.close()
})

async function everyTransport(stub: StubHost): Promise<[string, Connection][]> {
  const { port, server } = await startHost(stub)
  const options = { url: `http://127.0.0.1:${port}`, token: server.token }
  const channel = new MessageChannel()
  const handler = createRpcHandler(stub.opened.core.router, stub.opened.log, randomUUID)
  serveMessagePort(handler, channel.port1, { actor: 'ui', log: stub.opened.log })
  const all: [string, Connection][] = [
    ['http', connectHttp(options)],
    ['websocket', await connectWebSocket(options)],
    ['message port', connectMessagePort(channel.port2)],
  ]
  connections.push(...all.map(([, connection]) => connection))
  return all
}

function errorsIn(stub: StubHost) {
  return stub.logged.splice(0).filter(({ level }) => level === 'error')
}

describe('an exception in a procedure', () => {
  it('crosses the border as a reference into the log, where it is noted once', async () => {
    const stub = stubHost()
    stub.onDoctor = async () => {
      throw new Error(SECRET)
    }
    for (const [name, { client }] of await everyTransport(stub)) {
      const thrown = await client.doctor.run({}).catch((error: unknown) => error)
      const [line, ...more] = errorsIn(stub)
      expect(thrown, name).toMatchObject({ code: 'internal', defined: true, status: 500 })
      const { message, data } = thrown as { message: string; data: { ref: string } }
      expect(message).toContain(data.ref)
      expect(JSON.stringify([message, data])).not.toMatch(/SQLITE|select|profile/)
      expect(line?.fields).toMatchObject({ ref: data.ref, err: expect.objectContaining({ message: SECRET }) })
      expect(more).toEqual([])
    }
  })

  it('does the same in the middle of a stream', async () => {
    const stub = stubHost()
    for (const [name, { client }] of await everyTransport(stub)) {
      let sent = 0
      stub.onChunk = () => {
        sent += 1
        if (sent > 3) throw new Error(SECRET)
      }
      const read = async () => {
        for await (const _ of await client.exports.stream({ format: 'csv' }));
      }
      const thrown = await read().catch((error: unknown) => error)
      expect(thrown, name).toMatchObject({ code: 'internal', data: { ref: expect.any(String) } })
      expect(JSON.stringify(thrown)).not.toMatch(/SQLITE|select|profile/)
      expect(errorsIn(stub)).toHaveLength(1)
      expect(stub.openStreams).toBe(0)
    }
  })

  it('does so through the real router, too', async () => {
    const stub = stubHost()
    const core = createTestCore()
    Object.assign(stub.opened.core, { router: core.core.router })
    for (const [name, { client }] of await everyTransport(stub)) {
      // This core has no diagnostics: its port throws.
      const thrown = await client.doctor.run({}).catch((error: unknown) => error)
      expect(thrown, name).toMatchObject({ code: 'internal', defined: true, data: { ref: expect.any(String) } })
      expect(JSON.stringify(thrown)).not.toContain('part of this test')
      expect(errorsIn(stub)).toEqual([])
    }
    core.dispose()
  })
})

describe('a refusal by the real router', () => {
  it('is the same typed error over every transport', async () => {
    const stub = stubHost()
    const core = createTestCore()
    Object.assign(stub.opened.core, { router: core.core.router })
    for (const [name, { client }] of await everyTransport(stub)) {
      expect(
        await client.timer.stop({ commandKey: 'stop-nothing' }).catch((error: unknown) => error),
        name,
      ).toMatchObject({
        defined: true,
        code: 'nothing-running',
        status: 409,
        data: {},
      })
    }
    core.dispose()
  })

  it('names the actor by the way it came in, not by what it says', async () => {
    const stub = stubHost()
    const [http, socket, port] = await everyTransport(stub)
    for (const one of [http, socket, port]) await one?.[1].client.host.info({})
    expect(stub.actors).toEqual(['cli', 'cli', 'ui'])
  })
})
