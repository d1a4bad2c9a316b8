import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Ports, servePorts } from '../../src/main/ipc/serve-ports.ts'
import { type ServerPort, serveMessagePort } from '../../src/platform/transport/message-port.ts'
import { PORT_CHANNEL } from '../../src/shared/contract/channels.ts'
import { createMemoryLog } from '../fakes/memory-log.ts'

/* The one message that a page can send to the main process, with Electron's side played here. */

const { ipcMain, channels } = await vi.hoisted(async () => {
  const { EventEmitter: Emitter } = await import('node:events')
  return { ipcMain: new Emitter(), channels: [] as { closed: boolean }[] }
})
vi.mock('electron', async () => {
  const { EventEmitter: Emitter } = await import('node:events')
  class Port extends Emitter {
    closed = false
    start(): void {}
    postMessage(): void {}
    close(): void {
      this.closed = true
      this.emit('close')
    }
  }
  return {
    ipcMain,
    MessageChannelMain: class {
      port1 = new Port()
      port2 = new Port()
      constructor() {
        channels.push(this.port1)
      }
    },
  }
})

const id = '0198f2a4-7b1c-7d3e-8f00-123456789abc'
const log = createMemoryLog()
let ports: Ports
let ours: EventEmitter
let posted: unknown[][]

beforeEach(() => {
  channels.length = 0
  log.lines.length = 0
  posted = []
  ours = new EventEmitter()
  // The parts of Electron's classes that are used; no call reaches the handler here.
  const host = { servePort: (port: ServerPort) => serveMessagePort({} as never, port, { actor: 'ui', log }) }
  ports = servePorts({ host, log, isOurs: (contents) => (contents as unknown) === ours })
})
afterEach(() => {
  ports.close()
  expect(ipcMain.listenerCount(PORT_CHANNEL)).toBe(0)
})

const frame = (changed: object = {}) => ({
  parent: null,
  origin: 'app://main',
  postMessage: (...args: unknown[]) => posted.push(args),
  ...changed,
})
const ask = (event: object, ...asked: unknown[]) =>
  ipcMain.emit(PORT_CHANNEL, { sender: ours, senderFrame: frame(), ...event }, ...asked)

describe('a port', () => {
  it('is given to the top frame of our own page in our own window', () => {
    ask({}, id)
    expect(posted).toEqual([[PORT_CHANNEL, id, [expect.anything()]]])
  })

  it.each([
    ['a frame within the page', { senderFrame: frame({ parent: frame() }) }],
    ['another page', { senderFrame: frame({ origin: 'https://example.com' }) }],
    ['another host of the scheme', { senderFrame: frame({ origin: 'app://other' }) }],
    ['a page without an origin', { senderFrame: frame({ origin: 'null' }) }],
    ['a frame that has gone', { senderFrame: null }],
    ['a window that is not ours', { sender: new EventEmitter() }],
  ])('is not given to %s, and the log says so', (_, event) => {
    ask(event, id)
    expect([posted, channels]).toEqual([[], []])
    expect(log.lines).toMatchObject([{ level: 'warn' }])
  })

  it.each([undefined, null, 7, {}, '', 'x', `${id}x`, `../${id}`])('is not given for the name %j', (asked) => {
    ask({}, asked)
    expect(channels).toEqual([])
  })

  it('is taken back when the page goes, crashes or asks for too many', () => {
    for (const end of ['render-process-gone', 'destroyed'] as const) {
      ask({}, id)
      ours.emit(end)
      expect(channels.at(-1)?.closed).toBe(true)
    }
    ask({}, id)
    ours.emit('did-start-navigation', { isMainFrame: true, isSameDocument: true })
    expect(channels.at(-1)?.closed).toBe(false)
    ours.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false })
    expect(channels.at(-1)?.closed).toBe(true)

    channels.length = 0
    for (let count = 0; count < 40; count += 1) ask({}, id)
    expect(channels.filter(({ closed }) => !closed).length).toBeLessThanOrEqual(4)
  })
})
