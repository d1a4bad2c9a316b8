import type { Server } from 'node:http'
import { err, ok, type Result } from '../../shared/result.ts'

export interface ListenError {
  readonly code: 'not-loopback' | 'port-taken' | 'cannot-listen'
  readonly message: string
}

const LOOPBACK = new Map([
  ['localhost', '127.0.0.1'],
  ['127.0.0.1', '127.0.0.1'],
  ['::1', '::1'],
  ['[::1]', '::1'],
])
const TRY_NEXT_PORTS = 20

/** Binds to a loopback address and nothing else. `port` 0 takes any free one. Returns the port taken. */
export async function listen(
  server: Server,
  { host, port, anyPortIfTaken }: { host: string; port: number; anyPortIfTaken: boolean },
): Promise<Result<{ address: string; port: number }, ListenError>> {
  const address = LOOPBACK.get(host.toLowerCase())
  if (address === undefined) {
    return err({
      code: 'not-loopback',
      message: `Stint serves this machine only (localhost, 127.0.0.1 or ::1), not "${host}". Serving others would need TLS and a login, which it does not offer; an SSH tunnel does both.`,
    })
  }
  const last = anyPortIfTaken ? Math.min(port + TRY_NEXT_PORTS, 65_535) : port
  const ports = Array.from({ length: last - port + 1 }, (_, index) => port + index)
  if (anyPortIfTaken && port !== 0) ports.push(0)

  for (const candidate of ports) {
    const failure = await tryListen(server, address, candidate)
    if (failure === undefined) return ok({ address, port: boundPort(server, address) })
    if (failure.code !== 'EADDRINUSE') return err({ code: 'cannot-listen', message: cannotListen(candidate, failure) })
  }
  return err({
    code: 'port-taken',
    message: `Port ${port} is taken by another program. Choose another with --port, or stop that program.`,
  })
}

function tryListen(server: Server, host: string, port: number): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((resolve) => {
    const onError = (error: NodeJS.ErrnoException) => {
      server.off('listening', onListening)
      resolve(error)
    }
    const onListening = () => {
      server.off('error', onError)
      resolve(undefined)
    }
    server.once('error', onError)
    server.once('listening', onListening)
    server.listen({ host, port, exclusive: true })
  })
}

/** Asks the system what was bound in the end: the promise "loopback only" rests on it. */
function boundPort(server: Server, address: string): number {
  const bound = server.address()
  if (bound === null || typeof bound === 'string' || bound.address !== address) {
    throw new Error('The server listens on an address that was not asked for')
  }
  return bound.port
}

function cannotListen(port: number, error: NodeJS.ErrnoException): string {
  if (error.code === 'EACCES') return `The system does not allow port ${port}. Choose one above 1023 with --port.`
  return `Stint cannot listen on port ${port} (${error.code ?? error.message}). Choose another with --port.`
}
