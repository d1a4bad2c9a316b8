import { expect, it } from 'vitest'
import { createFakeDesktop } from '../../../tests/fakes/fake-desktop.ts'
import { MemoryLifeSigns } from '../../../tests/fakes/memory-life-signs.ts'
import { createTestCore } from '../../../tests/fakes/test-core.ts'
import { openNotice } from './open-notice.ts'

async function desktop() {
  const core = createTestCore({ lifeSigns: new MemoryLifeSigns() })
  return { core, desktop: await createFakeDesktop(core) }
}

it('a clicked notification leads to its place and is no longer unread anywhere', async () => {
  const { core, desktop: shell } = await desktop()
  await core.client.timer.start({ commandKey: core.key() })
  await core.client.absence.report({ commandKey: core.key(), report: { kind: 'away' } })
  core.clock.advance(20 * 60_000)
  await core.client.absence.report({ commandKey: core.key(), report: { kind: 'back' } })
  const { notifications } = await core.client.notifications.list({})
  const [notice] = notifications
  if (notice === undefined) throw new Error('nothing was told')
  openNotice(shell, notice)
  expect(shell.shown).toEqual([{ page: 'absence' }])
  await expect.poll(async () => (await core.client.notifications.list({})).unread).toBe(0)
  core.dispose()
})

it('one that is not known any more still leads to its place, and says so in the log only', async () => {
  const { core, desktop: shell } = await desktop()
  openNotice(shell, { id: core.ports.ids.next(), title: 'Old', body: '', place: { page: 'timer' } })
  expect(shell.shown).toEqual([{ page: 'timer' }])
  await expect.poll(() => shell.memory.lines.length).toBeGreaterThan(0)
  core.dispose()
})
