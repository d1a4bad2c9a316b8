import { isDefinedError, safe } from '@orpc/client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTestCore } from '../fakes/test-core.ts'

const MINUTE = 60_000

describe('the timer', () => {
  let t: ReturnType<typeof createTestCore>
  beforeEach(() => {
    t = createTestCore()
  })
  afterEach(() => t.dispose())

  const refused = async (call: Promise<unknown>) => {
    const { error } = await safe(call)
    if (!isDefinedError(error)) throw new Error(`expected a typed error, got ${String(error)}`)
    return error as { code: string; data: unknown; message: string }
  }

  it('starts with nothing at all, and runs from now', async () => {
    const { entry, stopped } = await t.client.timer.start({ commandKey: t.key() })
    expect(stopped).toBeNull()
    expect(entry.time).toEqual({
      kind: 'clock',
      startedAtMs: t.clock.nowMs(),
      endedAtMs: null,
      zone: 'Europe/Stockholm',
    })
    t.clock.advance(5 * MINUTE)
    const status = await t.client.timer.status({})
    expect(status.running?.id).toBe(entry.id)
    expect(status.todayMs).toBe(5 * MINUTE)
  })

  it('stops A at the very instant at which B starts', async () => {
    const a = await t.client.timer.start({ commandKey: t.key(), note: 'A' })
    t.clock.advance(10 * MINUTE)
    const b = await t.client.timer.start({ commandKey: t.key(), note: 'B' })
    expect(b.stopped?.id).toBe(a.entry.id)
    expect(b.stopped?.time).toMatchObject({ endedAtMs: t.clock.nowMs() })
    expect(b.entry.time).toMatchObject({ startedAtMs: t.clock.nowMs(), endedAtMs: null })
  })

  it('gives the first answer again for a repeated key, and starts only one timer', async () => {
    const first = await t.client.timer.start({ commandKey: 'same-key-1', note: 'once' })
    t.clock.advance(MINUTE)
    expect(await t.client.timer.start({ commandKey: 'same-key-1', note: 'once' })).toEqual(first)
    expect((await t.client.entries.list({})).entries).toHaveLength(1)
    expect((await refused(t.client.timer.start({ commandKey: 'same-key-1', note: 'other' }))).code).toBe('key-reused')
  })

  it('refuses a start in the future, and one before the running entry', async () => {
    const { entry } = await t.client.timer.start({ commandKey: t.key() })
    const atMs = t.clock.nowMs() + 1
    expect((await refused(t.client.timer.start({ commandKey: t.key(), startedAtMs: atMs }))).code).toBe('in-future')
    const early = await refused(t.client.timer.start({ commandKey: t.key(), startedAtMs: atMs - MINUTE }))
    expect(early.code).toBe('starts-before-running')
    expect(early.data).toMatchObject({ running: { id: entry.id } })
  })

  it('asks to cut or to overlap when a start reaches back before the last end, and changes nothing by itself', async () => {
    const startMs = t.clock.nowMs()
    await t.client.timer.start({ commandKey: t.key(), note: 'A' })
    t.clock.advance(30 * MINUTE)
    await t.client.timer.stop({ commandKey: t.key() })
    const input = { note: 'B', startedAtMs: startMs + 20 * MINUTE }
    const asked = await refused(t.client.timer.start({ commandKey: t.key(), ...input }))
    expect(asked.code).toBe('starts-before-last-end')
    expect(asked.data).toMatchObject({ canCut: true })
    await t.client.timer.start({ commandKey: t.key(), ...input, onOverlap: 'cut' })
    const day = await t.client.entries.day({ day: '2026-11-20' })
    expect(day.overlaps).toEqual([])
    expect(day.closedMs).toBe(20 * MINUTE)
  })

  it('never ends an entry before its start when the clock was set back: it says so and keeps running', async () => {
    await t.client.timer.start({ commandKey: t.key() })
    t.clock.advance(-60 * MINUTE)
    expect((await refused(t.client.timer.stop({ commandKey: t.key() }))).code).toBe('clock-behind')
    expect((await refused(t.client.timer.start({ commandKey: t.key() }))).code).toBe('clock-behind')
    expect((await t.client.timer.status({})).running).not.toBeNull()
  })

  it('undoes and redoes each step in order', async () => {
    await t.client.timer.start({ commandKey: t.key(), note: 'A' })
    t.clock.advance(MINUTE)
    await t.client.timer.start({ commandKey: t.key(), note: 'B' })
    await t.client.timer.discard({ commandKey: t.key() })
    const undo = () => t.client.history.undo({ commandKey: t.key() })
    expect((await undo()).item.label).toBe('Discard “B”')
    expect((await t.client.timer.status({})).running?.note).toBe('B')
    await undo()
    expect((await t.client.timer.status({})).running?.note).toBe('A')
    await undo()
    expect((await t.client.timer.status({})).running).toBeNull()
    expect((await refused(undo())).code).toBe('nothing-to-undo')
    for (const label of ['Start “A”', 'Switch to “B”', 'Discard “B”']) {
      expect((await t.client.history.redo({ commandKey: t.key() })).item.label).toBe(label)
    }
    expect((await refused(t.client.history.redo({ commandKey: t.key() }))).code).toBe('nothing-to-redo')
  })

  it('tells a stranger input where it is wrong, and nothing of the inside', async () => {
    const hostile = { commandKey: t.key(), nope: 1 } as never
    const error = await refused(t.client.timer.start(hostile))
    expect(error.code).toBe('invalid-input')
    expect(JSON.stringify(error.data)).toContain('nope')
  })
})
