import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const cli = path.join(root, 'out/cli/stint.js')
const run = promisify(execFile)

export interface HostOptions {
  /** IANA zone of the host; the browser's is set by the test. */
  readonly zone?: string
}

/** A real host on a profile of its own: what `stint serve` starts, from the build in out/. */
export class RunningHost {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'stint e2e å-'))
  readonly profile = path.join(this.folder, 'min profil')
  readonly #env: NodeJS.ProcessEnv
  #child: ChildProcess | undefined
  #port = 0

  constructor(options: HostOptions = {}) {
    // Playwright sets FORCE_COLOR for its workers, which the CLI would obey.
    const { FORCE_COLOR: _, ...env } = process.env
    this.#env = { ...env, TZ: options.zone ?? 'Europe/Stockholm', STINT_PROFILE: this.profile, NO_COLOR: '1' }
  }

  /** Starts serving (again on the same port) and answers the address with a sign-in code. */
  async start(): Promise<string> {
    const child = spawn(process.execPath, [cli, 'serve', '--json', '--port', String(this.#port)], {
      env: this.#env,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    this.#child = child
    if (child.stdout === null) throw new Error('The host has no output')
    for await (const line of createInterface(child.stdout)) {
      const { url } = JSON.parse(line) as { url: string }
      this.#port = Number(new URL(url).port)
      return url
    }
    throw new Error('The host ended before it served')
  }

  /** SIGKILL, as a power cut would. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL')
  }

  async stop(): Promise<void> {
    await this.#end('SIGTERM')
  }

  /** One `stint` command with --json on this profile. */
  async stint(...args: string[]): Promise<unknown> {
    const { stdout } = await run(process.execPath, [cli, '--json', ...args], { env: this.#env, maxBuffer: 2 ** 26 })
    return JSON.parse(stdout)
  }

  async dispose(): Promise<void> {
    await this.stop()
    rmSync(this.folder, { recursive: true, force: true })
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#child
    this.#child = undefined
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
    const closed = once(child, 'exit')
    child.kill(signal)
    await closed
  }
}
