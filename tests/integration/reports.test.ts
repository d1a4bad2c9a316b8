import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ReportGroup } from '../../src/shared/contract/reports.ts'
import { createTestJournal, type TestJournal } from '../fakes/test-journal.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

describe('reports', () => {
  let t: TestJournal
  beforeEach(() => {
    t = createTestJournal()
  })
  afterEach(() => t.dispose())

  type Input = Omit<Parameters<typeof t.client.reports.summary>[0], 'groupBy'>

  const report = (groupBy: ReportGroup[], input: Input = {}) => t.client.reports.summary({ ...input, groupBy })
  /** Rows as `label · label: minutes`. */
  const rows = async (groupBy: ReportGroup[], input: Input = {}) =>
    (await report(groupBy, input)).rows.map(
      ({ keys, totalMs }) => `${keys.map(({ label }) => label).join(' · ')}: ${totalMs / MINUTE}`,
    )

  async function sample() {
    const client = (await t.client.clients.create({ commandKey: t.key(), name: 'Acme' })).item
    const p = await t.project('P', { clientId: client.id })
    const q = await t.project('Q')
    const [x, y] = [await t.tag('x'), await t.tag('y')]
    await t.add('9:00', '10:00', { note: 'A', projectId: p.id, tagIds: [x.id], billable: true })
    await t.add('10:00', '10:30', { note: 'B', projectId: p.id, tagIds: [x.id, y.id] })
    await t.add('11:00', '11:10', { note: 'A', projectId: q.id, day: '2026-11-19' })
    await t.add('12:00', '12:05', { day: '2026-10-31' })
    return { client, p, q, x, y }
  }

  it('group by one level, the largest first, days in order', async () => {
    await sample()
    expect(await rows(['client'])).toEqual(['Acme: 90', ': 15'])
    expect(await rows(['project'])).toEqual(['P: 90', 'Q: 10', ': 5'])
    expect(await rows(['note'])).toEqual(['A: 70', 'B: 30', ': 5'])
    expect(await rows(['day'])).toEqual(['2026-10-31: 5', '2026-11-19: 10', '2026-11-20: 90'])
    expect(await rows(['month'])).toEqual(['2026-10: 5', '2026-11: 100'])
  })

  it('group by two levels, with every pair that has time', async () => {
    await sample()
    expect(await rows(['project', 'note'])).toEqual(['P · A: 60', 'P · B: 30', 'Q · A: 10', ' · : 5'])
    expect(await rows(['month', 'client'])).toEqual(['2026-10 · : 5', '2026-11 · Acme: 90', '2026-11 · : 10'])
  })

  it('count an entry under each of its tags, and the total once', async () => {
    await sample()
    expect(await rows(['tag'])).toEqual(['x: 90', 'y: 30', ': 15'])
    const { totalMs, entries, billableMs } = await report(['tag'])
    expect([totalMs, entries, billableMs]).toEqual([105 * MINUTE, 4, HOUR])
  })

  it('sum exactly what the filter lets through', async () => {
    const { p, q, x } = await sample()
    expect(await rows(['project'], { projectIds: [p.id, q.id] })).toEqual(['P: 90', 'Q: 10'])
    expect(await rows(['project'], { tagIds: [x.id] })).toEqual(['P: 90'])
    expect(await rows(['project'], { billable: true })).toEqual(['P: 60'])
    expect(await rows(['project'], { text: 'acme a' })).toEqual(['P: 90'])
    expect(await rows(['project'], { fromDay: '2026-11-20' })).toEqual(['P: 90'])
    expect(await rows(['project'], { toDay: '2026-11-19' })).toEqual(['Q: 10', ': 5'])
    expect(await rows(['project'], { text: 'nothing like it' })).toEqual([])
  })

  it('begin the week where the person says, else by the setting, else on Monday', async () => {
    // 2026-11-15 is a Sunday.
    await t.add('9:00', '10:00', { day: '2026-11-15' })
    await t.add('9:00', '10:00', { day: '2026-11-16' })
    expect(await rows(['week'])).toEqual(['2026-11-09: 60', '2026-11-16: 60'])
    expect(await rows(['week'], { weekStart: 7 })).toEqual(['2026-11-15: 120'])
    await t.client.settings.update({ commandKey: t.key(), weekStart: 6 })
    expect(await rows(['week'])).toEqual(['2026-11-14: 120'])
    for (let weekStart = 1; weekStart <= 7; weekStart += 1) {
      const { rows: weeks, totalMs } = await report(['week'], { weekStart })
      expect(weeks.reduce((sum, week) => sum + week.totalMs, 0)).toBe(totalMs)
      for (const { keys } of weeks) expect(new Date(`${keys[0]?.label}T00:00Z`).getUTCDay()).toBe(weekStart % 7)
    }
  })

  it('split an entry over midnight by the days of its own zone, also across months and daylight saving', async () => {
    await t.add('22:00', '2:00', { day: '2026-10-31', toDay: '2026-11-01' })
    expect(await rows(['month'])).toEqual(['2026-10: 120', '2026-11: 120'])
    await t.add('0:00', '0:00', { day: '2026-10-25', toDay: '2026-10-26' })
    expect(await rows(['day'], { fromDay: '2026-10-25', toDay: '2026-10-26' })).toEqual(['2026-10-25: 1500'])
    const { entries, rows: days } = await report(['day'])
    expect(entries).toBe(2)
    expect(days.map((row) => row.entries)).toEqual([1, 1, 1])
  })

  it('count the running entry until now, under its keys and on its days', async () => {
    const p = await t.project('P', { billableByDefault: true })
    await t.add('9:00', '10:00', { projectId: p.id, billable: false })
    const startedAtMs = t.at('23:30', '2026-11-19')
    const start = { commandKey: t.key(), projectId: p.id, startedAtMs, onOverlap: 'overlap' as const }
    await t.client.timer.start(start)
    const summary = await report(['day'])
    expect(summary).toMatchObject({ totalMs: 19.5 * HOUR, runningMs: 18.5 * HOUR, billableMs: 18.5 * HOUR, entries: 2 })
    expect(summary.rows).toMatchObject([
      { totalMs: 30 * MINUTE, entries: 1 },
      { totalMs: 19 * HOUR, entries: 2 },
    ])
    expect(await rows(['project'])).toEqual(['P: 1170'])
    expect(await rows(['project'], { fromDay: '2026-11-20' })).toEqual(['P: 1140'])
    expect(await rows(['project'], { billable: false })).toEqual(['P: 60'])
    expect((await report(['project'], { toDay: '2026-11-18' })).runningMs).toBe(0)
    expect((await report(['project', 'day'])).rows).toMatchObject([{ entries: 2 }, { entries: 1 }])
  })

  it('stay the same when the running entry stops', async () => {
    const { p, x } = await sample()
    const start = { commandKey: t.key(), projectId: p.id, tagIds: [x.id], note: 'A', startedAtMs: t.at('17:00') }
    await t.client.timer.start(start)
    const groups: ReportGroup[] = ['client', 'project', 'activity', 'workItem', 'tag', 'day', 'week', 'month', 'note']
    const all = async () => {
      const answers = []
      for (const one of groups) for (const two of groups) answers.push({ ...(await report([one, two])), runningMs: 0 })
      return answers
    }
    const running = await all()
    await t.client.timer.stop({ commandKey: t.key() })
    const sorted = (answers: typeof running) =>
      answers.map((answer) => ({ ...answer, rows: answer.rows.map((row) => JSON.stringify(row)).sort() }))
    expect(sorted(await all())).toEqual(sorted(running))
  })

  it('hold nothing of removed entries', async () => {
    await sample()
    const { entries } = await t.client.entries.list({})
    await t.client.entries.remove({ commandKey: t.key(), ids: entries.map(({ id }) => id) })
    expect(await report(['day', 'tag'])).toEqual({ totalMs: 0, billableMs: 0, entries: 0, runningMs: 0, rows: [] })
  })

  it('keep naming things that were archived', async () => {
    const { p } = await sample()
    await t.client.projects.update({ commandKey: t.key(), id: p.id, archived: true })
    expect(await rows(['project'])).toEqual(['P: 90', 'Q: 10', ': 5'])
  })
})
