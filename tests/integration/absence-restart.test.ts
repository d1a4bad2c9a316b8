import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type AbsenceWorld, at, createAbsenceWorld, TOMORROW } from './absence-support.ts'

let w: AbsenceWorld
beforeEach(() => {
  w = createAbsenceWorld()
})
afterEach(() => w.dispose())

describe('a question', () => {
  it('stays open over night and over a restart, and its pieces stay as they were', async () => {
    await w.start('Report')
    w.work('18:00')
    w.power.signal('lock')
    w.to('18:20')
    w.power.signal('unlock')
    w.work('18:30')
    const { question } = await w.get()
    w.power.signal('lock')
    w.to('8:00', TOMORROW)
    w.end()
    w.begin()
    expect((await w.get()).question).toMatchObject({ id: question?.id, askedAtMs: question?.askedAtMs })
    expect(await w.asked()).toEqual([
      ['18:00', '18:20', 'lock'],
      ['18:30', '21. 08:00', 'lock'],
    ])
    await w.answer({ kind: 'discard' })
    expect(await w.entries()).toEqual(['17:00–18:00 Report', '18:20–18:30 Report', '21. 08:00– Report'])
  })
})

describe('a start', () => {
  it('after a crash asks from the last sign of life', async () => {
    await w.start()
    w.work('18:00:30')
    const lastSign = w.lifeSigns.last
    w.crash()
    w.sleepTo('9:00', TOMORROW)
    w.begin()
    expect(lastSign).toMatchObject({ ended: false })
    const [piece] = (await w.get()).question?.pieces ?? []
    expect(piece).toEqual({ fromMs: lastSign?.atMs, untilMs: at('9:00', TOMORROW), cause: 'crash' })
    // At most a minute was worked since that sign.
    expect(at('18:00:30') - (piece?.fromMs ?? 0)).toBeLessThanOrEqual(60_000)
  })

  it('after an orderly end asks about the time when Stint was closed', async () => {
    await w.start()
    w.work('18:00')
    w.end()
    w.sleepTo('9:00', TOMORROW)
    w.begin()
    expect(await w.asked()).toEqual([['18:00', '21. 09:00', 'closed']])
  })

  it('after a short pause asks nothing', async () => {
    await w.start()
    w.work('18:00')
    w.end()
    w.sleepTo('18:04')
    w.begin()
    w.work('18:10')
    expect(await w.get()).toEqual({ question: null, away: null })
  })

  it('after a shutdown while idle keeps the first cause and its start', async () => {
    await w.start()
    w.work('18:00')
    w.to('18:30')
    w.power.signal('shutdown')
    w.end()
    w.sleepTo('9:00', TOMORROW)
    w.begin()
    expect(await w.asked()).toEqual([['18:00', '21. 09:00', 'idle']])
  })

  it('asks nothing about an entry that no host saw, and nothing with the setting off', async () => {
    await w.start('A')
    w.work('18:00')
    w.end()
    w.open()
    await w.start('B')
    w.sleepTo('9:00', TOMORROW)
    w.begin()
    expect(await w.asked()).toBeNull()
    await w.set({ idleDetection: false })
    w.end()
    w.sleepTo('12:00', TOMORROW)
    w.begin()
    expect(await w.asked()).toBeNull()
  })

  it('counts a command meanwhile as a sign of the person', async () => {
    const { id } = await w.start('A')
    w.work('18:00')
    w.end()
    w.sleepTo('20:00')
    w.open()
    await w.client.entries.update({ commandKey: w.key(), id, note: 'A!' })
    w.sleepTo('9:00', TOMORROW)
    w.begin()
    expect(await w.asked()).toEqual([['20:00', '21. 09:00', 'closed']])
  })

  it('goes on with what the person said of themselves', async () => {
    await w.start()
    w.work('18:00')
    await w.report({ kind: 'away' })
    w.end()
    w.sleepTo('18:30')
    w.begin()
    expect(await w.get()).toEqual({ question: null, away: { cause: 'away', sinceMs: at('18:00') } })
    await w.report({ kind: 'back' })
    expect(await w.asked()).toEqual([['18:00', '18:30', 'away']])
  })

  it('asks about an entry that was stopped by a command while its person was away and no host ran', async () => {
    await w.start('A')
    w.work('18:00')
    w.power.signal('lock')
    w.to('18:10')
    w.end()
    w.sleepTo('18:30')
    w.open()
    await w.stop()
    w.sleepTo('20:00')
    w.begin()
    expect(await w.asked()).toEqual([['18:00', '18:30', 'lock']])
    expect(w.lifeSigns.last).toBeNull()
  })
})

describe('single commands, with no host at all', () => {
  beforeEach(() => w.end())

  it('“stint away” and “stint back” ask as well', async () => {
    w.open()
    await w.start('A')
    w.sleepTo('18:00')
    w.open()
    expect((await w.report({ kind: 'away' })).away).toEqual({ cause: 'away', sinceMs: at('18:00') })
    w.sleepTo('18:02')
    w.open()
    expect((await w.get()).away).toEqual({ cause: 'away', sinceMs: at('18:00') })
    await w.report({ kind: 'back' })
    expect(await w.asked()).toEqual([['18:00', '18:02', 'away']])
    w.open()
    expect(await w.get()).toMatchObject({ away: null, question: { state: 'open' } })
  })

  it('a “stint stop” while away is asked about at the next word', async () => {
    w.open()
    await w.start('A')
    await w.report({ kind: 'away' })
    w.sleepTo('18:00')
    w.open()
    await w.stop()
    w.sleepTo('19:00')
    w.open()
    await w.report({ kind: 'back' })
    expect(await w.asked()).toEqual([['17:00', '18:00', 'away']])
  })
})
