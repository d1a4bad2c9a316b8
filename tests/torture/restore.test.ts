import { copyFileSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { digestSteps } from '../../src/platform/profile/content-digest.ts'
import { drain } from '../../src/platform/profile/steps.ts'
import type { Backup } from '../../src/shared/contract/host.ts'
import { expectSound } from './support/check-profile.ts'
import { fill, makeFilledProfile } from './support/filled-profile.ts'
import { tempDir } from './support/temp-dir.ts'
import { openOk, openTestHost, type TestHost, visible } from './support/test-host.ts'

const REASONS: readonly Backup['reason'][] = ['manual', 'daily', 'migration', 'restore', 'quit', 'import']

function digestOf({ profile }: TestHost): string {
  return drain(digestSteps(profile.db.current())).digest
}

/** T17. */
describe('a backup', () => {
  it.each(REASONS)(
    'of kind %s, copied as stint.db into a folder with spaces and letters like å, is the profile',
    async (reason) => {
      const opened = await openTestHost(tempDir())
      await fill(opened)
      const [seen, digest] = [await visible(opened.client), digestOf(opened)]
      const made = await opened.profile.backups.create(reason, opened.clock.nowMs())
      if (!made.ok) throw new Error(made.error.message)
      const target = path.join(tempDir(), 'Mina tidböcker – ny dator', '日本')
      mkdirSync(target, { recursive: true })
      copyFileSync(path.join(opened.profile.dir, 'backups', made.value.name), path.join(target, 'stint.db'))
      const moved = await openTestHost(target)
      expect(digestOf(moved)).toBe(digest)
      expect(await visible(moved.client)).toBe(seen)
      expect(moved.profile.profileId).toBe(opened.profile.profileId)
      expectSound(moved.profile.db.current())
      expect(moved.profile.db.current().pragma('journal_mode', { simple: true })).toBe('wal')
    },
  )

  it('holds what was in the log and not yet in the file', async () => {
    const opened = await openTestHost(tempDir())
    opened.profile.db.current().pragma('wal_checkpoint(TRUNCATE)')
    await fill(opened)
    const made = await opened.profile.backups.create('manual', opened.clock.nowMs())
    if (!made.ok) throw new Error(made.error.message)
    const db = new Database(path.join(opened.profile.dir, 'backups', made.value.name), { readonly: true })
    expect(drain(digestSteps(db)).digest).toBe(digestOf(opened))
    db.close()
  })

  it('is whole though commands go on while it is made', async () => {
    const opened = await openTestHost(tempDir())
    await fill(opened)
    const making = opened.profile.backups.create('manual', opened.clock.nowMs())
    for (let index = 0; index < 30; index += 1) {
      opened.clock.advance(60_000)
      await opened.client.timer.start({ commandKey: opened.key(), note: `meanwhile ${index}` })
    }
    const made = await making
    if (!made.ok) throw new Error(made.error.message)
    expect(await opened.profile.backups.restore(made.value.name, opened.clock.nowMs())).toMatchObject({ ok: true })
    expectSound(opened.profile.db.current())
  })
})

describe('a restore', () => {
  it('puts back what was, keeps what it replaced as a backup, and that one takes it back', async () => {
    const opened = await openTestHost(tempDir())
    await fill(opened)
    const earlier = await visible(opened.client)
    const made = await opened.profile.backups.create('manual', opened.clock.nowMs())
    if (!made.ok) throw new Error(made.error.message)
    opened.clock.advance(3_600_000)
    await opened.client.timer.stop({ commandKey: opened.key() })
    await opened.client.tags.create({ commandKey: opened.key(), name: 'only later' })
    const later = await visible(opened.client)
    let reopened = 0
    opened.profile.db.onReopen(() => {
      reopened += 1
    })

    const first = await opened.profile.backups.restore(made.value.name, opened.clock.nowMs())
    if (!first.ok) throw new Error(first.error.message)
    expect(await visible(opened.client)).toBe(earlier)
    expect(first.value.replaced.reason).toBe('restore')
    const second = await opened.profile.backups.restore(first.value.replaced.name, opened.clock.nowMs() + 1000)
    expect(second.ok).toBe(true)
    expect(await visible(opened.client)).toBe(later)
    expect(reopened).toBe(2)
    // Commands go on, and durably.
    await opened.client.timer.start({ commandKey: opened.key(), note: 'after' })
    await opened.profile.close()
    const again = await openTestHost(opened.profile.dir)
    expect((await again.client.timer.status({})).running?.note).toBe('after')
  })

  it.each([
    ['cut short', (file: string) => truncateSync(file, 8192)],
    ['emptied', (file: string) => truncateSync(file, 0)],
    ['made text', (file: string) => writeFileSync(file, 'no database')],
    [
      'changed in one byte',
      (file: string) => {
        const bytes = readFileSync(file)
        bytes[bytes.length - 100] = (bytes[bytes.length - 100] ?? 0) ^ 4
        writeFileSync(file, bytes)
      },
    ],
  ])('of a backup that was %s is refused and touches nothing', async (_, damage) => {
    const dir = tempDir()
    const { backup } = await makeFilledProfile(dir)
    const opened = await openTestHost(dir)
    damage(path.join(dir, 'backups', backup))
    const [before, files] = [digestOf(opened), readdirSync(dir, { recursive: true })]
    expect(await opened.profile.backups.restore(backup, opened.clock.nowMs())).toMatchObject({
      ok: false,
      error: { code: 'damaged-backup', data: { name: backup } },
    })
    expect(digestOf(opened)).toBe(before)
    expect(readdirSync(dir, { recursive: true })).toEqual(files)
  })

  it.each(['../stint.db', '..', '/etc/passwd', 'nope.db', 'stint.db\u0000', ''])(
    'of %j finds no such backup',
    async (name) => {
      const opened = await openTestHost(tempDir())
      expect(await opened.profile.backups.restore(name, opened.clock.nowMs())).toMatchObject({
        ok: false,
        error: { code: 'not-found' },
      })
    },
  )

  it('of another program’s database is refused', async () => {
    const dir = tempDir()
    await makeFilledProfile(dir)
    const foreign = new Database(path.join(dir, 'backups', 'recipes.db'))
    foreign.exec('create table recipes (name)')
    foreign.close()
    const opened = await openTestHost(dir)
    expect(await opened.profile.backups.restore('recipes.db', opened.clock.nowMs())).toMatchObject({
      ok: false,
      error: { code: 'damaged-backup' },
    })
  })

  it('of a backup another profile made makes this folder that profile', async () => {
    const [dir, other] = [tempDir(), tempDir()]
    await makeFilledProfile(dir)
    const { backup } = await makeFilledProfile(other)
    copyFileSync(path.join(other, 'backups', backup), path.join(dir, 'backups', 'from-other.db'))
    const opened = await openTestHost(dir)
    expect(await opened.profile.backups.restore('from-other.db', opened.clock.nowMs())).toMatchObject({ ok: true })
    await opened.profile.close()
    const theirs = await openOk(other)
    expect((await openOk(dir)).profileId).toBe(theirs.profileId)
  })
})
