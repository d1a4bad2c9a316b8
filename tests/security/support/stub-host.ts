import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { implement } from '@orpc/server'
import type { Log } from '../../../src/core/ports/log.ts'
import type { RpcContext, StintRouter } from '../../../src/platform/transport/rpc-handler.ts'
import type { ServedHost } from '../../../src/server/local/serve.ts'
import { contract } from '../../../src/shared/contract/contract.ts'
import type { DoctorCheck } from '../../../src/shared/contract/host.ts'

/** Three procedures that a test can hold and release: enough to test the host around the core. */
export interface StubHost {
  readonly opened: ServedHost
  readonly staticDir: string
  readonly logged: { level: string; fields: object; message: string }[]
  nowMs: number
  disposed: number
  actors: string[]
  openStreams: number
  /** Called for each piece of a stream. */
  onChunk: () => void
  /** Called by `doctor.run`; by default answers at once. */
  onDoctor: (signal: AbortSignal | undefined) => Promise<DoctorCheck[]>
}

export function stubHost(): StubHost {
  const root = mkdtempSync(path.join(tmpdir(), 'stint host å '))
  const profileDir = path.join(root, 'profile')
  const staticDir = path.join(root, 'renderer')
  mkdirSync(profileDir)
  mkdirSync(path.join(staticDir, 'assets'), { recursive: true })
  writeFileSync(path.join(staticDir, 'index.html'), '<!doctype html><title>Stint</title>')
  writeFileSync(path.join(staticDir, 'assets/index-Ab3_-x9Z.js'), 'export {}')
  writeFileSync(path.join(root, 'secret.txt'), 'outside')

  const stub: StubHost = {
    opened: {
      core: { router: undefined as unknown as StintRouter },
      profile: { dir: profileDir },
      version: '0.0.0-test',
      clock: { nowMs: () => stub.nowMs },
      log: recordingLog(() => stub.logged),
      dispose: async () => {
        stub.disposed += 1
      },
    },
    staticDir,
    logged: [],
    nowMs: 1_800_000_000_000,
    disposed: 0,
    actors: [],
    openStreams: 0,
    onChunk: () => undefined,
    onDoctor: async () => [],
  }
  const os = implement(contract).$context<RpcContext>()
  const router = {
    host: {
      info: os.host.info.handler(({ context }) => {
        stub.actors.push(context.actor)
        return {
          version: '0.0.0-test',
          contractHash: 'x',
          kind: 'test' as const,
          pid: process.pid,
          startedAtMs: 0,
          profile: 'x',
        }
      }),
    },
    doctor: {
      run: os.doctor.run.handler(async ({ signal }) => ({ checks: await stub.onDoctor(signal) })),
    },
    exports: {
      stream: os.exports.stream.handler(async function* ({ signal }) {
        stub.openStreams += 1
        try {
          yield { type: 'head' as const, fileName: 'x.csv', mime: 'text/csv', entries: 0 }
          for (let done = 0; !signal?.aborted; done += 1) {
            stub.onChunk()
            yield { type: 'chunk' as const, text: 'x'.repeat(1000), done }
            await new Promise((resolve) => setImmediate(resolve))
          }
        } finally {
          stub.openStreams -= 1
        }
      }),
    },
  }
  Object.assign(stub.opened.core, { router })
  return stub
}

function recordingLog(lines: () => StubHost['logged']): Log {
  const at = (level: string) => (fields: object, message: string) => void lines().push({ level, fields, message })
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}
