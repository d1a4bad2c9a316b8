import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { fill, makeFilledProfile } from '../../../../tests/torture/support/filled-profile.ts'
import { tempDir } from '../../../../tests/torture/support/temp-dir.ts'
import { openOk, openTestHost } from '../../../../tests/torture/support/test-host.ts'
import { doctorCheckSchema } from '../../../shared/contract/host.ts'
import type { Profile } from '../open-profile.ts'

async function findings(profile: Profile) {
  const checks = await profile.diagnostics.run()
  for (const check of checks) {
    expect(doctorCheckSchema.safeParse(check).success).toBe(true)
    expect(check.mend !== '', `${check.id} says what to do when something is wrong`).toBe(check.status !== 'ok')
  }
  return Object.fromEntries(checks.map(({ id, status, detail }) => [id, `${status}: ${detail}`]))
}

describe('doctor', () => {
  it('finds nothing wrong with a profile in order', async () => {
    const dir = tempDir()
    await makeFilledProfile(dir)
    const opened = await openTestHost(dir)
    chmodSync(dir, 0o700)
    const found = await findings(opened.profile)
    // What a machine offers around Stint (a display, a tray) is no part of the profile's health.
    const { 'desktop-app': _app, 'desktop-services': _services, presence: _presence, ...own } = found
    expect(Object.values(own).filter((text) => !text.startsWith('ok'))).toEqual([])
    expect(Object.keys(found).length).toBeGreaterThanOrEqual(14)
  })

  it('warns when there is no backup, and when the newest is old', async () => {
    const opened = await openTestHost(tempDir())
    expect(await findings(opened.profile)).toMatchObject({ 'backup-age': expect.stringMatching(/^warn: there is no/) })
    await opened.profile.backups.create('manual', opened.clock.nowMs())
    opened.clock.advance(100 * 3_600_000)
    expect(await findings(opened.profile)).toMatchObject({ 'backup-age': expect.stringMatching(/^warn: .* 100 h old/) })
  })

  it('finds a byte that changed in the newest backup', async () => {
    const dir = tempDir()
    const { backup } = await makeFilledProfile(dir)
    const file = path.join(dir, 'backups', backup)
    const bytes = readFileSync(file)
    const at = bytes.indexOf('Work 3')
    bytes[at] = 0x77
    writeFileSync(file, bytes)
    expect(await findings(await openOk(dir))).toMatchObject({
      'backup-good': expect.stringMatching(/^fail: .*changed/),
    })
  })

  it('finds a setting that was changed under way', async () => {
    const profile = await openOk(tempDir())
    profile.db.current().pragma('synchronous = NORMAL')
    expect(await findings(profile)).toMatchObject({ durability: 'fail: synchronous is 1, not 2' })
  })

  it('finds days that do not add up, and a reference to nothing', async () => {
    const opened = await openTestHost(tempDir())
    await fill(opened)
    const db = opened.profile.db.current()
    db.exec('update entry_days set ms = ms + 1 where rowid in (select rowid from entry_days limit 1)')
    db.pragma('foreign_keys = OFF')
    db.exec("update entries set project_id = 'nobody' where seq = 1")
    expect(await findings(opened.profile)).toMatchObject({
      'day-totals': expect.stringMatching(/^fail: 1 of/),
      references: 'fail: 1 rows refer to something that is gone',
    })
  })

  it('warns when others may look in', { skip: process.platform === 'win32' }, async () => {
    const dir = tempDir()
    const profile = await openOk(dir)
    chmodSync(dir, 0o755)
    expect(await findings(profile)).toMatchObject({ permissions: expect.stringMatching(/^warn/) })
  })

  it('goes on when a check breaks, and runs the host’s own', async () => {
    const profile = await openOk(tempDir(), {
      extraChecks: [() => ({ id: 'mine', title: 'Mine', status: 'ok', detail: 'fine', mend: '' })],
    })
    profile.db.current().exec('drop table entry_days')
    const found = await findings(profile)
    expect(found['day-totals']).toMatch(/^fail: This could not be checked: no such table/)
    expect(found['mine']).toBe('ok: fine')
  })
})
