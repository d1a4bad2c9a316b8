import { ORPCError } from '@orpc/client'
import { describe, expect, it } from 'vitest'
import { type ConnectClock, connect } from './connect.ts'
import { ConnectionLostError } from './connection-lost.ts'
import type { OpenWire, Wire } from './wire.ts'

/** Waits are kept until the test lets them pass. */
function testClock() {
  const waiting: { ms: number; then: () => void }[] = []
  const clock: ConnectClock = {
    nowMs: () => 1000,
    random: () => 0,
    delay(ms, then) {
      const wait = { ms, then }
      waiting.push(wait)
      return () => {
        const index = waiting.indexOf(wait)
        if (index >= 0) waiting.splice(index, 1)
      }
    },
  }
  return { clock, waiting, pass: () => waiting.splice(0).forEach(({ then }) => void then()) }
}

function testWire(answer: (path: readonly string[]) => Promise<unknown>) {
  let listener = () => {}
  let open = true
  const wire: Wire = {
    link: { call: (path) => answer(path) },
    isOpen: () => open,
    onClose: (next) => {
      listener = next
    },
    close: () => {},
  }
  return {
    wire,
    break() {
      open = false
      listener()
    },
  }
}

const settled = () => new Promise((resolve) => setTimeout(resolve))

describe('connect', () => {
  it('comes back after a break, on a new wire, with the same client', async () => {
    const { clock, pass } = testClock()
    const first = testWire(async () => 'first')
    const second = testWire(async () => 'second')
    const answers = [first.wire, second.wire]
    const connection = connect(async () => answers.shift() ?? 'unreachable', clock)
    const statuses: string[] = []
    connection.listen((status) => statuses.push(status.kind))
    await settled()
    expect(await connection.client.timer.status({})).toBe('first')
    first.break()
    pass()
    await settled()
    expect(await connection.client.timer.status({})).toBe('second')
    expect(statuses).toEqual(['online', 'offline', 'online'])
  })

  it('waits longer after each failure, and says since when the host is gone', async () => {
    const { clock, waiting, pass } = testClock()
    const connection = connect(async () => 'unreachable', clock)
    const waits: number[] = []
    for (let round = 0; round < 4; round += 1) {
      await settled()
      waits.push(waiting[0]?.ms ?? 0)
      pass()
    }
    expect(waits).toEqual([250, 500, 1000, 2000])
    expect(connection.status()).toEqual({ kind: 'offline', sinceMs: 1000 })
  })

  it('stops knocking where it is signed out', async () => {
    const { clock, waiting } = testClock()
    const connection = connect(async () => 'signed-out', clock)
    await settled()
    expect(connection.status().kind).toBe('signed-out')
    expect(waiting).toEqual([])
  })

  it('tells a broken connection from a refusal of the host', async () => {
    const { clock } = testClock()
    const refusing = testWire(async () => {
      throw new ORPCError('nothing-running')
    })
    const refused = connect(async () => refusing.wire, clock)
    await settled()
    await expect(refused.client.timer.status({})).rejects.toBeInstanceOf(ORPCError)

    const breaking = testWire(async () => {
      breaking.break()
      throw new Error('closed')
    })
    const broken = connect(async () => breaking.wire, testClock().clock)
    await settled()
    await expect(broken.client.timer.status({})).rejects.toBeInstanceOf(ConnectionLostError)
  })

  it('tells a stream that broke in the middle from one that the host refused to go on with', async () => {
    async function read(fail: (wire: ReturnType<typeof testWire>) => unknown): Promise<unknown[]> {
      async function* events() {
        yield 'first'
        throw fail(wire)
      }
      const wire = testWire(async () => events())
      const connection = connect(async () => wire.wire, testClock().clock)
      const seen: unknown[] = []
      try {
        for await (const event of await connection.client.live.subscribe({})) seen.push(event)
      } catch (error) {
        seen.push(error)
      }
      return seen
    }
    const broke = await read((wire) => {
      wire.break()
      return new Error('closed')
    })
    expect(broke).toEqual(['first', expect.any(ConnectionLostError)])
    expect(await read(() => new ORPCError('internal'))).toEqual(['first', expect.any(ORPCError)])
  })

  it('lets a call wait for the first connection', async () => {
    let answer: (wire: Wire) => void = () => {}
    const openWire: OpenWire = () =>
      new Promise((resolve) => {
        answer = resolve
      })
    const connection = connect(openWire, testClock().clock)
    const call = connection.client.timer.status({})
    answer(testWire(async () => 'late').wire)
    expect(await call).toBe('late')
  })
})
