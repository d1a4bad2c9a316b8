import { copyFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { tempDir } from './support/temp-dir.ts'
import { openTestHost, type TestHost, visible } from './support/test-host.ts'
import { readWalFrames } from './support/wal-file.ts'

const MINUTE = 60_000

/** T2. What power loss may leave: the file as of the last checkpoint, and a log cut off anywhere after it. */
describe('a log torn by power loss', () => {
  it('gives back a prefix of the acknowledged history, whole commands only, wherever it is cut', async () => {
    const source = tempDir()
    const states = await writeHistory(source)
    const wal = readFileSync(path.join(source, 'torn', 'stint.db-wal'))
    const commits = readWalFrames(wal).filter(({ isCommit }) => isCommit)
    expect(commits).toHaveLength(states.length)

    const cuts = new Set<number>([0, 1, 31, 32])
    for (const { endByte } of readWalFrames(wal))
      for (const cut of [endByte - 2048, endByte - 1, endByte]) cuts.add(cut)
    expect(cuts.size).toBeGreaterThan(100)
    const trial = tempDir()
    for (const cut of cuts) {
      const whole = commits.filter(({ endByte }) => endByte <= cut).length
      placeTorn(source, trial, wal.subarray(0, cut))
      expect(await stateOf(trial), `cut at byte ${cut}`).toBe(
        whole === 0 ? states[0]?.before : states[whole - 1]?.after,
      )
    }
  })

  it('stops at a page that was only half written, though later ones are whole', async () => {
    const source = tempDir()
    const states = await writeHistory(source)
    const wal = readFileSync(path.join(source, 'torn', 'stint.db-wal'))
    const frames = readWalFrames(wal)
    const trial = tempDir()
    for (let index = 0; index < frames.length; index += 7) {
      const start = index === 0 ? 32 : (frames[index - 1]?.endByte ?? 0)
      const torn = Buffer.from(wal)
      torn.fill(0, start + 24 + 2048, start + 24 + 2560)
      torn[start + 24 + 100] = (torn[start + 24 + 100] ?? 0) ^ 0x40
      const whole = frames.slice(0, index).filter(({ isCommit }) => isCommit).length
      placeTorn(source, trial, torn)
      expect(await stateOf(trial), `frame ${index}`).toBe(whole === 0 ? states[0]?.before : states[whole - 1]?.after)
    }
  })
})

/** Runs commands, noting what a person sees before and after each; copies the files while the log holds them all. */
async function writeHistory(dir: string): Promise<{ before: string; after: string }[]> {
  const opened = await openTestHost(dir)
  const states: { before: string; after: string }[] = []
  for (const command of commands(opened)) {
    const before = await visible(opened.client)
    await command()
    states.push({ before, after: await visible(opened.client) })
  }
  mkdirSync(path.join(dir, 'torn'))
  for (const name of ['stint.db', 'stint.db-wal', 'profile.json']) {
    copyFileSync(path.join(dir, name), path.join(dir, 'torn', name))
  }
  // A checkpoint would have moved commands into the file, and the cuts would prove nothing.
  expect(statSync(path.join(dir, 'torn', 'stint.db-wal')).size).toBeLessThan(1000 * 4096)
  await opened.profile.close()
  return states
}

function* commands({ client, clock, key }: TestHost): Generator<() => Promise<unknown>> {
  for (let round = 0; round < 6; round += 1) {
    const commandKey = () => ({ commandKey: key() })
    yield () => client.projects.create({ ...commandKey(), name: `Project ${round}` })
    yield () => client.timer.start({ ...commandKey(), note: `Note ${round}` })
    clock.advance(10 * MINUTE)
    // A switch writes two entries: half of it would be seen at once.
    yield () => client.timer.start({ ...commandKey(), note: `Switched ${round}` })
    clock.advance(10 * MINUTE)
    yield () => client.timer.stop(commandKey())
    yield () => client.history.undo(commandKey())
    yield () => client.history.redo(commandKey())
    clock.advance(10 * MINUTE)
  }
}

function placeTorn(source: string, trial: string, wal: Buffer): void {
  for (const name of ['stint.db', 'profile.json']) {
    copyFileSync(path.join(source, 'torn', name), path.join(trial, name))
  }
  writeFileSync(path.join(trial, 'stint.db-wal'), wal)
}

async function stateOf(dir: string): Promise<string> {
  const opened = await openTestHost(dir)
  try {
    expect(opened.profile.db.current().pragma('quick_check', { simple: true })).toBe('ok')
    return await visible(opened.client)
  } finally {
    await opened.profile.close()
  }
}
