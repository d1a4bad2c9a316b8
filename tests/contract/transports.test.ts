import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { isDefinedError, safe } from '@orpc/client'
import { afterEach, describe, expect, it } from 'vitest'
import { connectHttp } from '../../src/platform/transport/http-client.ts'
import { connectInMemory } from '../../src/platform/transport/in-memory-client.ts'
import { connectMessagePort, serveMessagePort } from '../../src/platform/transport/message-port.ts'
import { createRpcHandler } from '../../src/platform/transport/rpc-handler.ts'
import { connectWebSocket } from '../../src/platform/transport/websocket-client.ts'
import { type OpenedHost, openHost } from '../../src/server/local/open-host.ts'
import { startServer } from '../../src/server/local/serve.ts'
import type { StintClient } from '../../src/shared/contract/contract.ts'
import { createMemoryLog } from '../fakes/memory-log.ts'
import { migrationsDir } from '../fakes/test-core.ts'

type Carried = { readonly client: StintClient; end(): Promise<void> }

async function openedHost(): Promise<{ opened: OpenedHost; dir: string }> {
  const dir = mkdtempSync(path.join(tmpdir(), 'stint över '))
  const opened = await openHost({ profileDir: dir, kind: 'test', version: '0.0.0', migrationsDir })
  if (!opened.ok) throw new Error(opened.error.message)
  return { opened: opened.value, dir }
}

async function overServer(
  connect: (at: { url: string; token: string }) => Promise<{ client: StintClient; close(): void }>,
): Promise<Carried> {
  const { opened, dir } = await openedHost()
  const started = await startServer({ opened, host: '127.0.0.1', port: 0, anyPortIfTaken: true, staticDir: dir })
  if (!started.ok) throw new Error(started.error.message)
  const { port, token, close } = started.value
  const connection = await connect({ url: `http://127.0.0.1:${port}`, token })
  return {
    client: connection.client,
    async end() {
      connection.close()
      await close()
      rmSync(dir, { recursive: true })
    },
  }
}

const transports: Record<string, () => Promise<Carried>> = {
  async 'in memory'() {
    const { opened, dir } = await openedHost()
    return {
      client: connectInMemory(opened.core.router, 'test'),
      async end() {
        await opened.dispose()
        rmSync(dir, { recursive: true })
      },
    }
  },
  async 'a MessagePort'() {
    const { opened, dir } = await openedHost()
    const log = createMemoryLog()
    const { port1, port2 } = new MessageChannel()
    const served = serveMessagePort(
      createRpcHandler(opened.core.router, log, () => 'ref'),
      port1,
      { actor: 'ui', log },
    )
    const connection = connectMessagePort(port2)
    return {
      client: connection.client,
      async end() {
        connection.close()
        served.close()
        await opened.dispose()
        rmSync(dir, { recursive: true })
      },
    }
  },
  HTTP: () => overServer(async (at) => connectHttp(at)),
  WebSocket: () => overServer(connectWebSocket),
}

describe.each(Object.entries(transports))('the contract over %s', (_name, connect) => {
  let carried: Carried | undefined
  afterEach(async () => {
    await carried?.end()
    carried = undefined
  })

  it('answers queries and commands alike', async () => {
    carried = await connect()
    const { client } = carried
    const { item: project } = await client.projects.create({ commandKey: 'key-project', name: 'Åkern' })
    const { entry } = await client.timer.start({ commandKey: 'key-start-1', note: 'räkna 🧮', projectId: project.id })
    expect(entry).toMatchObject({ note: 'räkna 🧮', projectId: project.id, time: { endedAtMs: null } })
    expect((await client.timer.status({})).running).toEqual(entry)
    expect((await client.catalogue.get({})).projects).toEqual([project])
  })

  it('carries a refusal with its code, its words and its data', async () => {
    carried = await connect()
    const { error } = await safe(carried.client.timer.stop({ commandKey: 'key-stop-01' }))
    if (!isDefinedError(error)) throw error
    expect([error.code, error.status, error.message]).toEqual(['nothing-running', 409, 'No timer is running.'])
  })

  it('refuses input that is not of the contract, and says where', async () => {
    carried = await connect()
    const { error } = await safe(carried.client.timer.start({ commandKey: 'key-start-2', note: 7 } as never))
    if (!isDefinedError(error) || error.code !== ('invalid-input' as string)) throw error
    expect(error.data).toMatchObject({ issues: [{ path: 'note' }] })
  })

  it('starts one timer for one key, however often it is sent', async () => {
    carried = await connect()
    const { client } = carried
    const answers = await Promise.all(Array.from({ length: 5 }, () => client.timer.start({ commandKey: 'key-once-1' })))
    expect(new Set(answers.map(({ entry }) => entry.id)).size).toBe(1)
    expect((await client.entries.list({})).entries).toHaveLength(1)
  })

  it('streams a snapshot, then each commit in order', async () => {
    carried = await connect()
    const { client } = carried
    const events = await client.live.subscribe({})
    const first = await events.next()
    expect(first.value).toMatchObject({ type: 'snapshot', state: { running: null } })
    await client.timer.start({ commandKey: 'key-live-01', note: 'A' })
    const second = await events.next()
    expect(second.value).toMatchObject({
      type: 'delta',
      state: { running: { note: 'A' } },
      touched: { kinds: ['entry'] },
    })
    await client.timer.stop({ commandKey: 'key-live-02' })
    const third = await events.next()
    expect(third.value).toMatchObject({ type: 'delta', state: { running: null } })
    await events.return?.(undefined)
  })
})
