import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTestJournal, type TestJournal } from '../fakes/test-journal.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

describe('listing and searching', () => {
  let t: TestJournal
  beforeEach(() => {
    t = createTestJournal()
  })
  afterEach(() => t.dispose())

  type Filter = Parameters<typeof t.client.entries.list>[0]

  /** All pages, read as a client reads them. */
  async function pages(filter: Filter, limit: number) {
    const ids: string[] = []
    let cursor: string | undefined
    let count = 0
    do {
      const page = await t.client.entries.list({ ...filter, limit, ...(cursor === undefined ? {} : { cursor }) })
      expect(page.entries.length).toBeLessThanOrEqual(limit)
      ids.push(...page.entries.map(({ id }) => id))
      count = page.count
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
    return { ids, count }
  }

  const found = async (filter: Filter) => (await t.client.entries.list(filter)).entries.map(({ note }) => note)

  describe('pages', () => {
    it('hold every entry once, newest first, also where many begin at the same instant', async () => {
      const added: string[] = []
      for (let n = 0; n < 23; n += 1) added.push((await t.add('9:00', n % 2 ? '9:00' : '10:00', { note: `${n}` })).id)
      for (let n = 0; n < 4; n += 1) added.push((await t.addAmount('2026-11-19', n, `amount ${n}`)).id)
      for (const limit of [1, 2, 5, 27, 100]) {
        const { ids, count } = await pages({}, limit)
        expect(new Set(ids).size).toBe(ids.length)
        expect([...ids].sort()).toEqual([...added].sort())
        expect(count).toBe(added.length)
      }
    })

    it('count the running entry as they list it, with the time of the finished ones', async () => {
      await t.add('9:00', '10:00', { note: 'done' })
      await t.start('running', t.at('17:00'))
      for (const filter of [{}, { text: 'running' }, { fromDay: '2026-11-20', toDay: '2026-11-20' }, { text: 'o' }]) {
        const page = await t.client.entries.list(filter)
        expect(page.count).toBe(page.entries.length)
      }
      expect(await t.client.entries.list({ toDay: '2026-11-19' })).toMatchObject({ count: 0, entries: [] })
      expect((await t.client.entries.list({})).totalMs).toBe(HOUR)
    })

    it('take a cursor of their own only, and never break on another', async () => {
      await t.add('9:00', '10:00')
      for (const cursor of ['x', '1.2.3', '-', "1' or 1=1", '99999999999999999999.1', 'null']) {
        await t.client.entries.list({ cursor })
      }
    })
  })

  describe('filters', () => {
    it('count inside the days asked for what falls on them, and list what touches them', async () => {
      await t.add('22:00', '1:00', { day: '2026-11-18', toDay: '2026-11-19', note: 'night' })
      await t.add('9:00', '10:00', { day: '2026-11-19', note: 'morning' })
      const page = await t.client.entries.list({ fromDay: '2026-11-19', toDay: '2026-11-19' })
      expect(page.entries.map(({ note }) => note)).toEqual(['morning', 'night'])
      expect(page).toMatchObject({ count: 2, totalMs: 2 * HOUR })
      expect(await found({ fromDay: '2026-11-20' })).toEqual([])
      expect(await found({ toDay: '2026-11-18' })).toEqual(['night'])
      expect(await found({ fromDay: '2026-11-19', toDay: '2026-11-18' })).toEqual([])
    })

    it('combine projects, tags and billable', async () => {
      const [p, q] = [await t.project('P'), await t.project('Q')]
      const [x, y] = [await t.tag('x'), await t.tag('y')]
      await t.add('9:00', '10:00', { note: 'px', projectId: p.id, tagIds: [x.id], billable: true })
      await t.add('10:00', '11:00', { note: 'pxy', projectId: p.id, tagIds: [x.id, y.id] })
      await t.add('11:00', '12:00', { note: 'qy', projectId: q.id, tagIds: [y.id] })
      await t.add('12:00', '13:00', { note: 'none' })
      expect(await found({ projectIds: [p.id] })).toEqual(['pxy', 'px'])
      expect(await found({ projectIds: [p.id, q.id], tagIds: [y.id] })).toEqual(['qy', 'pxy'])
      expect(await found({ tagIds: [x.id, y.id] })).toEqual(['qy', 'pxy', 'px'])
      expect(await found({ projectIds: [p.id], billable: false })).toEqual(['pxy'])
      expect(await found({ projectIds: [] })).toEqual([])
    })
  })

  describe('words', () => {
    it('are found in note, client, project, activity, tag, and key and title of the work item', async () => {
      const client = (await t.client.clients.create({ commandKey: t.key(), name: 'Åhléns' })).item
      const project = await t.project('Kassa', { clientId: client.id })
      const activity = (await t.client.activities.create({ commandKey: t.key(), name: 'Rådgivning' })).item
      const tag = await t.tag('Fördjupning')
      const item = { commandKey: t.key(), key: 'PAY-7', title: 'ÅTGÄRDA Öresavrundning' }
      const workItem = (await t.client.workItems.create(item)).item
      const all = { projectId: project.id, tagIds: [tag.id], activityId: activity.id, workItemId: workItem.id }
      await t.add('9:00', '10:00', { note: 'Möte om Straße', ...all })
      await t.add('10:00', '11:00', { note: 'annat' })
      const words = ['MÖTE', 'åhlÉNS', 'kassa', 'rådgiv', 'FÖRDJUP', 'pay-7', 'åtgärda', 'ÖRESAVR', 'straße']
      for (const text of words) expect([text, await found({ text })]).toEqual([text, ['Möte om Straße']])
      expect(await found({ text: words.join(' ') })).toEqual(['Möte om Straße'])
      expect(await found({ text: 'möte annat' })).toEqual([])
    })

    it('find composed and decomposed letters alike', async () => {
      await t.add('9:00', '10:00', { note: 'sma\u030aland' })
      await t.add('10:00', '11:00', { note: 'sm\u00e5land' })
      expect(await found({ text: 'SM\u00c5' })).toHaveLength(2)
      expect(await found({ text: 'sma\u030a' })).toHaveLength(2)
    })

    it('mean %, _ and \\ as they stand', async () => {
      for (const note of ['100 % klart', 'snake_case', 'C:\\temp', 'plain']) await t.add('9:00', '10:00', { note })
      expect(await found({ text: '%' })).toEqual(['100 % klart'])
      expect(await found({ text: '_' })).toEqual(['snake_case'])
      expect(await found({ text: '\\' })).toEqual(['C:\\temp'])
      expect(await found({ text: 'snake%case' })).toEqual([])
      expect(await found({ text: "' or 1=1 --" })).toEqual([])
    })

    it('of any number and kind find or do not find, and never fail', async () => {
      await t.add('9:00', '10:00', { note: 'a b c' })
      expect(await found({ text: 'a '.repeat(100) })).toEqual(['a b c'])
      expect(await found({ text: '   ' })).toEqual(['a b c'])
      expect(await found({ text: 'x\u0000' })).toEqual([])
      expect(await found({ text: 'a\u0000c' })).toEqual(['a b c'])
      expect(await found({ text: '\ud83d' })).toEqual([])
    })

    it('no longer find a removed entry, nor one whose note was changed', async () => {
      const entry = await t.add('9:00', '10:00', { note: 'before' })
      await t.client.entries.update({ commandKey: t.key(), id: entry.id, note: 'after' })
      expect(await found({ text: 'before' })).toEqual([])
      await t.client.entries.remove({ commandKey: t.key(), ids: [entry.id] })
      expect(await found({ text: 'after' })).toEqual([])
      await t.undo()
      expect(await found({ text: 'after' })).toEqual(['after'])
    })
  })

  describe('suggestions', () => {
    it('rank what is used often and lately first, and forget after half a year', async () => {
      const project = await t.project('P')
      for (const day of ['2026-11-16', '2026-11-17', '2026-11-18']) {
        await t.add('9:00', '10:00', { note: 'standup', day, projectId: project.id })
      }
      await t.add('13:00', '14:00', { note: 'once, today' })
      await t.add('13:00', '14:00', { note: 'long ago', day: '2026-04-01' })
      await t.add('15:00', '15:30')
      const { suggestions } = await t.client.entries.suggest({})
      expect(suggestions.map(({ note, uses }) => [note, uses])).toEqual([
        ['standup', 3],
        ['once, today', 1],
      ])
      expect(suggestions[0]).toMatchObject({ projectId: project.id, lastUsedMs: t.at('9:00', '2026-11-18') })
      expect((await t.client.entries.suggest({ text: 'STAND' })).suggestions).toHaveLength(1)
      expect((await t.client.entries.suggest({ limit: 1 })).suggestions).toHaveLength(1)
    })

    it('keep the same note under different projects apart, and take the details last used', async () => {
      const [p, q] = [await t.project('P'), await t.project('Q')]
      const [x, y] = [await t.tag('x'), await t.tag('y')]
      await t.add('9:00', '10:00', { note: 'A', projectId: p.id, tagIds: [x.id] })
      await t.add('10:00', '11:00', { note: 'A', projectId: p.id, tagIds: [y.id], billable: true })
      await t.add('8:00', '9:00', { note: 'A', projectId: q.id })
      const { suggestions } = await t.client.entries.suggest({ text: 'a' })
      expect(suggestions.map(({ projectId }) => projectId)).toEqual([p.id, q.id])
      expect(suggestions[0]).toMatchObject({ tagIds: [y.id], billable: true, uses: 2 })
    })
  })
})
