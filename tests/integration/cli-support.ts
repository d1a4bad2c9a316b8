import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** From source, so that a test never sees an older build; STINT_CLI_ENTRY runs the same tests on a build. */
export const cliEntry = process.env['STINT_CLI_ENTRY'] ?? path.join(root, 'src/cli/main.ts')

export interface Ran {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
  /** Aborting sends SIGINT. */
  readonly onSpawn?: (child: ChildProcess) => void
}

/** A profile of its own, in a folder with a space and a letter outside ASCII, and everything to talk to it. */
export class CliWorld {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'stint cli å-'))
  readonly profile = path.join(this.folder, 'min profil å')
  readonly #children: ChildProcess[] = []

  /** Runs one command to its end. */
  async run(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
    const child = this.start(args, options)
    let stdout = ''
    let stderr = ''
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
    })
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
    })
    options.onSpawn?.(child)
    const [code] = await once(child, 'close')
    return { code: typeof code === 'number' ? code : null, stdout, stderr }
  }

  /** Runs a command with --json that must succeed, and reads its one document. */
  async json(args: readonly string[], options: RunOptions = {}): Promise<unknown> {
    const ran = await this.run(['--json', ...args], options)
    if (ran.code !== 0) throw new Error(`stint ${args.join(' ')} ended with ${ran.code}: ${ran.stderr}`)
    if (ran.stderr !== '') throw new Error(`stint ${args.join(' ')} wrote to stderr: ${ran.stderr}`)
    return JSON.parse(ran.stdout)
  }

  /** Runs a command with --json that must be refused, and reads the error on stderr. */
  async refused(args: readonly string[], options: RunOptions = {}): Promise<{ code: number | null; error: unknown }> {
    const ran = await this.run(['--json', ...args], options)
    if (ran.stdout !== '') throw new Error(`stint ${args.join(' ')} was not refused: ${ran.stdout}`)
    return { code: ran.code, error: JSON.parse(ran.stderr).error }
  }

  start(args: readonly string[], { env = {}, cwd }: RunOptions = {}): ChildProcess {
    const child = spawn(process.execPath, [cliEntry, ...args], {
      cwd: cwd ?? this.folder,
      env: {
        PATH: process.env['PATH'],
        HOME: this.folder,
        NODE_COMPILE_CACHE: path.join(root, '.cache/compiled-for-tests'),
        TZ: 'Europe/Stockholm',
        STINT_PROFILE: this.profile,
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#children.push(child)
    return child
  }

  /** Starts a host and waits for its first line. */
  async serve(args: readonly string[] = [], options: RunOptions = {}): Promise<{ child: ChildProcess; line: unknown }> {
    const child = this.start(['serve', '--port', '0', '--json', ...args], options)
    let stdout = ''
    let stderr = ''
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
    })
    const line = await new Promise<string>((resolve, reject) => {
      child.stdout?.setEncoding('utf8').on('data', (text: string) => {
        stdout += text
        if (stdout.includes('\n')) resolve(stdout)
      })
      child.once('close', (code) => reject(new Error(`serve ended with ${code}: ${stderr}`)))
    })
    return { child, line: JSON.parse(line) }
  }

  /** Ends what still runs, by its own process id, and removes the folder. */
  async dispose(): Promise<void> {
    for (const child of this.#children) {
      if (child.exitCode !== null || child.signalCode !== null) continue
      child.kill('SIGKILL')
      await once(child, 'close')
    }
    rmSync(this.folder, { recursive: true, force: true })
  }
}

/** Sends a signal and waits for the end. */
export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const closed = once(child, 'close')
  child.kill(signal)
  const [code] = await closed
  return typeof code === 'number' ? code : null
}
