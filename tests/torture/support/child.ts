import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

export interface Child {
  readonly process: ChildProcess
  /** The next line it prints; undefined once it has ended. */
  line(): Promise<string | undefined>
  /** As `kill -9` does; resolves when it is gone. Gives the lines that were still on their way. */
  kill(): Promise<string[]>
  /** What it wrote to stderr, for messages. */
  errors(): string
}

/** Runs a file of tests/torture/children with this Node, as a process of its own. */
export function startChild(file: string, args: readonly string[]): Child {
  const script = fileURLToPath(new URL(`../children/${file}`, import.meta.url))
  const child = spawn(process.execPath, [script, ...args], { stdio: ['pipe', 'pipe', 'pipe'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  let errors = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const line = async () => {
    const next = await lines.next()
    return next.done === true ? undefined : next.value
  }
  async function kill(): Promise<string[]> {
    child.kill('SIGKILL')
    const rest: string[] = []
    for (let left = await line(); left !== undefined; left = await line()) rest.push(left)
    await gone
    return rest
  }
  onTestFinished(async () => {
    await kill()
  })
  return { process: child, line, kill, errors: () => errors }
}
