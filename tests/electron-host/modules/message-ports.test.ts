import { expect, it, vi } from 'vitest'
import { insideOf, MessageChannelMain } from './message-ports.ts'

const turn = () => new Promise((resolve) => setImmediate(resolve))

it('keeps messages until the port is started, in order', async () => {
  const { port1, port2 } = new MessageChannelMain()
  const heard: unknown[] = []
  port2.on('message', ({ data }) => heard.push(data))
  port1.postMessage('one')
  port1.postMessage('two')
  await turn()
  expect(heard).toEqual([])
  port2.start()
  expect(heard).toEqual(['one', 'two'])
})

it('gives a page what was posted before it had the port, and main what the page posts', async () => {
  const { port1, port2 } = new MessageChannelMain()
  const heard: unknown[] = []
  port1.on('message', ({ data }) => heard.push(data))
  port1.start()
  port1.postMessage('early')
  await turn()
  const page = { deliver: vi.fn(), closed: vi.fn() }
  const adopted = insideOf(port2).handOver(page)
  port1.postMessage('late')
  adopted.received('from the page')
  await turn()
  expect(page.deliver.mock.calls).toEqual([['early'], ['late']])
  expect(heard).toEqual(['from the page'])
})

it('tells main when the page is gone, and the page when main closes, each once', async () => {
  const first = new MessageChannelMain()
  const closed = vi.fn()
  first.port1.on('close', closed)
  const page = { deliver: vi.fn(), closed: vi.fn() }
  const adopted = insideOf(first.port2).handOver(page)
  adopted.closed()
  adopted.closed()
  await turn()
  expect(closed).toHaveBeenCalledTimes(1)

  const second = new MessageChannelMain()
  insideOf(second.port2).handOver(page)
  second.port1.postMessage('last words')
  second.port1.close()
  await turn()
  expect(page.deliver).toHaveBeenCalledWith('last words')
  expect(page.closed).toHaveBeenCalledTimes(1)
})

it('refuses a port that was handed over before, and what is no port', () => {
  const { port2 } = new MessageChannelMain()
  insideOf(port2).handOver({ deliver() {}, closed() {} })
  expect(() => insideOf(port2).handOver({ deliver() {}, closed() {} })).toThrow('neutered')
  expect(() => insideOf({})).toThrow('Invalid value')
})

it('throws for a part of Electron that it does not have', () => {
  const { port1 } = new MessageChannelMain()
  expect(() => Reflect.get(port1, 'hasRef')).toThrow('electron.MessagePortMain.hasRef is not in the test host')
})
