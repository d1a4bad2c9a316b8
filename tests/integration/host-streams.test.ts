import { MessageChannel } from 'node:worker_threads'
import { describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { type Connection, connectHttp } from '../../src/platform/transport/http-client.ts'
import { connectMessagePort, serveMessagePort } from '../../src/platform/transport/message-port.ts'
import { createRpcHandler } from '../../src/platform/transport/rpc-handler.ts'
import { connectWebSocket } from '../../src/platform/transport/websocket-client.ts'
import type { LiveEvent } from '../../src/shared/contract/live.ts'
import { createTestCore } from '../fakes/test-core.ts'
import { newProfileDir, servingHost } from '../security/support/spawn-host.ts'
import { startHost } from '../security/support/started-host.ts'
import { stubHost } from '../security/support/stub-host.ts'

async function servedCore() {
  const stub = stubHost()
  const test = createTestCore()
  Object.assign(stub.opened.core, { router: test.core.router })
  const { port, server } = await startHost(stub)
  const options = { url: `http://127.0.0.1:${port}`, token: server.token }
  const channel = new MessageChannel()
  serveMessagePort(
    createRpcHandler(test.core.router, stub.opened.log, () => 'ref'),
    channel.port1,
    {
      actor: 'ui',
      log: stub.opened.log,
    },
  )
  const all: [string, Connection][] = [
    ['http', connectHttp(options)],
    ['websocket', await connectWebSocket(options)],
    ['message port', connectMessagePort(channel.port2)],
  ]
  return { ...test, port, server, all }
}

describe('a live subscription', () => {
  it('gives a snapshot, then each change as a delta, over every transport', async () => {
    const { all, key, dispose } = await servedCore()
    for (const [name, { client, close }] of all) {
      const events: LiveEvent[] = []
      const stream = await client.live.subscribe({})
      for await (const event of stream) {
        events.push(event)
        if (events.length === 1) await client.timer.start({ commandKey: key(), note: name })
        if (events.length === 2) break
      }
      expect(events.map(({ type }) => type)).toEqual(['snapshot', 'delta'])
      expect(events[1]?.state.running?.note).toBe(name)
      close()
    }
    dispose()
  })

  it('that waits for nothing leaves nothing behind when its reader goes', async () => {
    const { core, all, dispose } = await servedCore()
    for (const [name, { client, close }] of all) {
      for (let i = 0; i < 5; i += 1) await (await client.live.subscribe({})).next()
      expect(core.commits.listeners, name).toBe(5)
      close()
      await expect.poll(() => core.commits.listeners, { message: name }).toBe(0)
    }
    dispose()
  })

  it('ends one by one as a page takes it back', async () => {
    const { core, all, dispose } = await servedCore()
    for (const [name, { client, close }] of all) {
      const [first, second] = [await client.live.subscribe({}), await client.live.subscribe({})]
      await Promise.all([first.next(), second.next()])
      await first.return()
      await expect.poll(() => core.commits.listeners, { message: name }).toBe(1)
      await second.return()
      await expect.poll(() => core.commits.listeners, { message: name }).toBe(0)
      close()
    }
    dispose()
  })

  it('ends when the connection is cut without a word', async () => {
    const { core, port, server, all, dispose } = await servedCore()
    const socket = new WebSocket(`ws://127.0.0.1:${port}/ws`, { headers: { authorization: `Bearer ${server.token}` } })
    await new Promise((resolve) => socket.on('open', resolve))
    socket.send('{"i":"1","p":{"u":"/live/subscribe","b":{"json":{}}}}')
    await expect.poll(() => core.commits.listeners).toBe(1)
    socket.terminate()
    await expect.poll(() => core.commits.listeners).toBe(0)
    for (const [, { close }] of all) close()
    dispose()
  })
})

describe('a command whose caller leaves', () => {
  it('runs to its end: an import is whole', async () => {
    const rows = 3000
    const host = await servingHost(newProfileDir())
    const options = { url: `http://127.0.0.1:${host.port}`, token: host.token }
    const [leaver, watcher] = [connectHttp(options), connectHttp(options)]
    const lines = Array.from({ length: rows }, (_, i) => {
      const start = Date.UTC(2025, 0, 1) + i * 3_600_000
      return `${new Date(start).toISOString()},${new Date(start + 1_800_000).toISOString()},Note ${i}`
    })
    const { uploadId } = await leaver.client.imports.begin({ commandKey: 'leaver-begin', fileName: 'x.csv' })
    await leaver.client.imports.append({
      commandKey: 'leaver-append',
      uploadId,
      fileName: 'x.csv',
      index: 0,
      data: Buffer.from(['start,end,note', ...lines].join('\n')).toString('base64'),
    })
    const controller = new AbortController()
    const run = leaver.client.imports
      .run(
        {
          commandKey: 'leaver-run-1',
          uploadId,
          format: 'csv',
          options: { columns: { start: 'start', end: 'end', note: 'note' } },
        },
        { signal: controller.signal },
      )
      .catch((error: Error) => error.name)
    // Long enough to have been received, too short to be done.
    await watcher.client.timer.status({})
    controller.abort()
    leaver.close()
    await run
    await expect
      .poll(async () => (await watcher.client.entries.list({ limit: 1 })).count, { timeout: 15_000 })
      .toBe(rows)
    watcher.close()
    await host.end('SIGTERM')
  })
})
