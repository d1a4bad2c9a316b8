import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { recoverProfile } from '../../src/platform/profile/recover-profile.ts'
import { hashesUnder, hashOf } from './support/file-tree.ts'
import { fill, makeFilledProfile } from './support/filled-profile.ts'
import { makeReadOnly } from './support/read-only-place.ts'
import { tempDir } from './support/temp-dir.ts'
import { openOk, openRefused, openTestHost, profileDeps, visible } from './support/test-host.ts'

const database = (dir: string) => path.join(dir, 'stint.db')

function change(file: string, edit: (bytes: Buffer) => void): void {
  const bytes = readFileSync(file)
  edit(bytes)
  writeFileSync(file, bytes)
}

type Damage = readonly [what: string, code: string, damage: (file: string) => void]

const damages: readonly Damage[] = [
  ['zeroed whole', 'damaged', (file) => change(file, (bytes) => bytes.fill(0))],
  ['with its header zeroed', 'damaged', (file) => change(file, (bytes) => bytes.fill(0, 0, 100))],
  ['with its header smashed', 'damaged', (file) => change(file, (bytes) => bytes.fill(0xa5, 0, 64))],
  ['with its first page smashed', 'damaged', (file) => change(file, (bytes) => bytes.fill(0x5a, 100, 4096))],
  ['with every page but the first smashed', 'damaged', (file) => change(file, (bytes) => bytes.fill(0x5a, 4096))],
  ['cut in half', 'damaged', (file) => truncateSync(file, Math.floor(readFileSync(file).length / 8192) * 4096)],
  ['cut within a page', 'damaged', (file) => truncateSync(file, 5000)],
  ['replaced by text', 'damaged', (file) => writeFileSync(file, 'Dear diary, '.repeat(2000))],
  ['emptied', 'empty-file', (file) => truncateSync(file, 0)],
  ['deleted', 'missing-database', (file) => rmSync(file)],
  ['replaced by another program’s database', 'foreign', replaceByForeign],
  ['replaced by a folder', 'foreign', replaceByFolder],
]

function replaceByForeign(file: string): void {
  rmSync(file)
  const db = new Database(file)
  db.exec('create table recipes (name text); insert into recipes values (1)')
  db.close()
}

function replaceByFolder(file: string): void {
  rmSync(file)
  mkdirSync(file)
  writeFileSync(path.join(file, 'note.txt'), 'why')
}

/** T4. */
describe('a profile whose database was', () => {
  it.each(damages)(
    '%s is refused as %s, keeps every byte, and names the newest good backup',
    async (_, code, damage) => {
      const dir = tempDir()
      const { backup } = await makeFilledProfile(dir)
      damage(database(dir))
      const before = hashesUnder(dir)
      // Twice: a second look must not find something else than the first.
      for (const _attempt of [1, 2]) {
        const error = await openRefused(dir)
        expect(error).toMatchObject({ code, newestBackup: backup, mend: expect.stringContaining(backup) })
        expect(error.message).toContain(dir)
      }
      expect(sameFiles(before, hashesUnder(dir))).toEqual(before)
    },
  )

  it.each(damages)('%s (%s) is recovered from the backup, and what was there is kept', async (_, _code, damage) => {
    const dir = tempDir()
    const { backup } = await makeFilledProfile(dir)
    const whole = await stateOf(dir)
    damage(database(dir))
    const kept = existsSync(database(dir)) ? contentsOf(database(dir)) : undefined
    const recovered = recoverProfile(dir, {}, profileDeps())
    expect(recovered).toMatchObject({ ok: true, value: { backup } })
    expect(await stateOf(dir)).toBe(whole)
    const aside = readdirSync(dir).find((name) => /^stint\.db\.damaged-\d{8}-\d{6}$/.test(name))
    expect(aside && contentsOf(path.join(dir, aside))).toEqual(kept)
  })

  it('smashed in any single page is refused, or opened with every row readable: never half', async () => {
    const dir = tempDir()
    await makeFilledProfile(dir)
    const pages = readFileSync(database(dir)).length / 4096
    const outcomes = new Set<string>()
    for (let page = 1; page < pages; page += 1) {
      const trial = tempDir()
      cpSync(dir, trial, { recursive: true })
      change(database(trial), (bytes) => bytes.fill(0x5a, page * 4096, (page + 1) * 4096))
      const opened = await openTestHost(trial).catch((error: unknown) => String(error))
      outcomes.add(typeof opened === 'string' ? (opened.split(':')[1]?.trim() ?? '') : 'opened')
      if (typeof opened === 'string') continue
      await visible(opened.client)
      await opened.profile.close()
    }
    // A page that is free, or all of whose bytes were free, holds nothing that could be lost.
    expect([...outcomes].filter((outcome) => outcome !== 'opened')).toEqual(['damaged'])
  })
})

describe('a byte flipped inside a value, which SQLite cannot see,', () => {
  it('is found in a backup, and an older good one is offered in its place', async () => {
    const dir = tempDir()
    const { backup: older } = await makeFilledProfile(dir)
    const opened = await openTestHost(dir)
    opened.clock.advance(3_600_000)
    const made = await opened.profile.backups.create('manual', opened.clock.nowMs())
    const newer = made.ok ? made.value.name : ''
    const file = path.join(dir, 'backups', newer)
    change(file, (bytes) => {
      const at = bytes.indexOf('Running when it happened')
      bytes[at] = (bytes[at] ?? 0) ^ 1
    })
    const before = await visible(opened.client)
    const restored = await opened.profile.backups.restore(newer, opened.clock.nowMs())
    expect(restored).toMatchObject({ ok: false, error: { code: 'damaged-backup' } })
    expect(await visible(opened.client)).toBe(before)
    await opened.profile.close()
    rmSync(database(dir))
    expect(await openRefused(dir)).toMatchObject({ code: 'missing-database', newestBackup: older })
  })
})

describe('the log beside the database', () => {
  it('of an emptied file is not deleted, as SQLite would, and is set aside with it', async () => {
    const { dir, wal } = await leftOpen()
    truncateSync(database(dir), 0)
    const before = hashOf(wal)
    expect(await openRefused(dir)).toMatchObject({ code: 'empty-file' })
    expect(hashOf(wal)).toBe(before)
    expect(recoverProfile(dir, {}, profileDeps())).toMatchObject({ ok: true })
    const aside = readdirSync(dir).find((name) => name.startsWith('stint.db.damaged-') && name.endsWith('-wal'))
    expect(aside && hashOf(path.join(dir, aside))).toBe(before)
    await openOk(dir)
  })

  it('alone is a trace of a profile: no empty one is started over it', async () => {
    const { dir, wal } = await leftOpen()
    rmSync(database(dir))
    rmSync(path.join(dir, 'profile.json'))
    rmSync(path.join(dir, 'backups'), { recursive: true })
    const before = hashOf(wal)
    expect(await openRefused(dir)).toMatchObject({ code: 'missing-database', newestBackup: null })
    expect(hashOf(wal)).toBe(before)
  })

  it('when it is gone leaves what was in the file: whole commands, and never an empty profile', async () => {
    const { dir, wal, inFile } = await leftOpen()
    rmSync(wal)
    expect(await stateOf(dir)).toBe(inFile)
  })

  it('of another profile is refused, and neither file changes', async () => {
    const ours = await leftOpen()
    const other = await leftOpen()
    copyFileSync(other.wal, ours.wal)
    const before = [hashOf(database(ours.dir)), hashOf(ours.wal)]
    const error = await openRefused(ours.dir)
    expect(error).toMatchObject({ code: 'foreign', newestBackup: expect.any(String) })
    expect([hashOf(database(ours.dir)), hashOf(ours.wal)]).toEqual(before)
  })
})

describe('a folder', () => {
  it('where there never was a profile becomes one', async () => {
    const dir = path.join(tempDir(), 'new', 'deeper')
    const profile = await openOk(dir)
    expect(profile.created).toBe(true)
  })

  it('that is a file is refused', async () => {
    const file = path.join(tempDir(), 'file')
    writeFileSync(file, 'x')
    expect(await openRefused(file)).toMatchObject({ code: 'not-a-directory' })
    expect(await openRefused(path.join(file, 'below'))).toMatchObject({ code: 'not-a-directory' })
    expect(readFileSync(file, 'utf8')).toBe('x')
  })

  it('with a stint.db that was never ours is refused, and the file is left alone', async () => {
    const dir = tempDir()
    writeFileSync(database(dir), 'somebody’s notes')
    expect(await openRefused(dir)).toMatchObject({ code: 'foreign', newestBackup: null })
    expect(readFileSync(database(dir), 'utf8')).toBe('somebody’s notes')
  })

  it('that lost everything but its backups is not a new profile', async () => {
    const dir = tempDir()
    const { backup } = await makeFilledProfile(dir)
    for (const name of ['stint.db', 'profile.json', 'profile.lock']) rmSync(path.join(dir, name))
    expect(await openRefused(dir)).toMatchObject({ code: 'missing-database', newestBackup: backup })
  })

  it('that is read-only is refused and says so, with a profile in it or without', async (context) => {
    const dir = tempDir()
    await makeFilledProfile(dir)
    const empty = tempDir()
    const before = hashesUnder(dir)
    if (!makeReadOnly(dir) || !makeReadOnly(empty)) return context.skip('a read-only folder cannot be made here')
    // A read-only disk, or a folder without the right to write.
    const wanted = process.getuid?.() === 0 ? 'read-only' : 'no-access'
    expect(await openRefused(dir)).toMatchObject({ code: wanted })
    expect(await openRefused(empty)).toMatchObject({ code: wanted })
    expect(await openRefused(path.join(empty, 'below'))).toMatchObject({ code: wanted })
    expect(hashesUnder(dir)).toEqual(before)
  })

  it('whose database came from another profile is refused until its person says so', async () => {
    const [dir, other] = [tempDir(), tempDir()]
    await makeFilledProfile(dir)
    await makeFilledProfile(other)
    copyFileSync(database(other), database(dir))
    expect(await openRefused(dir)).toMatchObject({ code: 'foreign' })
    rmSync(path.join(dir, 'profile.json'))
    await openOk(dir)
  })
})

/** A profile as `kill -9` leaves it: commands in the log that are not in the file. */
async function leftOpen(): Promise<{ dir: string; wal: string; inFile: string }> {
  const made = tempDir()
  const opened = await openTestHost(made)
  opened.profile.db.current().pragma('wal_checkpoint(TRUNCATE)')
  const inFile = await visible(opened.client)
  await opened.profile.backups.create('manual', opened.clock.nowMs())
  await fill(opened)
  const dir = tempDir()
  cpSync(made, dir, { recursive: true })
  await opened.profile.close()
  return { dir, wal: path.join(dir, 'stint.db-wal'), inFile }
}

async function stateOf(dir: string): Promise<string> {
  const opened = await openTestHost(dir)
  try {
    return await visible(opened.client)
  } finally {
    await opened.profile.close()
  }
}

/** Only the files that were there before: a look may leave an empty log or its index beside them. */
function sameFiles(before: Record<string, string>, after: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(after).filter(([name]) => name in before))
}

function contentsOf(place: string): unknown {
  return existsSync(path.join(place, 'note.txt')) ? hashesUnder(place) : hashOf(place)
}
