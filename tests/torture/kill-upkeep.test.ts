import { cpSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { verifyBackup } from '../../src/platform/profile/backups/verify-backup.ts'
import { FakeClock } from '../fakes/fake-clock.ts'
import { migrationsDir } from '../fakes/test-core.ts'
import { versionAfter } from '../migrations/support/migrations-folder.ts'
import { rebuildEntries } from '../migrations/support/rebuild-entries.ts'
import { expectSound } from './support/check-profile.ts'
import { type Child, startChild } from './support/child.ts'
import { makeFilledProfile } from './support/filled-profile.ts'
import { randomFrom } from './support/random.ts'
import { tempDir } from './support/temp-dir.ts'
import { openOk, openTestHost, visible } from './support/test-host.ts'

const ROUNDS = Math.max(6, Number(process.env['STINT_KILL_ROUNDS'] ?? 0) / 2)
const SEED = Number(process.env['STINT_SEED'] ?? Date.now() % 1_000_000)

/** T1 where Stint moves whole files about. */
describe(`kill -9 while Stint looks after its files, STINT_SEED=${SEED}`, () => {
  it('making a profile: the next start makes it or finds it, and never says that one was lost', async () => {
    const random = randomFrom(SEED)
    const outcomes = new Set<boolean>()
    const wholeMs = await timeOf(tempDir(), migrationsDir)
    for (let round = 0; round < ROUNDS; round += 1) {
      const dir = tempDir()
      await killOpening(dir, migrationsDir, random() * wholeMs * 1.1)
      const profile = await openOk(dir)
      outcomes.add(profile.created)
      expectSound(profile.db.current())
      expect(readdirSync(dir).filter((name) => name.includes('.new'))).toEqual([])
      await profile.close()
    }
    expect(outcomes.size).toBeGreaterThan(0)
  })

  it('migrating: every row is there, in the old form or the new, and the next start finishes', async () => {
    const random = randomFrom(SEED + 1)
    const newer = versionAfter({ tag: '0001_rebuild', sql: rebuildEntries() })
    const steps = readdirSync(newer).filter((file) => file.endsWith('.sql')).length
    const filled = tempDir()
    await makeFilledProfile(filled)
    const before = await stateOf(filled)
    const copy = () => {
      const dir = tempDir()
      cpSync(filled, dir, { recursive: true })
      return dir
    }
    const wholeMs = await timeOf(copy(), newer)
    for (let round = 0; round < ROUNDS; round += 1) {
      const dir = copy()
      await killOpening(dir, newer, random() * wholeMs * 1.1)
      const profile = await openOk(dir, { migrationsDir: newer })
      expectSound(profile.db.current())
      expect(profile.db.current().prepare('select count(*) from __drizzle_migrations').pluck().get()).toBe(steps)
      await profile.close()
      expect(await stateOf(dir, newer)).toBe(before)
    }
  })

  it('backing up and restoring: the profile opens with all entries, and every backup listed is whole', async () => {
    const random = randomFrom(SEED + 2)
    const dir = tempDir()
    await makeFilledProfile(dir)
    const before = await stateOf(dir)
    for (let round = 0; round < ROUNDS; round += 1) {
      const child = startChild('upkeep-for-ever.ts', [dir])
      expect(await child.line(), child.errors()).toBe('ready')
      for (let lines = Math.floor(random() * 4); lines > 0; lines -= 1) await child.line()
      await killWithin(child, random() * 60)
      expect(await stateOf(dir)).toBe(before)
      for (const name of readdirSync(path.join(dir, 'backups')).filter((file) => file.endsWith('.db'))) {
        expect(verifyBackup(path.join(dir, 'backups', name)), name).toMatchObject({ ok: true })
      }
    }
  })
})

async function killOpening(dir: string, version: string, ms: number): Promise<void> {
  const child = startChild('open-once.ts', [dir, version])
  expect(await child.line(), child.errors()).toBe('begin')
  await killWithin(child, ms)
}

async function killWithin(child: Child, ms: number): Promise<void> {
  // Not a wait for something: the random moment is the test.
  await after(ms)
  await child.kill()
}

/** From `begin` to `done`: where kills are to fall. */
async function timeOf(dir: string, version: string): Promise<number> {
  const child = startChild('open-once.ts', [dir, version])
  expect(await child.line(), child.errors()).toBe('begin')
  const startedMs = performance.now()
  expect(await child.line(), child.errors()).toBe('done')
  return performance.now() - startedMs
}

async function stateOf(dir: string, version?: string): Promise<string> {
  const opened = await openTestHost(dir, new FakeClock(), version)
  try {
    return await visible(opened.client)
  } finally {
    await opened.profile.close()
  }
}
