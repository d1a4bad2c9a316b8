import { once } from 'node:events'
import { readdirSync, readlinkSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { startChild } from './support/child.ts'
import { makeFilledProfile } from './support/filled-profile.ts'
import { tempDir } from './support/temp-dir.ts'
import { openRefused, openTestHost } from './support/test-host.ts'

/** T16. */
describe('opening and closing', () => {
  it('a host 50 times leaves no timer, no handle and no open file behind, and the process ends by itself', async () => {
    const dir = tempDir()
    const child = startChild('open-and-close.ts', [dir, '50'])
    const ended = once(child.process, 'exit')
    const said = JSON.parse((await child.line()) ?? child.errors())
    // Pipes are its own stdin and stdout.
    expect(said.resources.filter((kind: string) => !/^(Pipe|TTY)/.test(kind))).toEqual([])
    expect(said.files).toEqual([])
    expect(await ended).toEqual([0, null])
    expect(leftovers(dir)).toEqual([])
  })

  it('a profile with backups and a restore between leaves no open file and no half file behind', async () => {
    const dir = tempDir()
    const { backup } = await makeFilledProfile(dir)
    const opened = await openTestHost(dir)
    for (let round = 0; round < 5; round += 1) {
      opened.clock.advance(1000)
      await opened.profile.backups.create('manual', opened.clock.nowMs())
      expect(await opened.profile.backups.restore(backup, opened.clock.nowMs())).toMatchObject({ ok: true })
      await opened.profile.diagnostics.run()
    }
    await opened.profile.close()
    expect(openFilesUnder(dir)).toEqual([])
    expect(leftovers(dir)).toEqual([])
  })

  it('in vain leaves no open file behind', async () => {
    const dir = tempDir()
    await makeFilledProfile(dir)
    const opened = await openTestHost(dir)
    for (let round = 0; round < 10; round += 1) await openRefused(dir, { busyTimeoutMs: 0 })
    await opened.profile.close()
    expect(openFilesUnder(dir)).toEqual([])
  })
})

/** Linux tells them; elsewhere nothing is compared. */
function openFilesUnder(dir: string): string[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc/self/fd').flatMap((handle) => {
    try {
      const file = readlinkSync(path.join('/proc/self/fd', handle))
      return file.startsWith(dir) ? [file] : []
    } catch {
      // The handle that listed the folder is gone by now.
      return []
    }
  })
}

/** What only work under way may leave in a profile. */
function leftovers(dir: string): string[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(-wal|-shm|-journal|\.tmp|\.new|\.incoming)$/.test(name),
  )
}
