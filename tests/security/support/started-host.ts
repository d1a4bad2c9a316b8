import { afterEach } from 'vitest'
import { type RunningServer, startServer } from '../../../src/server/local/serve.ts'
import { type StubHost, stubHost } from './stub-host.ts'

export interface StartedHost {
  readonly server: RunningServer
  readonly stub: StubHost
  readonly port: number
  /** Name and value of a session cookie that was got with the first code. */
  signIn(): Promise<string>
}

const started: RunningServer[] = []
afterEach(async () => {
  for (const server of started.splice(0)) await server.close()
})

/** A real server on a free port around a stub core; closed after the test. */
export async function startHost(stub = stubHost()): Promise<StartedHost> {
  const result = await startServer({
    opened: stub.opened,
    host: 'localhost',
    port: 0,
    anyPortIfTaken: false,
    staticDir: stub.staticDir,
  })
  if (!result.ok) throw new Error(result.error.message)
  const server = result.value
  started.push(server)
  return {
    server,
    stub,
    port: server.port,
    signIn: async () => cookieOf(await exchange(server.port, codeOf(server.newCode()))),
  }
}

export function codeOf(url: string): string {
  return new URL(url).hash.replace('#code=', '')
}

export function exchange(port: number, code: string): Promise<Response> {
  return fetch(`http://127.0.0.1:${port}/auth/exchange`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  })
}

export function cookieOf(response: Response): string {
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}
