import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { connectInMemory } from '../../src/platform/transport/in-memory-client.ts'
import { openHost } from '../../src/server/local/open-host.ts'
import { FakeClock } from '../fakes/fake-clock.ts'
import { migrationsDir } from '../fakes/test-core.ts'
import { serveLogind } from './support/fake-logind.ts'
import { noBusReason, startPrivateBus } from './support/private-bus.ts'

describe('a headless host on a machine with D-Bus', () => {
  it('asks about the time between lock and unlock, though no page is open', async (context) => {
    if (noBusReason !== undefined) return context.skip(noBusReason)
    const bus = await startPrivateBus()
    onTestFinished(() => bus.stop())
    const logind = await serveLogind(bus)
    vi.stubEnv('DBUS_SYSTEM_BUS_ADDRESS', bus.address)
    vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', bus.address)
    const dir = mkdtempSync(path.join(tmpdir(), 'stint-bus-'))
    onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
    const clock = new FakeClock()
    const opened = await openHost({
      profileDir: dir,
      kind: 'headless',
      version: '0',
      migrationsDir,
      clock,
      hearsMachine: true,
    })
    if (!opened.ok) throw new Error(opened.error.message)
    onTestFinished(() => opened.value.dispose())
    const client = connectInMemory(opened.value.core.router, 'test')
    await vi.waitFor(() => expect(logind.asked).toContain('GetAll'))
    const { entry } = await client.timer.start({ commandKey: 'bus-key-1', note: 'Payment retry' })
    clock.advance(60_000)
    const leftMs = clock.nowMs()
    logind.change('LockedHint', true)
    await vi.waitFor(async () => expect((await client.absence.get({})).away?.cause).toBe('lock'))
    clock.advance(20 * 60_000)
    logind.change('LockedHint', false)
    await vi.waitFor(async () => expect((await client.absence.get({})).question).not.toBeNull())
    const { question } = await client.absence.get({})
    expect(question).toMatchObject({
      entryId: entry.id,
      pieces: [{ fromMs: leftMs, untilMs: leftMs + 20 * 60_000, cause: 'lock' }],
    })
  })
})
