import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { createLimitedServer } from './limited-server.ts'

const limits = { headersWithinMs: 60, requestWithinMs: 120, idleMs: 60, checkEveryMs: 20, connections: 3 }
const HEAD = 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n'

const open: { close(): unknown }[] = []
afterEach(() => {
  for (const thing of open.splice(0)) thing.close()
})

async function start() {
  const server = createLimitedServer(limits)
  server.on('request', (request, response) => {
    request.resume()
    request.on('end', () => response.end('done'))
    request.on('error', () => undefined)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  open.push(server)
  const { port } = server.address() as AddressInfo
  return () => {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => undefined)
    open.push({ close: () => socket.destroy() })
    return socket
  }
}

function untilClosed(socket: Socket): Promise<string> {
  let answer = ''
  socket.on('data', (chunk) => {
    answer += String(chunk)
  })
  return new Promise((resolve) => socket.on('close', () => resolve(answer)))
}

describe('a client that takes its time', () => {
  it('over its headers is sent away', async () => {
    const socket = (await start())()
    socket.write(HEAD)
    expect(await untilClosed(socket)).toMatch(/^HTTP\/1\.1 408/)
  })

  it('over its body is sent away', async () => {
    const socket = (await start())()
    socket.write(`${HEAD}\r\n12345`)
    expect(await untilClosed(socket)).toMatch(/^HTTP\/1\.1 408|^$/)
  })

  it('between two requests is let go', async () => {
    const socket = (await start())()
    socket.write(`${HEAD}\r\n1234567890`)
    expect(await untilClosed(socket)).toMatch(/^HTTP\/1\.1 200/)
  })

  it('has no more than its share of connections', async () => {
    const dial = await start()
    const sockets = Array.from({ length: 4 }, dial)
    await untilClosed(sockets[3] as Socket)
    expect(sockets.slice(0, 3).map(({ destroyed }) => destroyed)).toEqual([false, false, false])
  })

  it('may not send endless headers', async () => {
    const socket = (await start())()
    socket.write(`GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`)
    expect(await untilClosed(socket)).toMatch(/^HTTP\/1\.1 431/)
  })
})
