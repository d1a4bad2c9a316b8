import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { LiveEvent } from '../../src/shared/contract/live.ts'
import { createTestJournal, type TestJournal } from '../fakes/test-journal.ts'

describe('the live subscription', () => {
  let t: TestJournal
  beforeEach(() => {
    t = createTestJournal()
  })
  afterEach(() => t.dispose())

  async function subscribe(signal?: AbortSignal) {
    const events = await t.client.live.subscribe({}, signal === undefined ? {} : { signal })
    return {
      events,
      async next(): Promise<LiveEvent> {
        const { value, done } = await events.next()
        if (done) throw new Error('the subscription ended')
        return value
      },
    }
  }
  const state = async () => {
    const { events, next } = await subscribe()
    const event = await next()
    await events.return(undefined)
    return event.state
  }

  it('first gives a snapshot, then one delta per command that follows the revision before it', async () => {
    const { next, events } = await subscribe()
    const first = await next()
    expect(first).toMatchObject({ type: 'snapshot', state: { revision: 0, running: null, undo: null, redo: null } })
    const { id } = await t.start('A', t.at('17:00'))
    const second = await next()
    expect(second).toMatchObject({
      type: 'delta',
      previousRevision: 0,
      touched: { kinds: ['entry'], days: ['2026-11-20'] },
      state: { revision: 1, running: { id }, undo: { label: 'Start “A”' } },
    })
    await t.client.settings.update({ commandKey: t.key(), theme: 'dark' })
    expect(await next()).toMatchObject({
      type: 'delta',
      previousRevision: 1,
      touched: { kinds: ['settings'], days: [] },
      state: { revision: 2, settings: { theme: 'dark' } },
    })
    await t.undo()
    expect(await next()).toMatchObject({
      previousRevision: 2,
      state: { revision: 3, settings: { theme: 'system' }, redo: { label: 'Change settings: theme' } },
    })
    await events.return(undefined)
  })

  it('says nothing of a command that was refused or repeated', async () => {
    await t.client.timer.start({ commandKey: 'start-once-1' })
    const { next, events } = await subscribe()
    await next()
    await t.client.timer.start({ commandKey: 'start-once-1' })
    await t.client.timer.start({ commandKey: t.key(), startedAtMs: t.clock.nowMs() + 1 }).catch(() => undefined)
    await t.add('9:00', '10:00')
    expect(await next()).toMatchObject({ type: 'delta', previousRevision: 1, state: { revision: 2 } })
    await events.return(undefined)
  })

  it('names every day an entry left or came to', async () => {
    const entry = await t.add('22:00', '1:00', { day: '2026-11-17', toDay: '2026-11-18' })
    const { next, events } = await subscribe()
    await next()
    const time = { kind: 'day' as const, day: '2026-11-01', durationMs: 5 }
    await t.client.entries.update({ commandKey: t.key(), id: entry.id, time })
    const touched = { kinds: ['entry'], days: ['2026-11-01', '2026-11-17', '2026-11-18'] }
    expect(await next()).toMatchObject({ touched })
    await t.undo()
    expect(await next()).toMatchObject({ touched })
    await t.client.entries.remove({ commandKey: t.key(), ids: [entry.id] })
    expect(await next()).toMatchObject({ touched: { days: ['2026-11-17', '2026-11-18'] } })
    await events.return(undefined)
  })

  it('does not name more than 100 days', async () => {
    const { next, events } = await subscribe()
    await next()
    const time = {
      kind: 'clock' as const,
      startedAtMs: t.at('0:00', '2026-01-01'),
      endedAtMs: t.at('0:00', '2026-02-10'),
    }
    for (let n = 0; n < 3; n += 1) {
      const day = `2026-0${n * 2 + 1}-01`
      const startedAtMs = t.at('0:00', day)
      await t.client.entries.add({
        commandKey: t.key(),
        time: { ...time, startedAtMs, endedAtMs: startedAtMs + 40 * 86_400_000 },
      })
      const event = await next()
      expect(event.type === 'delta' && event.touched.days?.length).toBeGreaterThanOrEqual(40)
    }
    const { entries } = await t.client.entries.list({})
    await t.client.entries.bulkEdit({ commandKey: t.key(), ids: entries.map(({ id }) => id), note: 'x' })
    expect(await next()).toMatchObject({ type: 'delta', touched: { days: null } })
    await events.return(undefined)
  })

  it('gives a receiver that fell behind one snapshot of now instead of every step, and goes on with deltas', async () => {
    const { next, events } = await subscribe()
    await next()
    for (let n = 0; n < 200; n += 1) await t.addAmount('2026-11-19', 1)
    expect(await next()).toMatchObject({ type: 'snapshot', state: { revision: 200 } })
    await t.addAmount('2026-11-19', 1)
    expect(await next()).toMatchObject({ type: 'delta', previousRevision: 200, state: { revision: 201 } })
    await events.return(undefined)
  })

  it('never sends a state that contradicts its revision, however commands and reading interleave', async () => {
    const { next, events } = await subscribe()
    let held = (await next()).state
    for (let round = 0; round < 30; round += 1) {
      for (let n = 0; n < round % 3; n += 1) await t.addAmount('2026-11-20', 1)
      if (round % 3 === 0) continue
      const event = await next()
      if (event.type === 'delta') expect(event.previousRevision).toBe(held.revision)
      held = event.state
      expect({ ...held, nowMs: 0 }).toEqual({ ...(await state()), nowMs: 0 })
    }
    await events.return(undefined)
  })

  it('gives a snapshot when the whole profile was replaced', async () => {
    const { next, events } = await subscribe()
    await next()
    t.core.commits.announce(null)
    expect(await next()).toMatchObject({ type: 'snapshot' })
    await t.addAmount('2026-11-19', 1)
    expect(await next()).toMatchObject({ type: 'delta', previousRevision: 0 })
    await events.return(undefined)
  })

  describe('leaves no listener behind', () => {
    it('when the receiver leaves between events', async () => {
      const { events, next } = await subscribe()
      await next()
      expect(t.core.commits.listeners).toBe(1)
      await events.return(undefined)
      expect(t.core.commits.listeners).toBe(0)
    })

    it('when the receiver leaves while it waits for the next event', async () => {
      const { events, next } = await subscribe()
      await next()
      const waiting = events.next()
      await setImmediate()
      const left = events.return(undefined)
      await Promise.all([left, waiting.catch(() => undefined)])
      expect(t.core.commits.listeners).toBe(0)
    })

    it('when the call is aborted, waiting or not', async () => {
      for (const wait of [true, false]) {
        const controller = new AbortController()
        const { events, next } = await subscribe(controller.signal)
        await next()
        const waiting = wait ? events.next().catch(() => undefined) : undefined
        await setImmediate()
        controller.abort()
        await waiting
        if (!wait) await events.next().catch(() => undefined)
        expect(t.core.commits.listeners).toBe(0)
      }
    })

    it('when it was aborted before it began', async () => {
      const { events } = await subscribe(AbortSignal.abort()).catch(() => ({ events: undefined }))
      if (events !== undefined) for await (const event of events) expect(event.type).toBe('snapshot')
      expect(t.core.commits.listeners).toBe(0)
    })

    it('when hundreds come and go', async () => {
      for (let n = 0; n < 300; n += 1) {
        const { events, next } = await subscribe()
        await next()
        await events.return(undefined)
      }
      expect(t.core.commits.listeners).toBe(0)
      await t.addAmount('2026-11-19', 1)
    })
  })
})
