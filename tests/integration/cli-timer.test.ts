import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  errorShape,
  historyShape,
  listShape,
  oneShape,
  redoneShape,
  startedShape,
  statusShape,
  stoppedShape,
  toggledShape,
  undoneShape,
} from './cli-shapes.ts'
import { CliWorld } from './cli-support.ts'

const HOUR_MS = 3_600_000

describe('the timer from the command line', () => {
  const world = new CliWorld()
  beforeAll(async () => {
    await world.serve()
  })
  afterAll(() => world.dispose())

  it('says that nothing runs in a new profile', async () => {
    expect(statusShape.parse(await world.json(['status']))).toEqual({ running: null, todayMs: 0 })
    expect((await world.run(['status'])).stdout).toBe('No timer is running.\nToday 0 s\n')
  })

  it('refuses to stop, discard and continue where there is nothing, with exit 1 and an error as JSON', async () => {
    for (const command of ['stop', 'discard']) {
      const { code, error } = await world.refused([command])
      expect(code).toBe(1)
      expect(errorShape.parse(error).code).toBe('nothing-running')
    }
    const { code, error } = await world.refused(['continue'])
    expect([code, errorShape.parse(error).code]).toEqual([1, 'not-found'])
  })

  it('toggles: starts without a note where nothing runs, stops what runs', async () => {
    const first = toggledShape.parse(await world.json(['toggle']))
    expect([first.started?.note, first.started?.running, first.stopped]).toEqual(['', true, null])
    const second = toggledShape.parse(await world.json(['toggle']))
    expect([second.started, second.stopped?.id]).toEqual([null, first.started?.id])
    expect((await world.run(['toggle'])).stdout).toMatch(/^Started \d\d:\d\d \(no note\)\n$/)
    expect((await world.run(['toggle'])).stdout).toMatch(/^Stopped .*\n$/)
    await world.json(['rm', second.stopped?.id ?? '', 'last', '--yes'])
  })

  it('starts, shows, switches and stops, and names everything beside its id', async () => {
    const args = [
      'start',
      'Payment',
      'retry',
      '--project',
      'Acme/Shop',
      '--activity',
      'Dev',
      '--create',
      '-t',
      'backend',
    ]
    const first = startedShape.parse(await world.json([...args, '--at', '2025-03-10T09:00', '--billable']))
    expect(first.stopped).toBeNull()
    expect(first.entry).toMatchObject({
      note: 'Payment retry',
      project: 'Shop',
      client: 'Acme',
      activity: 'Dev',
      tags: ['backend'],
      billable: true,
      running: true,
      start: '2025-03-10T08:00:00.000Z',
      end: null,
      zone: 'Europe/Stockholm',
      date: '2025-03-10',
      source: 'timer',
    })
    const status = statusShape.parse(await world.json(['status']))
    expect(status.running?.id).toBe(first.entry.id)

    const second = startedShape.parse(await world.json(['start', '--at', '2025-03-10T10:30', '-p', 'acme/shop']))
    expect(second.stopped).toMatchObject({
      id: first.entry.id,
      end: '2025-03-10T09:30:00.000Z',
      durationMs: 1.5 * HOUR_MS,
    })
    expect(second.entry).toMatchObject({ note: '', project: 'Shop' })

    const stopped = stoppedShape.parse(await world.json(['stop', '--at', '2025-03-10T11:00']))
    expect(stopped).toMatchObject({
      entry: { id: second.entry.id, durationMs: 0.5 * HOUR_MS, running: false },
      next: null,
    })
  })

  it('refuses a start in the future and offers both ways out of an overlap', async () => {
    expect((await world.refused(['start', '--at', '+2h'])).error).toMatchObject({ code: 'in-future' })
    const { code, error } = await world.refused(['start', '--at', '2025-03-10T10:45'])
    expect(code).toBe(1)
    const refusal = errorShape.parse(error)
    expect(refusal.code).toBe('starts-before-last-end')
    expect(refusal.hint).toContain('--overlap cut')
    const started = startedShape.parse(await world.json(['start', '--at', '2025-03-10T10:45', '--overlap', 'cut']))
    expect(started.entry.start).toBe('2025-03-10T09:45:00.000Z')
    const { entries } = listShape.parse(await world.json(['list']))
    expect(entries[1]).toMatchObject({ end: '2025-03-10T09:45:00.000Z', durationMs: HOUR_MS / 4 })
    await world.json(['discard'])
  })

  it('says in words what it did', async () => {
    const started = await world.run(['start', 'Stand-up', '-p', 'Shop', '--at', '-10m'])
    expect(started.stdout).toMatch(/^Started (yesterday )?\d\d:\d\d “Stand-up” · Acme \/ Shop\n$/)
    expect((await world.run(['status'])).stdout).toMatch(/● “Stand-up” · Acme \/ Shop\n {2}0:10:\d\d since /)
    expect((await world.run(['stop', '--at', '-5m'])).stdout).toMatch(
      /^Stopped “Stand-up” · Acme \/ Shop · .* · 5 m [0-9a-f]{8}\n$/,
    )
  })

  it('continues the last entry and a named one', async () => {
    const last = startedShape.parse(await world.json(['continue', '--at', '-3m']))
    expect(last.entry).toMatchObject({ note: 'Stand-up', project: 'Shop', running: true })
    const listed = (await world.run(['list', '--search', 'payment'])).stdout
    const id = /([0-9a-f]{8}) {2}\d\d:\d\d/.exec(listed)?.[1] ?? ''
    const named = startedShape.parse(await world.json(['continue', id]))
    expect(named.entry).toMatchObject({ note: 'Payment retry', activity: 'Dev', tags: ['backend'], billable: true })
    expect(named.stopped?.id).toBe(last.entry.id)
  })

  it('discards the running entry, and undo brings it back', async () => {
    const discarded = oneShape.parse(await world.json(['discard']))
    expect(statusShape.parse(await world.json(['status'])).running).toBeNull()
    const undone = undoneShape.parse(await world.json(['undo']))
    expect(undone.undone.undone).toBe(true)
    expect(statusShape.parse(await world.json(['status'])).running?.id).toBe(discarded.entry.id)
    redoneShape.parse(await world.json(['redo']))
    expect(statusShape.parse(await world.json(['status'])).running).toBeNull()
    const items = historyShape.parse(await world.json(['history', '--limit', '3'])).items
    expect(items).toHaveLength(3)
    expect((await world.refused(['redo'])).error).toMatchObject({ code: 'nothing-to-redo' })
  })

  it('starts from a template', async () => {
    await world.json(['templates', 'add', 'Morning', '--note', 'Daily stand-up', '-p', 'Shop', '-t', 'meeting'])
    const started = startedShape.parse(await world.json(['start', '--from-template', 'morning', '--no-billable']))
    expect(started.entry).toMatchObject({ note: 'Daily stand-up', project: 'Shop', tags: ['meeting'], billable: false })
    await world.json(['discard'])
    expect((await world.refused(['start', '--from-template', 'Mornin'])).error).toMatchObject({
      code: 'not-found',
      data: { suggestions: ['Morning'] },
    })
  })

  it('never makes a project by accident, and names the nearest one', async () => {
    const { code, error } = await world.refused(['start', '--project', 'Shpo'])
    expect(code).toBe(1)
    expect(error).toMatchObject({ code: 'not-found', data: { kind: 'project', suggestions: ['Shop'] } })
    expect(errorShape.parse(error).hint).toContain('--create')
    expect(statusShape.parse(await world.json(['status'])).running).toBeNull()
  })

  it.each(['blah', '25:00', '', '-15', '20/11 14:00'])(
    'answers the time %j with exit 2 and what to type',
    async (time) => {
      const { code, error } = await world.refused(['start', '--at', time])
      expect(code).toBe(2)
      expect(errorShape.parse(error)).toMatchObject({
        code: 'usage',
        hint: expect.stringMatching(/Write|Add a unit|Hours/),
      })
    },
  )
})
