import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openProfile } from '../../src/platform/profile/open-profile.ts'
import { recoverProfile } from '../../src/platform/profile/recover-profile.ts'
import { writeHostFile } from '../../src/platform/transport/host-file.ts'
import { startChild } from './support/child.ts'
import { makeFilledProfile } from './support/filled-profile.ts'
import { tempDir } from './support/temp-dir.ts'
import { openOk, openRefused, openTestHost, profileDeps } from './support/test-host.ts'

/** T18, the profile's half: how a second host then attaches to the first is tested with the hosts. */
describe('two processes on one profile', () => {
  it('refuse the second while the first lives, and let it in when the first has closed', async () => {
    const dir = tempDir()
    const child = startChild('holder.ts', [dir])
    expect(await child.line(), child.errors()).toBe('open')
    expect(await openRefused(dir)).toMatchObject({ code: 'in-use', owner: null })
    child.process.stdin?.end()
    expect(await child.line()).toBe('closed')
    await openOk(dir)
  })

  it('refuse the other one in the other order too', async () => {
    const dir = tempDir()
    const profile = await openOk(dir)
    expect(await startChild('holder.ts', [dir]).line()).toBe('refused in-use')
    await profile.close()
    expect(await startChild('holder.ts', [dir]).line()).toBe('open')
  })

  it('let the second in at once after kill -9 of the first, with the timer running from its true start', async () => {
    const dir = tempDir()
    const child = startChild('holder.ts', [dir, 'start'])
    const beforeMs = Date.now() - 60_000
    expect(await child.line(), child.errors()).toBe('open')
    expect(await openRefused(dir)).toMatchObject({ code: 'in-use' })
    await child.kill()
    const opened = await openTestHost(dir)
    const { running } = await opened.client.timer.status({})
    expect(running).toMatchObject({ note: 'Held', time: { kind: 'clock', endedAtMs: null } })
    expect(running?.time.kind === 'clock' && running.time.startedAtMs).toBeGreaterThan(beforeMs)
  })

  it('make one profile when both start on an empty folder at the same moment', async () => {
    const dir = tempDir()
    const children = [1, 2, 3].map(() => startChild('holder.ts', [dir]))
    const lines = await Promise.all(children.map((child) => child.line()))
    expect(lines.filter((line) => line === 'open')).toHaveLength(1)
    expect(lines.filter((line) => line === 'refused in-use')).toHaveLength(2)
  })

  it('never recover, restore into or start anew a profile that is open elsewhere', async () => {
    const dir = tempDir()
    await makeFilledProfile(dir)
    const child = startChild('holder.ts', [dir])
    expect(await child.line(), child.errors()).toBe('open')
    for (const choice of [{}, { empty: true }]) {
      expect(recoverProfile(dir, choice, profileDeps())).toMatchObject({ ok: false, error: { code: 'in-use' } })
    }
    child.process.stdin?.end()
    expect(await child.line()).toBe('closed')
    expect((await openOk(dir)).created).toBe(false)
  })

  it('keep out another program’s writes as well', async () => {
    const dir = tempDir()
    await openOk(dir)
    const other = new Database(path.join(dir, 'stint.db'), { timeout: 10 })
    expect(() => other.prepare('select count(*) from profile').get()).toThrow(/locked/)
    other.close()
  })
})

describe('another program that reads the database', () => {
  it('makes the profile in use, and is no reason to call it damaged', async () => {
    const dir = tempDir()
    await makeFilledProfile(dir)
    const other = new Database(path.join(dir, 'stint.db'))
    other.exec('begin; select * from profile')
    expect(await openRefused(dir)).toMatchObject({ code: 'in-use', owner: null })
    other.close()
    await openOk(dir)
  })
})

describe('the answer that a profile is in use', () => {
  const host = { port: 8080, token: 'x'.repeat(43), startedAtMs: 1, version: '0.1.0', url: 'http://127.0.0.1:8080' }

  it('comes at once, with address and process, where a running host says that it is there to stay', async () => {
    const dir = tempDir()
    await openOk(dir)
    writeHostFile(dir, { ...host, pid: process.pid })
    // So long a wait would end the test.
    const error = await openRefused(dir, { busyTimeoutMs: 3_600_000 })
    expect(error).toMatchObject({ code: 'in-use', owner: { pid: process.pid, url: host.url } })
    expect(error.message).toContain(host.url)
  })

  it('is not taken from the file of a host that is gone, nor from one that cannot be read', async () => {
    const dir = tempDir()
    const profile = await openOk(dir)
    const gone = startChild('holder.ts', [tempDir()])
    await gone.kill()
    writeHostFile(dir, { ...host, pid: gone.process.pid ?? 1 })
    expect(await openRefused(dir)).toMatchObject({ code: 'in-use', owner: null })
    writeFileSync(path.join(dir, 'host.json'), '{"pid":')
    expect(await openRefused(dir)).toMatchObject({ code: 'in-use', owner: null })
    await profile.close()
    mkdirSync(path.join(dir, 'logs'), { recursive: true })
    const opened = await openProfile(dir, profileDeps())
    expect(opened.ok).toBe(true)
    if (opened.ok) await opened.value.close()
  })
})
