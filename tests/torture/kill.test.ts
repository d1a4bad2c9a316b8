import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import path from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { expectSound } from './support/check-profile.ts'
import { startChild } from './support/child.ts'
import { randomFrom } from './support/random.ts'
import { tempDir } from './support/temp-dir.ts'
import { openTestHost } from './support/test-host.ts'

const ROUNDS = Number(process.env['STINT_KILL_ROUNDS'] ?? 20)
const SEED = Number(process.env['STINT_SEED'] ?? Date.now() % 1_000_000)

/** T1. */
describe(`kill -9, ${ROUNDS} rounds, STINT_SEED=${SEED}`, () => {
  it('takes no acknowledged command with it and leaves none half done, at whatever moment it comes', async () => {
    const dir = tempDir()
    const random = randomFrom(SEED)
    const acknowledged = new Map<string, string>()
    for (let round = 0; round < ROUNDS; round += 1) {
      const child = startChild('random-commands.ts', [dir, String(SEED + round)])
      expect(await child.line(), child.errors()).toBe('ready')
      const fresh: string[] = []
      const wanted = 1 + Math.floor(random() * 40)
      while (fresh.length < wanted) fresh.push((await child.line()) ?? raise(child.errors()))
      // On from here the child is in the middle of whatever comes next.
      for (let turns = Math.floor(random() * 200); turns > 0; turns -= 1) await nextTurn()
      fresh.push(...(await child.kill()))
      for (const line of fresh) {
        const [word, key, hash] = line.split(' ')
        if (word !== 'ack' || key === undefined || hash === undefined) throw new Error(`${line}\n${child.errors()}`)
        acknowledged.set(key, hash)
      }
      await expectAll(dir, acknowledged, round)
    }
    expect(acknowledged.size).toBeGreaterThanOrEqual(ROUNDS)
  })

  it('in the middle of an import leaves all of it or nothing, and the timer runs on from its true start', async () => {
    const dir = tempDir()
    const opened = await openTestHost(dir)
    const { entry } = await opened.client.timer.start({ commandKey: opened.key(), note: 'Before the import' })
    await opened.profile.close()
    const random = randomFrom(SEED)
    const rows = 4_000
    const outcomes: number[] = []
    let wholeMs = 0
    let largestBytes = 0
    for (let round = 0; round < 2 + Math.max(6, ROUNDS / 4); round += 1) {
      const child = startChild('import-once.ts', [dir, String(rows)])
      expect(await child.line(), child.errors()).toBe('sent')
      const sentMs = performance.now()
      let finished: string | undefined | null = null
      const reading = child.line().then((line) => {
        finished = line
      })
      // The first round is left alone and shows how long an import takes and how much it writes. Of the rest, one
      // half dies somewhere on the way, the other while the log grows, which is when the transaction is committed.
      const fatalMs = round === 0 || round % 2 === 1 ? Number.POSITIVE_INFINITY : random() * wholeMs
      const fatalBytes = round === 0 || round % 2 === 0 ? Number.POSITIVE_INFINITY : random() * largestBytes
      for (let bytes = 0; finished === null && performance.now() - sentMs < fatalMs && bytes < fatalBytes; ) {
        await nextTurn()
        bytes = sizeOf(path.join(dir, 'stint.db-wal'))
        largestBytes = Math.max(largestBytes, bytes)
      }
      if (round === 0) wholeMs = performance.now() - sentMs
      await child.kill()
      await reading
      const after = await openTestHost(dir)
      const { count } = await after.client.entries.list({ text: 'killed' })
      const { batches } = await after.client.imports.list({})
      const whole = batches.filter(({ undone }) => !undone)
      expect([0, rows]).toContain(count)
      expect(whole.map(({ added }) => added)).toEqual(count === 0 ? [] : [rows])
      if (finished !== null && finished !== undefined) expect(count, 'an import that was answered').toBe(rows)
      expect((await after.client.timer.status({})).running).toEqual(entry)
      expectSound(after.profile.db.current())
      outcomes.push(count)
      for (const { id: batchId } of whole) await after.client.imports.undo({ commandKey: after.key(), batchId })
      await after.profile.close()
    }
    // Otherwise no kill fell inside an import, and the test said nothing.
    expect(outcomes).toContain(0)
  })
})

async function expectAll(dir: string, acknowledged: Map<string, string>, round: number): Promise<void> {
  const opened = await openTestHost(dir)
  const db = opened.profile.db.current()
  const rows = db.prepare('select command_key, result_json from commands').raw().all() as [string, string][]
  const found = new Map(rows.map(([key, json]) => [key, createHash('sha256').update(json).digest('hex')]))
  for (const [key, hash] of acknowledged) expect(found.get(key), `${key} in round ${round}`).toBe(hash)
  // At most the one command whose answer was still on its way, per kill.
  expect(rows.length - acknowledged.size).toBeLessThanOrEqual(round + 1)
  expectSound(db)
  await opened.profile.close()
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

function raise(message: string): never {
  throw new Error(`The child ended: ${message}`)
}
