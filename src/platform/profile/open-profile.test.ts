import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { tempDir } from '../../../tests/torture/support/temp-dir.ts'
import { openOk, profileDeps } from '../../../tests/torture/support/test-host.ts'
import { APPLICATION_ID, readPragmas } from './connection.ts'
import { openProfile } from './open-profile.ts'

describe('opening a profile', () => {
  it('makes one in a folder without, readable by its owner only', async () => {
    const dir = path.join(tempDir(), 'deep', 'er')
    const profile = await openOk(dir)
    expect(profile.created).toBe(true)
    expect(profile.changed()).toBe(false)
    expect(readdirSync(dir).sort()).toEqual(['profile.json', 'profile.lock', 'stint.db', 'stint.db-wal'])
    if (process.platform === 'win32') return
    expect(statSync(dir).mode & 0o077).toBe(0)
    for (const name of ['stint.db', 'stint.db-wal', 'profile.json']) {
      expect(statSync(path.join(dir, name)).mode & 0o077, name).toBe(0)
    }
  })

  it('finds it again as the same, and leaves one file when it is closed', async () => {
    const dir = tempDir()
    const first = await openOk(dir)
    await first.close()
    await first.close()
    expect(readdirSync(dir).sort()).toEqual(['profile.json', 'profile.lock', 'stint.db'])
    const again = await openOk(dir)
    expect(again.created).toBe(false)
    expect(again.profileId).toBe(first.profileId)
  })

  it('has every commit on the disk before it is acknowledged, also when it was opened before', async () => {
    const dir = tempDir()
    for (const _time of ['first', 'second', 'third']) {
      const profile = await openOk(dir)
      const db = profile.db.current()
      expect(readPragmas(db, 50).filter(({ wanted, found }) => wanted !== found)).toEqual([])
      expect(db.pragma('synchronous', { simple: true })).toBe(2)
      expect(db.pragma('application_id', { simple: true })).toBe(APPLICATION_ID)
      await profile.close()
    }
  })

  it('writes the sentinel anew when a start was cut short before it', async () => {
    const dir = tempDir()
    await (await openOk(dir)).close()
    rmSync(path.join(dir, 'profile.json'))
    await (await openOk(dir)).close()
    expect(existsSync(path.join(dir, 'profile.json'))).toBe(true)
  })

  it('starts over where a start was cut short before there was a database', async () => {
    const dir = tempDir()
    const half = new Database(path.join(dir, 'stint.db.new'))
    half.exec('create table half (done)')
    half.close()
    expect((await openOk(dir)).created).toBe(true)
    expect(readdirSync(dir).filter((name) => name.includes('.new'))).toEqual([])
  })

  it('tells whether anything was written since', async () => {
    const dir = tempDir()
    const profile = await openOk(dir)
    profile.db.current().prepare("insert into settings (id, value_json) values ('x', '{}')").run()
    expect(profile.changed()).toBe(true)
    await profile.close()
    expect((await openOk(dir)).changed()).toBe(false)
  })

  it('fails loudly where the migrations are not there: that is a broken installation, not a broken profile', async () => {
    const dir = tempDir()
    await expect(openProfile(dir, profileDeps({ migrationsDir: path.join(dir, 'nowhere') }))).rejects.toThrow(
      /_journal/,
    )
    // And the lock is free again.
    expect((await openOk(dir)).created).toBe(true)
  })

  it('takes a path with a trailing separator, dots or a relative one for the same profile', async () => {
    const dir = tempDir()
    const { profileId, close } = await openOk(`${dir}${path.sep}.${path.sep}`)
    await close()
    expect((await openOk(path.relative(process.cwd(), dir))).profileId).toBe(profileId)
  })
})
