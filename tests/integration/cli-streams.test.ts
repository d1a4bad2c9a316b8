import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importedShape, listShape } from './cli-shapes.ts'
import { CliWorld, cliEntry } from './cli-support.ts'

const ENTRIES = 3000

/** Five minutes apart, so that every row is an entry of its own. */
function manyRows(count: number): string {
  const rows = Array.from({ length: count }, (_, index) => {
    const start = new Date(Date.UTC(2024, 0, 1) + index * 300_000).toISOString()
    const finish = new Date(Date.UTC(2024, 0, 1) + index * 300_000 + 240_000).toISOString()
    return `${start},${finish},Entry number ${index}`
  })
  return `start,end,note\n${rows.join('\n')}\n`
}

function hasFiles(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder, { recursive: true }).length > 0
}

/** Sends Ctrl-C the first time that a condition holds. */
function interruptOnce(child: ChildProcess, holds: () => boolean): void {
  const asking = setInterval(() => {
    if (!holds()) return
    clearInterval(asking)
    child.kill('SIGINT')
  }, 2)
  child.once('close', () => clearInterval(asking))
}

describe('long answers and long work', () => {
  const world = new CliWorld()
  const table = path.join(world.folder, 'many å.csv')
  beforeAll(async () => {
    writeFileSync(table, manyRows(ENTRIES))
    await world.serve()
    expect(importedShape.parse(await world.json(['import', 'csv', table])).added).toBe(ENTRIES)
  })
  afterAll(() => world.dispose())

  it('lists more entries than one page holds as one JSON document', async () => {
    const all = listShape.parse(await world.json(['list']))
    expect(all.entries).toHaveLength(ENTRIES)
    expect(new Set(all.entries.map(({ id }) => id)).size).toBe(ENTRIES)
    expect(all).toMatchObject({ count: ENTRIES, nextCursor: null, totalMs: ENTRIES * 240_000 })
  })

  it('ends quietly when the reader has seen enough', async () => {
    for (const args of [['list'], ['list', '--json'], ['export', 'csv']]) {
      const child = world.start(args)
      let stderr = ''
      child.stderr?.setEncoding('utf8').on('data', (text: string) => {
        stderr += text
      })
      await once(child.stdout ?? child, 'data')
      child.stdout?.destroy()
      const [code] = await once(child, 'close')
      expect([code, stderr]).toEqual([0, ''])
    }
  })

  it('works in a pipe into head', async () => {
    const line = `"${process.execPath}" "${cliEntry}" list | head -n 1`
    const env = { ...process.env, STINT_PROFILE: world.profile, TZ: 'Europe/Stockholm' }
    const shell = spawn('sh', ['-c', line], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let stdout = ''
    let stderr = ''
    shell.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
    })
    shell.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
    })
    const [code] = await once(shell, 'close')
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^\w{3} \d+ Jan 2024/)
  })

  it('imports nothing when Ctrl-C comes while the file is read', async () => {
    const big = path.join(world.folder, 'big.csv')
    writeFileSync(big, manyRows(60_000))
    const other = new CliWorld()
    const ran = await other.run(['import', 'csv', big], {
      onSpawn: (child) => interruptOnce(child, () => hasFiles(path.join(other.profile, 'uploads'))),
    })
    expect(ran).toMatchObject({ code: 130, stdout: '', stderr: 'stint: Stopped. Nothing was imported.\n' })
    expect(listShape.parse(await other.json(['list'])).count).toBe(0)
    await other.dispose()
  })
})
