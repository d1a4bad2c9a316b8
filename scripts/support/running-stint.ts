import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { type Connection, connectHttp } from '../../src/platform/transport/http-client.ts'
import { root } from '../setup.mjs'

const stint = path.join(root, 'bin', 'stint')

/** A real host of the build in out/, in a process of its own, started as a person starts it. */
export interface RunningStint {
  readonly pid: number
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string
  /** The address that signs one browser in, once. */
  readonly signInUrl: string
  readonly connection: Connection
  /** Resident memory now, in bytes. */
  residentBytes(): number
  signal(name: 'SIGSTOP' | 'SIGCONT' | 'SIGKILL'): void
  stop(): Promise<void>
}

/** Starts serving `profileDir` in `zone`; answers once the address is known. */
export async function startStint(profileDir: string, zone: string): Promise<RunningStint> {
  const env = { ...process.env, TZ: zone, NO_COLOR: '1' }
  const args = ['serve', '--json', '--port', '0', '--profile', profileDir]
  const child = spawn(stint, args, { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const { url, token } = await firstLine(child)
  const origin = new URL(url).origin
  const connection = connectHttp({ url: origin, token })
  const pid = child.pid ?? 0
  return {
    pid,
    origin,
    signInUrl: url,
    connection,
    residentBytes: () => residentBytes(pid),
    signal: (name) => void child.kill(name),
    async stop() {
      connection.close()
      if (child.exitCode !== null || child.signalCode !== null) return
      const closed = once(child, 'exit')
      child.kill('SIGTERM')
      await closed
    },
  }
}

async function firstLine(child: ChildProcess): Promise<{ url: string; token: string }> {
  if (child.stdout === null) throw new Error('the host has no output')
  for await (const line of createInterface(child.stdout)) return JSON.parse(line) as { url: string; token: string }
  throw new Error('the host ended before it served')
}

/** As `ps` tells it, on every system that has it. */
function residentBytes(pid: number): number {
  const { stdout } = spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })
  const kilobytes = Number(stdout.trim())
  if (!(kilobytes > 0)) throw new Error(`ps does not know process ${pid}`)
  return kilobytes * 1024
}
