import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Controls } from '../../../electron-host/control/commands.ts'
import type { ControlAnswer, ControlCall } from '../../../electron-host/control/listen.ts'

const root = fileURLToPath(new URL('../../../..', import.meta.url))
const register = path.join(root, 'tests/electron-host/register.ts')
const main = path.join(root, 'out/main/main.js')

type Name = keyof Controls
type Answer<K extends Name> = Awaited<ReturnType<Controls[K]>>

export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

/** The built main process, started in the test host. */
export class TestHostProcess {
  readonly ended: Promise<Ended>
  readonly #child: ChildProcess
  readonly #waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  #lastId = 0
  #output = ''

  constructor(args: readonly string[], env: NodeJS.ProcessEnv) {
    this.#child = spawn(process.execPath, ['--import', register, main, ...args], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#output += text
      })
    }
    this.#child.on('message', (message) => this.#settle(message as ControlAnswer))
    this.ended = once(this.#child, 'exit').then(([code, signal]) => {
      for (const { reject } of this.#waiting.values()) reject(new Error(`The app has ended:\n${this.#output}`))
      this.#waiting.clear()
      return { code, signal }
    })
  }

  /** Everything it wrote. */
  get output(): string {
    return this.#output
  }

  async call<K extends Name>(method: K, ...args: Parameters<Controls[K]>): Promise<Answer<K>> {
    this.#lastId++
    const call: ControlCall = { id: this.#lastId, method, args }
    const answer = new Promise<unknown>((resolve, reject) => {
      if (!this.#child.connected) return reject(new Error(`The app has ended:\n${this.#output}`))
      this.#waiting.set(call.id, { resolve, reject })
      this.#child.send(call)
    })
    // The other side has the function of this name: `Controls` is its type.
    return (await answer) as Answer<K>
  }

  async kill(signal: NodeJS.Signals): Promise<Ended> {
    this.#child.kill(signal)
    return await this.ended
  }

  #settle(answer: ControlAnswer): void {
    const call = this.#waiting.get(answer.id)
    this.#waiting.delete(answer.id)
    if (answer.ok) call?.resolve(answer.value)
    else call?.reject(new Error(answer.message))
  }
}
