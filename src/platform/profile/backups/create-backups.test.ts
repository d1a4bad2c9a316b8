import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeFilledProfile } from '../../../../tests/torture/support/filled-profile.ts'
import { tempDir } from '../../../../tests/torture/support/temp-dir.ts'
import { openTestHost } from '../../../../tests/torture/support/test-host.ts'

const HOUR = 3_600_000

describe('backups of a profile', () => {
  it('tell their size, reason and number of entries, newest first, also when their notes are gone', async () => {
    const dir = tempDir()
    await makeFilledProfile(dir)
    const opened = await openTestHost(dir)
    opened.clock.advance(24 * HOUR)
    await opened.profile.backups.create('daily', opened.clock.nowMs())
    const listed = opened.profile.backups.list()
    expect(listed).toMatchObject([
      { reason: 'daily', entries: 13, bytes: expect.any(Number) },
      { reason: 'manual', entries: 13 },
    ])
    for (const name of readdirSync(path.join(dir, 'backups'))) {
      if (name.endsWith('.json')) rmSync(path.join(dir, 'backups', name))
    }
    // The name says the second; the note said the millisecond.
    const second = (ms: number) => Math.floor(ms / 1000) * 1000
    expect(opened.profile.backups.list()).toEqual(listed.map((one) => ({ ...one, madeAtMs: second(one.madeAtMs) })))
  })

  it('asked for at the same moment are all made, one after the other, under names of their own', async () => {
    const opened = await openTestHost(tempDir())
    const nowMs = opened.clock.nowMs()
    const made = await Promise.all([1, 2, 3].map(() => opened.profile.backups.create('manual', nowMs)))
    expect(made.every(({ ok }) => ok)).toBe(true)
    expect(new Set(made.map((one) => one.ok && one.value.name)).size).toBe(3)
  })

  it('are finished when the profile is closed', async () => {
    const dir = tempDir()
    const opened = await openTestHost(dir)
    const making = opened.profile.backups.create('quit', opened.clock.nowMs())
    await opened.profile.close()
    expect(await making).toMatchObject({ ok: true })
  })

  it('are thinned out by the person’s setting, notes and all', async () => {
    const dir = tempDir()
    const opened = await openTestHost(dir)
    await opened.client.settings.update({ commandKey: opened.key(), backupsKept: 3 })
    for (let count = 0; count < 6; count += 1) {
      opened.clock.advance(1000)
      await opened.profile.backups.create('manual', opened.clock.nowMs())
    }
    expect(readdirSync(path.join(dir, 'backups'))).toHaveLength(6)
    expect(opened.profile.backups.list()).toHaveLength(3)
  })

  it('are private, and what one that was cut short left is cleared away', async () => {
    const dir = tempDir()
    const { backup } = await makeFilledProfile(dir)
    const half = path.join(dir, 'backups', '20261120-000000-daily.db.tmp')
    writeFileSync(half, 'half')
    const opened = await openTestHost(dir)
    await opened.profile.backups.create('manual', opened.clock.nowMs() + HOUR)
    expect(readdirSync(path.join(dir, 'backups')).some((name) => name.endsWith('.tmp'))).toBe(false)
    if (process.platform !== 'win32') expect(statSync(path.join(dir, 'backups', backup)).mode & 0o077).toBe(0)
  })

  it('say so when they cannot be written, and nothing is left', async () => {
    const dir = tempDir()
    const opened = await openTestHost(dir)
    writeFileSync(path.join(dir, 'backups'), 'a file in the way')
    expect(await opened.profile.backups.create('manual', opened.clock.nowMs())).toMatchObject({
      ok: false,
      error: { code: 'read-only' },
    })
    expect(readFileSync(path.join(dir, 'backups'), 'utf8')).toBe('a file in the way')
    rmSync(path.join(dir, 'backups'))
    expect(await opened.profile.backups.create('manual', opened.clock.nowMs())).toMatchObject({ ok: true })
  })
})
