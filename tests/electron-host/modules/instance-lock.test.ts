import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type SecondInstance, takeInstanceLock } from './instance-lock.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'stint lock å-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const module = new URL('./instance-lock.ts', import.meta.url).href

/** Another process that takes the lock and says what came of it; it lives on where it is the first. */
function start(data: unknown): ChildProcess {
  const code = `import { takeInstanceLock } from ${JSON.stringify(module)}
    const lock = takeInstanceLock(${JSON.stringify(folder)}, ${JSON.stringify(data)}, () => {})
    process.stdout.write(lock === undefined ? 'second' : 'first')
    if (lock !== undefined) setInterval(() => {}, 1000)`
  return spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] })
}

const word = async (child: ChildProcess) => {
  const [text] = child.stdout === null ? [] : await once(child.stdout, 'data')
  return String(text)
}

it('makes one process the first; what others say reaches it, whole and once each', async () => {
  const heard: SecondInstance[] = []
  const lock = takeInstanceLock(folder, {}, (second) => heard.push(second))
  expect(lock).toBeDefined()
  const others = [start({ args: ['--toggle'] }), start({ args: ['stint://show'] })]
  expect(await Promise.all(others.map(word))).toEqual(['second', 'second'])
  await vi.waitFor(() => expect(heard).toHaveLength(2))
  expect(heard.map(({ data }) => data)).toEqual(
    expect.arrayContaining([{ args: ['--toggle'] }, { args: ['stint://show'] }]),
  )
  expect(heard[0]?.cwd).toBe(process.cwd())
  lock?.release()
})

it('passes to the next when it is released, and when its process was killed', async () => {
  takeInstanceLock(folder, {}, () => undefined)?.release()
  const child = start({})
  expect(await word(child)).toBe('first')
  expect(takeInstanceLock(folder, {}, () => undefined)).toBeUndefined()
  child.kill('SIGKILL')
  await once(child, 'exit')
  const lock = takeInstanceLock(folder, {}, () => undefined)
  expect(lock).toBeDefined()
  lock?.release()
})

it('belongs to its folder alone', () => {
  writeFileSync(path.join(folder, 'other'), '')
  const one = takeInstanceLock(path.join(folder, 'one'), {}, () => undefined)
  const two = takeInstanceLock(path.join(folder, 'two'), {}, () => undefined)
  expect([one !== undefined, two !== undefined]).toEqual([true, true])
  one?.release()
  two?.release()
})
