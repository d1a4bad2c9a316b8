import { readFileSync, statSync } from 'node:fs'
import { MessageChannel } from 'node:worker_threads'
import { afterEach, describe, expect, it } from 'vitest'
import { hostFilePath, readHostFile } from '../../src/platform/transport/host-file.ts'
import { type Connection, connectHttp } from '../../src/platform/transport/http-client.ts'
import { connectMessagePort, serveMessagePort } from '../../src/platform/transport/message-port.ts'
import { probeHost } from '../../src/platform/transport/probe-host.ts'
import { requestCode } from '../../src/platform/transport/request-code.ts'
import { createRpcHandler } from '../../src/platform/transport/rpc-handler.ts'
import { connectWebSocket } from '../../src/platform/transport/websocket-client.ts'
import { type RunningServer, startServer } from '../../src/server/local/serve.ts'
import { type StubHost, stubHost } from '../security/support/stub-host.ts'

const open: { close(): unknown }[] = []
afterEach(async () => {
  for (const thing of open.splice(0).reverse()) await thing.close()
})

async function start(stub: StubHost): Promise<RunningServer> {
  const started = await startServer({
    opened: stub.opened,
    host: 'localhost',
    port: 0,
    anyPortIfTaken: false,
    staticDir: stub.staticDir,
  })
  if (!started.ok) throw new Error(started.error.message)
  open.push(started.value)
  return started.value
}

async function connectAll(stub: StubHost): Promise<Record<string, Connection>> {
  const { token, port } = await start(stub)
  const url = `http://127.0.0.1:${port}`
  const { port1, port2 } = new MessageChannel()
  const handler = createRpcHandler(stub.opened.core.router, stub.opened.log, () => 'ref')
  serveMessagePort(handler, port1, { actor: 'ui', log: stub.opened.log })
  const all = {
    http: connectHttp({ url, token }),
    websocket: await connectWebSocket({ url, token }),
    messagePort: connectMessagePort(port2),
  }
  open.push(...Object.values(all))
  return all
}

describe('a served host', () => {
  it('answers a call over every transport', async () => {
    for (const [name, { client }] of Object.entries(await connectAll(stubHost()))) {
      expect((await client.host.info({})).kind, name).toBe('test')
    }
  })

  it('ends a stream on the host when its reader leaves, over every transport', async () => {
    const stub = stubHost()
    for (const [name, { client }] of Object.entries(await connectAll(stub))) {
      for await (const event of await client.exports.stream({ format: 'csv' })) {
        if (event.type === 'chunk' && event.done >= 3) break
      }
      await expect.poll(() => stub.openStreams, { message: name }).toBe(0)
    }
  })

  it('tells a client of unreadable input which field to mend, and an unknown command that it is unknown', async () => {
    for (const [name, { client }] of Object.entries(await connectAll(stubHost()))) {
      const unknown = await client.timer.status({}).catch((error: unknown) => error)
      expect(unknown, name).toMatchObject({ code: 'not-found' })
    }
  })

  it('leaves a host file for its owner only, proves itself by it, and takes it away at the end', async () => {
    const stub = stubHost()
    const server = await start(stub)
    const file = readHostFile(stub.opened.profile.dir)
    expect(file).toMatchObject({ pid: process.pid, port: server.port, token: server.token })
    expect(statSync(hostFilePath(stub.opened.profile.dir)).mode & 0o777).toBe(0o600)
    expect(await probeHost(stub.opened.profile.dir)).toMatchObject({ state: 'alive' })
    expect(await requestCode(file as NonNullable<typeof file>)).toMatch(/#code=[\w-]{32}$/)
    await server.close()
    expect(() => readFileSync(hostFilePath(stub.opened.profile.dir))).toThrow(/ENOENT/)
    expect(stub.disposed).toBe(1)
  })
})
