import { randomUUID } from 'node:crypto'
import {
  existsSync,
  type FSWatcher,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'

export interface SecondInstance {
  readonly argv: readonly string[]
  readonly cwd: string
  readonly data: unknown
}

export interface InstanceLock {
  release(): void
}

/**
 * One first instance per folder, across processes. Files and not a socket: whoever comes second learns at once, within
 * the call, that it is second, and has handed over its arguments before it ends.
 * @returns undefined where another process is the first; it has been told then
 */
export function takeInstanceLock(
  folder: string,
  data: unknown,
  heard: (second: SecondInstance) => void,
): InstanceLock | undefined {
  mkdirSync(folder, { recursive: true })
  const lock = path.join(folder, 'test-host.lock')
  const letters = path.join(folder, 'test-host.letters')
  while (!tryCreate(lock)) {
    const owner = Number(readFileSync(lock, 'utf8'))
    if (isAlive(owner)) {
      mkdirSync(letters, { recursive: true })
      const letter = path.join(letters, randomUUID())
      writeFileSync(`${letter}.new`, JSON.stringify({ argv: process.argv, cwd: process.cwd(), data }))
      renameSync(`${letter}.new`, `${letter}.json`)
      return undefined
    }
    // It was killed; what was said to it was said to nobody.
    for (const left of [letters, lock]) rmSync(left, { recursive: true, force: true })
  }
  mkdirSync(letters, { recursive: true })
  const read = () => {
    if (!existsSync(letters)) return
    for (const file of readdirSync(letters).filter((one) => one.endsWith('.json'))) {
      const full = path.join(letters, file)
      const second: SecondInstance = JSON.parse(readFileSync(full, 'utf8'))
      rmSync(full)
      heard(second)
    }
  }
  const watcher: FSWatcher = watch(letters, read)
  watcher.unref()
  // Somebody may have come second before there was a watcher.
  setImmediate(read)
  return {
    release() {
      watcher.close()
      rmSync(letters, { recursive: true, force: true })
      rmSync(lock, { force: true })
    },
  }
}

function tryCreate(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function isAlive(pid: number): boolean {
  // The file was just made and has nothing in it yet: somebody alive is at it.
  if (pid === 0) return true
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
