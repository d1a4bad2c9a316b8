import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { refusal } from '../fakes/refusal.ts'
import { createTestJournal, type TestJournal } from '../fakes/test-journal.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

describe('splitting, merging, copying and fixing overlaps', () => {
  let t: TestJournal
  beforeEach(() => {
    t = createTestJournal()
  })
  afterEach(() => t.dispose())

  const split = (id: string, atMs: number) => t.client.entries.split({ commandKey: t.key(), id, atMs })
  const merge = (ids: string[], includeGaps = false) =>
    t.client.entries.merge({ commandKey: t.key(), ids, includeGaps })
  const duplicate = (id: string, toDay?: string) =>
    t.client.entries.duplicate({ commandKey: t.key(), id, ...(toDay === undefined ? {} : { toDay }) })
  const fix = (firstId: string, secondId: string, kind: 'trim-first' | 'trim-second' | 'split-around') =>
    t.client.entries.fixOverlap({ commandKey: t.key(), firstId, secondId, fix: kind })
  const times = async (day?: string) =>
    (await t.day(day)).entries.map(({ time }) =>
      time.kind === 'clock' ? [time.startedAtMs, time.endedAtMs] : time.durationMs,
    )

  describe('split', () => {
    it('leaves two entries that touch and hold the same time and details', async () => {
      const tag = await t.tag('deep')
      const entry = await t.add('9:00', '11:00', { note: 'A', tagIds: [tag.id] })
      const { entries } = await split(entry.id, t.at('10:00'))
      expect(entries).toMatchObject([
        { id: entry.id, note: 'A' },
        { note: 'A', tagIds: [tag.id] },
      ])
      expect(await times()).toEqual([
        [t.at('9:00'), t.at('10:00')],
        [t.at('10:00'), t.at('11:00')],
      ])
      expect((await t.day()).overlaps).toEqual([])
      await t.undo()
      expect((await t.day()).entries).toEqual([entry])
    })

    it('refuses the ends and anything outside', async () => {
      const entry = await t.add('9:00', '11:00')
      for (const time of ['8:59', '9:00', '11:00', '11:01']) {
        expect((await refusal(split(entry.id, t.at(time)))).code).toBe('outside-entry')
      }
      const amount = await t.addAmount('2026-11-20', 30)
      expect((await refusal(split(amount.id, t.at('10:00')))).code).toBe('no-clock-times')
    })

    it('lets the second part of a running entry run on', async () => {
      const { id } = await t.start('A', t.at('16:00'))
      expect((await refusal(split(id, t.at('18:01')))).code).toBe('outside-entry')
      const { entries } = await split(id, t.at('17:00'))
      expect((await t.client.timer.status({})).running?.id).toBe(entries[1]?.id)
      await t.undo()
      expect((await t.client.timer.status({})).running?.id).toBe(id)
    })
  })

  describe('merge', () => {
    it('refuses free time between the parts unless told, and keeps what each part knows', async () => {
      const project = await t.project('Ledger')
      const a = await t.add('9:00', '10:00', { note: 'A' })
      const b = await t.add('10:30', '11:00', { note: 'B', projectId: project.id, billable: true })
      expect(await refusal(merge([b.id, a.id]))).toMatchObject({ code: 'gap-between', data: { gapMs: 30 * MINUTE } })
      const { entry } = await merge([b.id, a.id], true)
      expect(entry).toMatchObject({ id: a.id, note: 'A; B', projectId: project.id, billable: true })
      expect((await t.day()).closedMs).toBe(2 * HOUR)
      await t.undo()
      expect((await t.day()).entries).toEqual([a, b])
    })

    it('counts overlapping parts once and touching parts as touching', async () => {
      const a = await t.add('9:00', '11:00')
      const b = await t.add('10:00', '10:30')
      const c = await t.add('11:00', '12:00')
      const { entry } = await merge([a.id, b.id, c.id])
      expect(entry.time).toMatchObject({ startedAtMs: t.at('9:00'), endedAtMs: t.at('12:00') })
    })

    it('needs two different entries, and no more than 999 hours', async () => {
      const a = await t.add('9:00', '10:00')
      expect((await refusal(merge([a.id, a.id]))).code).toBe('invalid-input')
      const b = await t.add('9:00', '10:00', { day: '2026-01-20' })
      expect((await refusal(merge([a.id, b.id], true))).code).toBe('too-long')
      expect((await t.day()).entries).toEqual([a])
    })

    it('never leaves out a part of a note or a tag in silence: what does not fit is refused', async () => {
      const a = await t.add('9:00', '10:00', { note: 'a'.repeat(1500) })
      const b = await t.add('10:00', '11:00', { note: 'b'.repeat(1499) })
      expect((await refusal(merge([a.id, b.id]))).code).toBe('invalid-input')
      expect((await t.day()).entries).toEqual([a, b])
      await t.client.entries.update({ commandKey: t.key(), id: b.id, note: 'b'.repeat(1498) })
      expect((await merge([a.id, b.id])).entry.note).toHaveLength(3000)
    })
  })

  describe('duplicate', () => {
    it('copies to the same wall-clock time across a change to summer time, and lasts as long', async () => {
      const entry = await t.add('9:00', '10:00', { day: '2026-03-27', note: 'A' })
      const { entry: copy } = await duplicate(entry.id, '2026-03-30')
      expect(copy).toMatchObject({ note: 'A', source: 'manual' })
      expect(copy.time).toMatchObject({
        startedAtMs: t.at('9:00', '2026-03-30'),
        endedAtMs: t.at('10:00', '2026-03-30'),
      })
      expect(copy.id).not.toBe(entry.id)
    })

    it('moves a time that does not exist on that day on, and keeps milliseconds', async () => {
      const startedAtMs = t.at('2:30', '2026-03-28') + 123
      const time = { kind: 'clock' as const, startedAtMs, endedAtMs: startedAtMs + HOUR }
      const { entry } = await t.client.entries.add({ commandKey: t.key(), time })
      const { entry: copy } = await duplicate(entry.id, '2026-03-29')
      expect(copy.time).toMatchObject({ startedAtMs: t.at('3:30', '2026-03-29') + 123 })
      expect((await t.day('2026-03-29')).closedMs).toBe(HOUR)
    })

    it('never stores a copy that no client could read back', async () => {
      const entry = await t.add('9:00', '10:00', { day: '2026-11-01', toDay: '2026-11-20' })
      for (const day of ['1900-01-01', '2999-12-31']) {
        const made = await duplicate(entry.id, day).then(
          () => 'made',
          () => 'refused',
        )
        await t.client.entries.list({})
        if (made === 'made') await t.undo()
      }
      expect((await t.client.entries.list({})).entries).toEqual([entry])
    })
  })

  describe('fixing an overlap', () => {
    it('trims the first, trims the second, or splits around', async () => {
      const a = await t.add('9:00', '11:00')
      const b = await t.add('10:00', '12:00')
      await fix(a.id, b.id, 'trim-first')
      expect(await times()).toEqual([
        [t.at('9:00'), t.at('10:00')],
        [t.at('10:00'), t.at('12:00')],
      ])
      await t.undo()
      await fix(b.id, a.id, 'trim-second')
      expect(await times()).toEqual([
        [t.at('9:00'), t.at('11:00')],
        [t.at('11:00'), t.at('12:00')],
      ])
      await t.undo()
      const c = await t.add('9:15', '9:30')
      expect((await t.day()).overlaps[0]).toMatchObject({ firstId: a.id, secondId: c.id, fixes: ['split-around'] })
      await fix(a.id, c.id, 'split-around')
      expect((await times()).slice(0, 3)).toEqual([
        [t.at('9:00'), t.at('9:15')],
        [t.at('9:15'), t.at('9:30')],
        [t.at('9:30'), t.at('11:00')],
      ])
    })

    it('never makes an entry longer: entries that touch, lie apart or are empty have nothing to fix', async () => {
      const a = await t.add('9:00', '10:00')
      const b = await t.add('11:00', '12:00')
      const touching = await t.add('10:00', '10:30')
      const empty = await t.add('11:30', '11:30')
      const before = (await t.day()).entries
      for (const kind of ['trim-first', 'trim-second', 'split-around'] as const) {
        for (const [one, two] of [
          [a, b],
          [a, touching],
          [b, empty],
          [a, a],
        ] as const) {
          expect((await refusal(fix(one.id, two.id, kind))).code).toBe('fix-not-possible')
        }
      }
      expect((await t.day()).entries).toEqual(before)
    })

    it('offers for a running entry only what leaves it running from the past', async () => {
      const { id } = await t.start('A', t.at('17:00'))
      const past = await t.add('17:10', '17:20')
      const future = await t.add('17:30', '18:30')
      const { overlaps } = await t.day()
      expect(overlaps).toMatchObject([
        { firstId: id, secondId: past.id, fixes: ['split-around'] },
        { firstId: id, secondId: future.id, endMs: t.at('18:00'), fixes: [] },
      ])
      expect((await refusal(fix(id, future.id, 'split-around'))).code).toBe('fix-not-possible')
      await fix(id, past.id, 'split-around')
      const { running } = await t.client.timer.status({})
      expect(running?.time).toMatchObject({ startedAtMs: t.at('17:20') })
    })

    it('does what it offers: every fix that a day lists can be carried out', async () => {
      const spans = [
        ['9:00', '11:00'],
        ['9:00', '10:00'],
        ['9:30', '9:45'],
        ['9:45', '11:00'],
        ['10:30', '12:00'],
        ['9:00', '11:00'],
      ] as const
      for (const [from, to] of spans) await t.add(from, to)
      const running = { commandKey: t.key(), startedAtMs: t.at('9:50'), onOverlap: 'overlap' as const }
      await t.client.timer.start(running)
      const { overlaps } = await t.day()
      expect(overlaps.length).toBeGreaterThan(8)
      for (const { firstId, secondId, fixes } of overlaps) {
        for (const kind of fixes) {
          const { entries } = await fix(firstId, secondId, kind)
          for (const { time } of entries) {
            if (time.kind === 'clock') expect(time.endedAtMs ?? t.clock.nowMs()).toBeGreaterThan(time.startedAtMs)
          }
          await t.undo()
        }
      }
    })
  })
})
