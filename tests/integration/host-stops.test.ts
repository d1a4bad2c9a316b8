import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { readHostFile } from '../../src/platform/transport/host-file.ts'
import { connectHttp } from '../../src/platform/transport/http-client.ts'
import { connectWebSocket } from '../../src/platform/transport/websocket-client.ts'
import type { DoctorCheck } from '../../src/shared/contract/host.ts'
import { type StartedHost, startHost } from '../security/support/started-host.ts'

function clientsOf({ port, server }: StartedHost) {
  const options = { url: `http://127.0.0.1:${port}`, token: server.token }
  return Promise.all([connectHttp(options), connectWebSocket(options)])
}

/** A call that is under way until `release`; `started` counts. */
function holdDoctor({ stub }: StartedHost) {
  const held: (() => void)[] = []
  stub.onDoctor = () => new Promise<DoctorCheck[]>((resolve) => held.push(() => resolve([])))
  const release = () => {
    for (const go of held.splice(0)) go()
  }
  return { started: () => held.length, release }
}

describe('a host that is asked to stop', () => {
  it('lets calls under way run to their end and answers them, then releases the profile', async () => {
    for (const connect of [connectHttp, connectWebSocket]) {
      const host = await startHost()
      const doctor = holdDoctor(host)
      const { client } = await connect({ url: `http://127.0.0.1:${host.port}`, token: host.server.token })
      const answer = client.doctor.run({})
      await expect.poll(doctor.started).toBe(1)
      const closed = host.server.close()
      // As long as a call is under way the profile stays open; a look at the host shows that closing has begun.
      await expect(fetch(`http://127.0.0.1:${host.port}/api/v1/health`)).rejects.toThrow()
      expect(host.stub.disposed).toBe(0)
      doctor.release()
      expect(await answer).toEqual({ checks: [] })
      await closed
      expect(host.stub.disposed).toBe(1)
      expect(readHostFile(host.stub.opened.profile.dir)).toBeUndefined()
    }
  })

  it('takes nothing new meanwhile', async () => {
    const host = await startHost()
    const doctor = holdDoctor(host)
    const [http, socket] = await clientsOf(host)
    const answer = http.client.doctor.run({})
    await expect.poll(doctor.started).toBe(1)
    const closed = host.server.close()
    await expect(fetch(`http://127.0.0.1:${host.port}/api/v1/health`)).rejects.toThrow()
    const late = socket.client.doctor.run({}).catch((error: Error) => error.message)
    doctor.release()
    await Promise.all([answer, closed])
    expect(doctor.started()).toBe(0)
    expect(await late).toMatch(/not open|closed|aborted/i)
  })

  it('is gone within three seconds, whatever its clients do', async () => {
    const host = await startHost()
    holdDoctor(host)
    const [http, socket] = await clientsOf(host)
    const left = [http, socket].map(({ client }) => client.doctor.run({}).catch((error: Error) => error))
    for await (const event of await http.client.exports.stream({ format: 'csv' })) if (event.type === 'chunk') break
    const silent = connect(host.port, '127.0.0.1')
    silent.on('error', () => undefined)
    await new Promise((resolve) => silent.on('connect', resolve))
    const deaf = new WebSocket(`ws://127.0.0.1:${host.port}/ws`, {
      headers: { authorization: `Bearer ${host.server.token}` },
    })
    await new Promise((resolve) => deaf.on('open', resolve))
    deaf.pause()
    const startedAt = performance.now()
    await host.server.close()
    expect(performance.now() - startedAt).toBeLessThan(3000)
    expect(host.stub.disposed).toBe(1)
    await Promise.all(left)
    silent.destroy()
    deaf.terminate()
  })

  it('says goodbye to pages with 1001, so that they know not to worry', async () => {
    const host = await startHost()
    const page = new WebSocket(`ws://127.0.0.1:${host.port}/ws`, {
      headers: { authorization: `Bearer ${host.server.token}` },
    })
    await new Promise((resolve) => page.on('open', resolve))
    const code = new Promise((resolve) => page.on('close', resolve))
    await host.server.close()
    expect(await code).toBe(1001)
  })

  it('may be asked twice', async () => {
    const host = await startHost()
    await Promise.all([host.server.close(), host.server.close()])
    expect(host.stub.disposed).toBe(1)
  })
})

describe('a client that leaves', () => {
  it('cancels what it asked for, and tells the procedure so', async () => {
    const host = await startHost()
    for (const connection of await clientsOf(host)) {
      let signal: AbortSignal | undefined
      host.stub.onDoctor = (given) => {
        signal = given
        return new Promise(() => undefined)
      }
      const left = connection.client.doctor.run({}).catch(() => 'left')
      await expect.poll(() => signal).toBeDefined()
      connection.close()
      await expect.poll(() => signal?.aborted).toBe(true)
      expect(await left).toBe('left')
    }
  })

  it('can take back one call and keep the others', async () => {
    const host = await startHost()
    for (const { client } of await clientsOf(host)) {
      const signals: AbortSignal[] = []
      const held: (() => void)[] = []
      host.stub.onDoctor = (given) => {
        if (given) signals.push(given)
        return new Promise((resolve) => held.push(() => resolve([])))
      }
      const controller = new AbortController()
      const cancelled = client.doctor.run({}, { signal: controller.signal }).catch(() => 'cancelled')
      const kept = client.doctor.run({})
      await expect.poll(() => signals.length).toBe(2)
      controller.abort()
      expect(await cancelled).toBe('cancelled')
      await expect.poll(() => signals.map(({ aborted }) => aborted).sort()).toEqual([false, true])
      for (const go of held) go()
      expect(await kept).toEqual({ checks: [] })
    }
  })
})
