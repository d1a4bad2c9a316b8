import { randomUUID } from 'node:crypto'
import { closeSync, existsSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs'
import path from 'node:path'
import { isDefinedError, safe } from '@orpc/client'
import { describe, expect, it } from 'vitest'
import { createFileLog } from '../../src/platform/log/create-file-log.ts'
import { digestSteps } from '../../src/platform/profile/content-digest.ts'
import { drain } from '../../src/platform/profile/steps.ts'
import { contract } from '../../src/shared/contract/contract.ts'
import { versionAfter } from '../migrations/support/migrations-folder.ts'
import { rebuildEntries } from '../migrations/support/rebuild-entries.ts'
import type { CommandPath } from './support/command-path.ts'
import { everyCommand, uploadCsv } from './support/every-command.ts'
import { hashesUnder } from './support/file-tree.ts'
import { fill, makeFilledProfile } from './support/filled-profile.ts'
import { mountSmallDisk } from './support/read-only-place.ts'
import { tempDir } from './support/temp-dir.ts'
import { openOk, openRefused, openTestHost, type TestHost, visible } from './support/test-host.ts'

/** Commands that do not begin with a write to the database; the small disk below is for those with files. */
const NOT_IN_DATABASE = [
  'imports.begin',
  'imports.append',
  'backups.create',
  'backups.restore',
  'absence.report',
  'desktop.run',
  // They need a provider, or the secret of one; what they keep is kept as the commands beside them keep it.
  'accounts.add',
  'accounts.setSecret',
  'sync.run',
  'sync.resolve',
  // Marks rows in place: it takes no room.
  'sync.retry',
]

/** T3. SQLite answers SQLITE_FULL when the file may not grow past `max_page_count`, as it does when the disk is full. */
describe('a database that cannot grow', () => {
  it('refuses every command of the contract whole, with words, and takes it once there is room', async () => {
    const opened = await openTestHost(tempDir())
    await fill(opened)
    const refused: string[] = []
    for (const path of everyCommand(opened)) if (await isRefusedWhole(opened, path)) refused.push(path.name)
    expect(opened.profile.db.current().pragma('integrity_check', { simple: true })).toBe('ok')
    expect(refused.sort()).toEqual(commandsOfContract())
  })

  it('imports all rows or none, at whichever page the disk fills up', async () => {
    const opened = await openTestHost(tempDir())
    await fill(opened)
    const input = await uploadCsv(opened, 400, 'half')
    const before = digestOf(opened)
    const db = opened.profile.db.current()
    const pages = Number(db.pragma('page_count', { simple: true }))
    for (let room = 0; room <= 40; room += 1) {
      db.pragma(`max_page_count = ${pages + room}`)
      const outcome = await codeOf(opened.client.imports.run({ commandKey: opened.key(), ...input }))
      if (outcome === 'done') return expect(room).toBeGreaterThan(5)
      expect(outcome, `with ${room} pages of room`).toBe('disk-full')
      expect(digestOf(opened)).toBe(before)
      expect(db.inTransaction).toBe(false)
    }
    makeRoom(opened)
    expect(await codeOf(opened.client.imports.run({ commandKey: opened.key(), ...input }))).toBe('done')
  })
})

describe('a small disk that is full', () => {
  it('refuses commands, uploads and backups with words, leaves no half file, and works again with room', async (context) => {
    const dir = tempDir()
    if (!mountSmallDisk(dir, 8000)) return context.skip('a small disk cannot be mounted here')
    const opened = await openTestHost(dir)
    await fill(opened)
    expect(await opened.profile.backups.create('manual', opened.clock.nowMs())).toMatchObject({ ok: true })
    const { uploadId } = await opened.client.imports.begin({ commandKey: opened.key(), fileName: 'big.csv' })
    const data = Buffer.alloc(400_000, 'x').toString('base64')
    const append = (index: number) =>
      codeOf(opened.client.imports.append({ commandKey: opened.key(), uploadId, fileName: 'big.csv', index, data }))
    let index = 0
    while ((await append(index)) === 'done') index += 1
    expect(index).toBeGreaterThan(0)
    expect(await append(index)).toBe('disk-full')

    // What a piece of an upload left free might be enough for a backup.
    const filler = fillDisk(dir)
    const backups = readdirSync(path.join(dir, 'backups'))
    expect(await opened.profile.backups.create('manual', opened.clock.nowMs() + 1000)).toMatchObject({
      ok: false,
      error: { code: 'disk-full' },
    })
    expect(readdirSync(path.join(dir, 'backups'))).toEqual(backups)

    const before = await visible(opened.client)
    let outcome = 'done'
    let after = before
    // Some commands still fit into what the log file has already.
    for (let tries = 0; tries < 2000 && outcome === 'done'; tries += 1) {
      after = await visible(opened.client)
      const note = 'n'.repeat(3000)
      const time = { kind: 'day' as const, day: '2026-11-17', durationMs: 1000 }
      outcome = await codeOf(opened.client.entries.add({ commandKey: opened.key(), time, note }))
    }
    expect(outcome).toBe('disk-full')
    expect(await visible(opened.client)).toBe(after)

    rmSync(filler)
    rmSync(path.join(dir, 'uploads'), { recursive: true })
    expect(await codeOf(opened.client.timer.stop({ commandKey: opened.key() }))).toBe('done')
    await opened.profile.close()
    await openOk(dir)
  })

  it('leaves a profile that should be migrated or restored as it was', async (context) => {
    const dir = tempDir()
    if (!mountSmallDisk(dir, 4000)) return context.skip('a small disk cannot be mounted here')
    const { backup } = await makeFilledProfile(dir)
    const opened = await openTestHost(dir)
    const before = await visible(opened.client)
    const filler = fillDisk(dir)
    expect(await opened.profile.backups.restore(backup, opened.clock.nowMs())).toMatchObject({
      ok: false,
      error: { code: 'disk-full' },
    })
    expect(await visible(opened.client)).toBe(before)
    await opened.profile.close()
    const migrationsDir = versionAfter({ tag: '0001_rebuild', sql: rebuildEntries() })
    const files = hashesUnder(dir)
    expect(await openRefused(dir, { migrationsDir })).toMatchObject({ code: 'disk-full' })
    expect(hashesUnder(dir)).toMatchObject({ 'stint.db': files['stint.db'] })
    rmSync(filler)
    expect((await openOk(dir, { migrationsDir })).migratedFrom).not.toBeNull()
  })

  it('costs lines of the log, and nothing else', async (context) => {
    const dir = tempDir()
    if (!mountSmallDisk(dir, 1000)) return context.skip('a small disk cannot be mounted here')
    const { log, close } = createFileLog(dir)
    log.info({}, 'first')
    const filler = fillDisk(dir)
    for (let line = 0; line < 50; line += 1) log.info({ text: 'x'.repeat(1000) }, 'lost')
    rmSync(filler)
    log.info({}, 'last')
    close()
    expect(readFileSync(path.join(dir, 'logs', 'stint.log'), 'utf8')).toMatch(/"first"}\n[\s\S]*"last"}\n$/)
  })

  it('makes no profile at all rather than half of one', async (context) => {
    const dir = tempDir()
    if (!mountSmallDisk(dir, 60)) return context.skip('a small disk cannot be mounted here')
    expect(await openRefused(dir)).toMatchObject({ code: 'disk-full' })
    expect(existsSync(path.join(dir, 'stint.db'))).toBe(false)
    expect(await openRefused(dir)).toMatchObject({ code: 'disk-full' })
  })
})

/** A command that frees a page may find room for itself, rightly: hence a few tries, with the pages lying otherwise. */
async function isRefusedWhole(opened: TestHost, { name, prepare }: CommandPath): Promise<boolean> {
  for (let left = 12; left > 0; left -= 1) {
    const run = await prepare()
    const running = (await opened.client.timer.status({})).running?.id
    fillToTheBrim(opened)
    const before = digestOf(opened)
    const commandKey = opened.key()
    const outcome = await codeOf(run(commandKey))
    if (outcome === 'done') {
      makeRoom(opened)
      continue
    }
    expect(outcome, name).toBe('disk-full')
    expect(digestOf(opened), `${name} left nothing half`).toBe(before)
    expect((await opened.client.timer.status({})).running?.id, `${name} did not touch the timer`).toBe(running)
    makeRoom(opened)
    expect(await codeOf(run(commandKey)), `${name} with room again`).toBe('done')
    return true
  }
  return false
}

/** Takes all the room there is; the answer is the file to remove for some. */
function fillDisk(dir: string): string {
  const file = path.join(dir, 'filler')
  const handle = openSync(file, 'w')
  for (const bytes of [65_536, 4096, 1]) {
    try {
      for (;;) writeSync(handle, Buffer.alloc(bytes))
    } catch (error) {
      expect(error).toMatchObject({ code: 'ENOSPC' })
    }
  }
  closeSync(handle)
  return file
}

/** Leaves no free byte in the table that every command writes to: rows of ever smaller size until none fits. */
function fillToTheBrim({ profile }: TestHost): void {
  const db = profile.db.current()
  db.pragma(`max_page_count = ${db.pragma('page_count', { simple: true })}`)
  const add = db.prepare(
    `insert into commands (id, command_key, name, label, actor, at_ms, input_hash, result_json, undoable)
     values (?, ?, '', '', '', 0, '', ?, 0)`,
  )
  for (const bytes of [3000, 300, 30, 0]) {
    // Random ids: one that falls on a full page of the index says nothing yet about the table.
    for (let failures = 0; failures < 50; ) {
      try {
        add.run(randomUUID(), randomUUID(), 'x'.repeat(bytes))
        failures = 0
      } catch (error) {
        expect(error).toMatchObject({ code: 'SQLITE_FULL' })
        failures += 1
      }
    }
  }
}

function makeRoom({ profile }: TestHost): void {
  profile.db.current().pragma('max_page_count = 1073741823')
}

function digestOf({ profile }: TestHost): string {
  return drain(digestSteps(profile.db.current())).digest
}

async function codeOf(call: Promise<unknown>): Promise<string> {
  const { error } = await safe(call)
  if (error === null || error === undefined) return 'done'
  if (isDefinedError(error)) return String((error as { code: string }).code)
  throw error
}

function commandsOfContract(): string[] {
  return Object.entries(contract)
    .flatMap(([group, procedures]) =>
      Object.entries(procedures).flatMap(([name, procedure]) =>
        procedure['~orpc'].meta.kind === 'command' ? [`${group}.${name}`] : [],
      ),
    )
    .filter((name) => !NOT_IN_DATABASE.includes(name))
    .sort()
}
