import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { refusal } from '../fakes/refusal.ts'
import { createTestJournal, type TestJournal } from '../fakes/test-journal.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

describe('editing entries', () => {
  let t: TestJournal
  beforeEach(() => {
    t = createTestJournal()
  })
  afterEach(() => t.dispose())

  const update = (input: Omit<Parameters<typeof t.client.entries.update>[0], 'commandKey'>) =>
    t.client.entries.update({ commandKey: t.key(), ...input })
  const clock = (startedAtMs: number, endedAtMs: number | null) => ({ kind: 'clock' as const, startedAtMs, endedAtMs })

  describe('times', () => {
    it('refuses an end before the start and more than 999 hours, and keeps what was there', async () => {
      const entry = await t.add('9:00', '10:00')
      const backwards = await refusal(update({ id: entry.id, time: clock(t.at('10:00'), t.at('9:00')) }))
      expect(backwards.code).toBe('ends-before-start')
      const endless = await refusal(update({ id: entry.id, time: clock(0, 999 * HOUR + 1) }))
      expect(endless.code).toBe('too-long')
      expect((await t.client.entries.get({ id: entry.id })).entry).toEqual(entry)
    })

    it('turns clock times into an amount and back without a trace in the totals of other days', async () => {
      const entry = await t.add('9:00', '10:00')
      await update({ id: entry.id, time: { kind: 'day', day: '2026-11-18', durationMs: 5 * MINUTE } })
      expect((await t.day()).closedMs).toBe(0)
      expect((await t.day('2026-11-18')).closedMs).toBe(5 * MINUTE)
      await update({ id: entry.id, time: clock(t.at('9:00'), t.at('11:00')) })
      expect((await t.day()).closedMs).toBe(2 * HOUR)
      expect((await t.day('2026-11-18')).entries).toEqual([])
    })

    it('does not let a finished entry run again', async () => {
      const entry = await t.add('9:00', '10:00')
      expect((await refusal(update({ id: entry.id, time: clock(t.at('9:00'), null) }))).code).toBe('invalid-input')
    })

    it('leaves every field that is not named as it was', async () => {
      const project = await t.project('Ledger')
      const tag = await t.tag('deep')
      const entry = await t.add('9:00', '10:00', { note: 'A', projectId: project.id, tagIds: [tag.id], billable: true })
      t.clock.advance(MINUTE)
      const { entry: after } = await update({ id: entry.id, note: 'B' })
      expect(after).toEqual({ ...entry, note: 'B', updatedAtMs: t.clock.nowMs() })
      const { entry: bare } = await update({ id: entry.id, projectId: null, tagIds: [] })
      expect(bare).toMatchObject({ note: 'B', projectId: null, tagIds: [], billable: true })
    })

    it('refuses names of things that are not there', async () => {
      const entry = await t.add('9:00', '10:00')
      const id = '01900000-0000-7000-8000-ffffffffffff'
      const missing: [string, Omit<Parameters<typeof update>[0], 'id'>][] = [
        ['project', { projectId: id }],
        ['activity', { activityId: id }],
        ['workItem', { workItemId: id }],
        ['tag', { tagIds: [id] }],
      ]
      for (const [kind, details] of missing) {
        expect(await refusal(update({ id: entry.id, ...details }))).toMatchObject({ code: 'not-found', data: { kind } })
      }
    })
  })

  describe('the running entry', () => {
    it('can start earlier or later, up to now and not beyond', async () => {
      const { id } = await t.start('A', t.at('17:00'))
      await update({ id, time: clock(t.at('16:00'), null) })
      await update({ id, time: clock(t.at('18:00'), null) })
      expect((await refusal(update({ id, time: clock(t.at('18:00') + 1, null) }))).code).toBe('in-future')
      expect((await t.client.timer.status({})).running?.time).toMatchObject({ startedAtMs: t.at('18:00') })
    })

    it('asks before it reaches back into a finished entry, cuts it by choice, and undoes both as one', async () => {
      const before = await t.add('9:00', '10:00', { note: 'before' })
      const { id } = await t.start('A', t.at('17:00'))
      const time = clock(t.at('9:30'), null)
      const asked = await refusal(update({ id, time }))
      expect(asked).toMatchObject({
        code: 'starts-before-last-end',
        data: { canCut: true, entries: [{ id: before.id }] },
      })
      await update({ id, time, onOverlap: 'cut' })
      expect((await t.client.entries.get({ id: before.id })).entry.time).toMatchObject({ endedAtMs: t.at('9:30') })
      await t.undo()
      expect((await t.client.entries.get({ id: before.id })).entry).toEqual(before)
      await update({ id, time, onOverlap: 'overlap' })
      expect((await t.day()).overlaps).toMatchObject([{ firstId: before.id, secondId: id }])
    })

    it('does not cut an entry to nothing', async () => {
      await t.add('9:00', '10:00')
      const { id } = await t.start('A', t.at('17:00'))
      const asked = await refusal(update({ id, time: clock(t.at('9:00'), null), onOverlap: 'cut' }))
      expect(asked).toMatchObject({ code: 'starts-before-last-end', data: { canCut: false } })
    })

    it('does not take an empty entry for one in the way', async () => {
      await t.add('17:30', '17:30')
      await t.start('A', t.at('17:00'))
      expect((await t.client.timer.status({})).running?.note).toBe('A')
    })

    it('stops when an edit gives it an end, not in the future and not before its start', async () => {
      const { id } = await t.start('A', t.at('17:00'))
      expect((await refusal(update({ id, time: clock(t.at('17:00'), t.at('18:01')) }))).code).toBe('in-future')
      expect((await refusal(update({ id, time: clock(t.at('17:00'), t.at('16:59')) }))).code).toBe('ends-before-start')
      await update({ id, time: clock(t.at('17:00'), t.at('17:30')) })
      expect((await t.client.timer.status({})).running).toBeNull()
      expect((await t.day()).closedMs).toBe(30 * MINUTE)
      await t.undo()
      expect((await t.client.timer.status({})).running?.id).toBe(id)
    })

    it('cannot become an amount without clock times, nor be copied or merged', async () => {
      const { id } = await t.start('A', t.at('17:00'))
      const amount = { kind: 'day' as const, day: '2026-11-20', durationMs: MINUTE }
      expect((await refusal(update({ id, time: amount }))).code).toBe('still-running')
      expect((await refusal(t.client.entries.duplicate({ commandKey: t.key(), id }))).code).toBe('still-running')
      const other = await t.add('9:00', '10:00')
      const merge = t.client.entries.merge({ commandKey: t.key(), ids: [id, other.id], includeGaps: true })
      expect((await refusal(merge)).code).toBe('still-running')
    })

    it('says that the clock is behind when the start lies in the future, and lets the start be corrected', async () => {
      const { id } = await t.start('A')
      t.clock.advance(-HOUR)
      const stopped = await refusal(update({ id, time: clock(t.at('18:00'), t.at('17:00')) }))
      expect(['clock-behind', 'in-future', 'ends-before-start']).toContain(stopped.code)
      await update({ id, time: clock(t.at('16:30'), null) })
      await t.client.timer.stop({ commandKey: t.key() })
      expect((await t.day()).closedMs).toBe(30 * MINUTE)
    })
  })

  describe('removing', () => {
    it('removes all or none, and brings them back with their tags', async () => {
      const tag = await t.tag('deep')
      const a = await t.add('9:00', '10:00', { tagIds: [tag.id] })
      const b = await t.add('10:00', '11:00')
      const ids = [a.id, '01900000-0000-7000-8000-ffffffffffff']
      expect((await refusal(t.client.entries.remove({ commandKey: t.key(), ids }))).code).toBe('not-found')
      expect((await t.day()).entries).toHaveLength(2)
      const { entries } = await t.client.entries.remove({ commandKey: t.key(), ids: [b.id, a.id, a.id] })
      expect(entries.map((entry) => entry.id)).toEqual([a.id, b.id])
      expect((await t.day()).closedMs).toBe(0)
      expect((await refusal(t.client.entries.get({ id: a.id }))).code).toBe('not-found')
      expect(await t.undo()).toBe('Delete 2 entries')
      expect((await t.day()).entries).toEqual([a, b])
    })
  })

  describe('many at once', () => {
    it('adds and takes tags, keeps the others, and never leaves a tag out in silence', async () => {
      const tags = []
      for (let n = 0; n < 51; n += 1) tags.push((await t.tag(`tag ${n}`)).id)
      const [first = '', ...rest] = tags
      const full = await t.add('9:00', '10:00', { tagIds: rest.slice(0, 49) })
      const bulk = (addTagIds: string[], removeTagIds: string[] = []) =>
        t.client.entries.bulkEdit({ commandKey: t.key(), ids: [full.id], addTagIds, removeTagIds })
      // 49 tags, one of them again, and one more: 50, which is allowed.
      const { entries } = await bulk([rest[0] ?? '', first])
      expect(entries[0]?.tagIds).toEqual([first, ...rest.slice(0, 49)].sort())
      expect((await refusal(bulk([rest[49] ?? '']))).code).toBe('invalid-input')
      expect((await bulk([rest[49] ?? ''], [first])).entries[0]?.tagIds).toHaveLength(50)
    })

    it('edits all or none, in one step of undo', async () => {
      const project = await t.project('Ledger')
      const a = await t.add('9:00', '10:00', { note: 'A' })
      const b = await t.add('10:00', '11:00', { note: 'B' })
      const edit = { projectId: project.id, billable: true }
      const bad = { commandKey: t.key(), ids: [a.id, project.id], ...edit }
      expect((await refusal(t.client.entries.bulkEdit(bad))).code).toBe('not-found')
      await t.client.entries.bulkEdit({ commandKey: t.key(), ids: [a.id, b.id], ...edit })
      expect((await t.day()).entries).toMatchObject([
        { note: 'A', ...edit },
        { note: 'B', ...edit },
      ])
      await t.undo()
      expect((await t.day()).entries).toEqual([a, b])
    })
  })

  describe('details', () => {
    it('keeps an activity that the new project can have, and drops one that only the old project has', async () => {
      const [p, q] = [await t.project('P'), await t.project('Q')]
      const own = (await t.client.activities.create({ commandKey: t.key(), name: 'Own', projectId: p.id })).item
      const any = (await t.client.activities.create({ commandKey: t.key(), name: 'Any' })).item
      const a = await t.add('9:00', '10:00', { projectId: p.id, activityId: own.id })
      const b = await t.add('10:00', '11:00', { projectId: p.id, activityId: any.id })
      await t.client.entries.bulkEdit({ commandKey: t.key(), ids: [a.id, b.id], projectId: q.id })
      expect((await t.day()).entries).toMatchObject([{ activityId: null }, { activityId: any.id }])
      await t.undo()
      expect((await update({ id: a.id, note: 'x' })).entry.activityId).toBe(own.id)
    })

    it('takes the default of the project for billable, unless told otherwise', async () => {
      const project = await t.project('Paid', { billableByDefault: true })
      expect((await t.add('9:00', '10:00', { projectId: project.id })).billable).toBe(true)
      expect((await t.add('9:00', '10:00', { projectId: project.id, billable: false })).billable).toBe(false)
    })

    it('keeps any text a person can type, and can undo it', async () => {
      const notes = [
        'å ä ö Å',
        'emoji 👩🏽‍💻 end',
        'nul \u0000 inside',
        'half a pair \ud83d',
        '  spaces  ',
        "'; drop table",
        '%_\\',
      ]
      for (const note of notes) {
        const entry = await t.start(note, t.at('17:00'))
        expect((await t.client.entries.get({ id: entry.id })).entry).toEqual(entry)
        await t.undo()
      }
      expect((await t.day()).entries).toEqual([])
    })
  })
})
