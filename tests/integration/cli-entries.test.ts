import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayShape, errorShape, fixShape, listShape, manyShape, oneShape } from './cli-shapes.ts'
import { CliWorld } from './cli-support.ts'

const HOUR_MS = 3_600_000

describe('entries from the command line', () => {
  const world = new CliWorld()
  const add = async (...args: string[]) => oneShape.parse(await world.json(['add', ...args])).entry
  const edit = async (...args: string[]) => oneShape.parse(await world.json(['edit', ...args])).entry

  beforeAll(async () => {
    await world.serve()
    await world.json(['projects', 'add', 'Acme/Shop', '--create', '--billable'])
    await world.json(['activities', 'add', 'Review'])
    await world.json(['items', 'add', 'TASK-7', 'Retry', 'payments'])
  })
  afterAll(() => world.dispose())

  it('adds an entry from one typed line', async () => {
    const entry = await add('2025-03-10 9-10:30 Fix retry @Shop #backend #"code review"')
    expect(entry).toMatchObject({
      start: '2025-03-10T08:00:00.000Z',
      end: '2025-03-10T09:30:00.000Z',
      durationMs: 1.5 * HOUR_MS,
      note: 'Fix retry',
      project: 'Shop',
      billable: true,
      source: 'manual',
    })
    expect(entry.tags.toSorted()).toEqual(['backend', 'code review'])
  })

  it('adds an entry from options, by ends, by a length, and by a day without clock times', async () => {
    const ends = await add(
      'Review',
      '--date',
      '2025-03-11',
      '--from',
      '9',
      '--to',
      '10:30',
      '-a',
      'review',
      '-i',
      'task-7',
    )
    expect(ends).toMatchObject({
      start: '2025-03-11T08:00:00.000Z',
      activity: 'Review',
      workItem: 'TASK-7',
      durationMs: 1.5 * HOUR_MS,
    })
    const forward = await add('--from', '2025-03-11 13:00', '--duration', '45m')
    expect(forward).toMatchObject({ end: '2025-03-11T12:45:00.000Z', note: '' })
    const back = await add('--date', '2025-03-11', '--to', '16:00', '--duration', '1h')
    expect(back.start).toBe('2025-03-11T14:00:00.000Z')
    const dayOnly = await add('Reading', '--date', '2025-03-12', '--duration', '1,5', '--no-billable', '--off-computer')
    expect(dayOnly).toMatchObject({
      start: null,
      end: null,
      date: '2025-03-12',
      durationMs: 1.5 * HOUR_MS,
      offComputer: true,
    })
    const night = await add('Deploy', '--date', '2025-03-13', '--from', '22:00', '--to', '1:30')
    expect(night).toMatchObject({ date: '2025-03-13', durationMs: 3.5 * HOUR_MS })
  })

  it.each([
    [['Review'], 'usage'],
    [['Review', '--from', '9'], 'usage'],
    [['--from', '9', '--to', 'later'], 'usage'],
    [['--from', '9', '--to', '10', '--duration', '1h'], 'usage'],
    [['--date', 'someday', '--duration', '1h'], 'usage'],
    [['--duration', '90'], 'usage'],
    [['9-10 Fix @Shop', '--project', 'Shop'], 'usage'],
  ])('answers “add %j” with exit 2 and what to type', async (args, expected) => {
    const { code, error } = await world.refused(['add', ...args])
    expect(code).toBe(2)
    expect(errorShape.parse(error)).toMatchObject({ code: expected, hint: expect.any(String) })
  })

  it('refuses an end before the start, however it is typed', async () => {
    const { code, error } = await world.refused(['add', '--from', '2025-03-11 13:00', '--to', '2025-03-11 12:00'])
    expect([code, errorShape.parse(error).code]).toEqual([1, 'ends-before-start'])
    const { id } = await add('2025-03-19 9-10 Edit me')
    expect((await world.refused(['edit', id, '--to', '2025-03-19 8:00'])).error).toMatchObject({
      code: 'ends-before-start',
    })
  })

  it('edits times on the entry’s own day, by ends, length and day', async () => {
    const { id } = await add('2025-03-20 9-10 Edit me')
    expect(await edit(id, '--to', '10:45')).toMatchObject({
      start: '2025-03-20T08:00:00.000Z',
      durationMs: 1.75 * HOUR_MS,
    })
    expect(await edit(id.slice(-8), '--from', '9:30')).toMatchObject({ durationMs: 1.25 * HOUR_MS })
    expect(await edit(id, '--duration', '2h')).toMatchObject({
      start: '2025-03-20T08:30:00.000Z',
      durationMs: 2 * HOUR_MS,
    })
    expect(await edit(id, '--date', '2025-03-21')).toMatchObject({
      start: '2025-03-21T08:30:00.000Z',
      date: '2025-03-21',
    })
    expect(await edit(id, '--from', '23:00', '--to', '1:00')).toMatchObject({
      date: '2025-03-21',
      durationMs: 2 * HOUR_MS,
    })
    expect((await world.refused(['edit', id, '--to', 'soon'])).code).toBe(2)
  })

  it('edits and clears what an entry is about', async () => {
    const { id } = await add('2025-03-22 9-10 Edit me @Shop #backend')
    const full = await edit(id, '--note', 'Changed', '-a', 'Review', '-i', 'TASK-7', '-t', 'ops', '--no-billable')
    expect(full).toMatchObject({
      note: 'Changed',
      activity: 'Review',
      workItem: 'TASK-7',
      billable: false,
      project: 'Shop',
    })
    expect(full.tags.toSorted()).toEqual(['backend', 'ops'])
    expect((await edit(id, '--remove-tag', 'ops')).tags).toEqual(['backend'])
    const clear = ['--clear-project', '--clear-activity', '--clear-item', '--clear-tags', '--note', '']
    expect(await edit(id, ...clear)).toMatchObject({
      project: null,
      activity: null,
      workItem: null,
      tags: [],
      note: '',
    })
    expect((await world.refused(['edit', id])).code).toBe(2)
    expect((await world.refused(['edit', id, '-p', 'Shop', '--clear-project'])).code).toBe(2)
  })

  it('edits many at once, and refuses times for many', async () => {
    const one = await add('2025-03-23 9-10 One #a')
    const two = await add('2025-03-23 10-11 Two')
    const both = manyShape.parse(await world.json(['edit', one.id, two.id, '-p', 'Shop', '-t', 'bulk', '--billable']))
    expect(both.entries.map(({ project, billable }) => [project, billable])).toEqual([
      ['Shop', true],
      ['Shop', true],
    ])
    expect(both.entries.every(({ tags }) => tags.includes('bulk'))).toBe(true)
    expect(await world.refused(['edit', one.id, two.id, '--to', '12'])).toMatchObject({ code: 2 })
  })

  it('gives an entry without clock times its times', async () => {
    const { id } = await add('Later', '--date', '2025-03-24', '--duration', '1h')
    expect(await edit(id, '--from', '14:00')).toMatchObject({ start: '2025-03-24T13:00:00.000Z', durationMs: HOUR_MS })
  })

  it('splits, merges, duplicates and deletes', async () => {
    const whole = await add('2025-04-01 9-11 Whole')
    const halves = manyShape.parse(await world.json(['split', whole.id, '--at', '9:30'])).entries
    expect(halves.map(({ durationMs }) => durationMs)).toEqual([0.5 * HOUR_MS, 1.5 * HOUR_MS])
    expect(halves[0]?.id).toBe(whole.id)
    const ids = halves.map(({ id }) => id)
    expect(oneShape.parse(await world.json(['merge', ...ids])).entry.durationMs).toBe(2 * HOUR_MS)
    const copy = oneShape.parse(await world.json(['duplicate', whole.id, '--to', '2025-04-02'])).entry
    expect(copy).toMatchObject({ start: '2025-04-02T07:00:00.000Z', note: 'Whole' })
    const removed = manyShape.parse(await world.json(['rm', whole.id, copy.id.slice(-10)])).entries
    expect(removed.map(({ id }) => id).toSorted()).toEqual([whole.id, copy.id].toSorted())
    await world.json(['undo'])
    expect(oneShape.parse(await world.json(['edit', copy.id, '--note', 'Back'])).entry.note).toBe('Back')
  })

  it('refuses what cannot be, and says why', async () => {
    const dayOnly = await add('Day', '--date', '2025-04-03', '--duration', '1h')
    const early = await add('2025-04-03 8-9 Early')
    const late = await add('2025-04-03 12-13 Late')
    expect((await world.refused(['split', dayOnly.id, '--at', '9'])).error).toMatchObject({ code: 'no-clock-times' })
    expect((await world.refused(['split', early.id, '--at', '11'])).error).toMatchObject({ code: 'outside-entry' })
    expect((await world.refused(['split', early.id])).code).toBe(2)
    expect((await world.refused(['merge', early.id])).code).toBe(2)
    expect((await world.refused(['merge', early.id, late.id])).error).toMatchObject({ code: 'gap-between' })
    await world.json(['merge', early.id, late.id, '--include-gaps'])
    expect((await world.refused(['rm', '00000000-0000-7000-8000-000000000000'])).error).toMatchObject({
      code: 'not-found',
    })
    expect((await world.refused(['rm', 'ffffffff'])).error).toMatchObject({ code: 'not-found' })
    expect((await world.refused(['rm', 'what?'])).code).toBe(2)
    expect((await world.refused(['rm'])).code).toBe(2)
    expect((await world.refused(['rm', 'running'])).error).toMatchObject({ code: 'nothing-running' })
  })

  it('shows a day with its gaps and overlaps, and mends an overlap', async () => {
    await add('2025-05-05 9-10 First')
    const second = await add('2025-05-05 11-12:30 Second')
    const third = await add('2025-05-05 12-13 Third')
    const view = dayShape.parse(await world.json(['day', '2025-05-05']))
    expect(view.totalMs).toBe(3.5 * HOUR_MS)
    expect(view.gaps.map(({ durationMs }) => durationMs)).toEqual([HOUR_MS])
    expect(view.overlaps).toMatchObject([{ firstId: second.id, secondId: third.id, durationMs: 0.5 * HOUR_MS }])
    const shown = (await world.run(['day', '2025-05-05'])).stdout
    expect(shown).toMatch(/10:00–11:00 +1:00 {2}gap/)
    expect(shown).toContain(`stint fix ${second.id.slice(-8)} ${third.id.slice(-8)}`)

    expect(fixShape.parse(await world.json(['fix', '2025-05-05'])).overlaps).toHaveLength(1)
    const fixed = manyShape.parse(await world.json(['fix', third.id, second.id, '--how', 'trim-first']))
    expect(fixed.entries.find(({ id }) => id === second.id)?.end).toBe('2025-05-05T10:00:00.000Z')
    expect((await world.run(['fix', '2025-05-05'])).stdout).toBe('Nothing overlaps on 2025-05-05.\n')
    expect((await world.refused(['fix', third.id, second.id])).error).toMatchObject({ code: 'not-overlapping' })
    expect((await world.refused(['fix', third.id, second.id, '--how', 'magic'])).code).toBe(2)
  })

  it('lists by days, project, tag, billing and words, newest first, page by page', async () => {
    const all = listShape.parse(await world.json(['list']))
    expect(all.entries).toHaveLength(all.count)
    const starts = all.entries.flatMap(({ start }) => start ?? [])
    expect(starts).toEqual(starts.toSorted().reverse())
    const march = listShape.parse(await world.json(['list', '--from', '2025-03-10', '--to', '2025-03-10']))
    expect(march.entries.map(({ note }) => note)).toEqual(['Fix retry'])
    const shop = listShape.parse(await world.json(['list', '-p', 'Acme/Shop', '-t', 'bulk', '--billable']))
    expect(shop.count).toBe(2)
    expect(listShape.parse(await world.json(['search', 'fix', 'shop'])).entries.map(({ note }) => note)).toContain(
      'Fix retry',
    )

    const pages: string[] = []
    let cursor: string | null = null
    do {
      const args: string[] = cursor === null ? [] : ['--cursor', cursor]
      const page = listShape.parse(await world.json(['list', '--limit', '5', ...args]))
      expect(page.totalMs).toBe(all.totalMs)
      pages.push(...page.entries.map(({ id }) => id))
      cursor = page.nextCursor
    } while (cursor !== null)
    expect(pages).toEqual(all.entries.map(({ id }) => id))
    expect((await world.refused(['list', '--limit', '0'])).code).toBe(2)
    expect((await world.refused(['list', '-p', 'Nope'])).code).toBe(1)
  })
})
