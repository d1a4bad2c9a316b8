import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createImportBench, fixture, type ImportBench, textFile } from './import-support.ts'

let bench: ImportBench
beforeEach(() => {
  bench = createImportBench()
})
afterEach(() => bench.dispose())

describe('Toggl Track’s detailed report', () => {
  it('previews counts, days, names and a sample before anything is written', async () => {
    const preview = await bench.preview(fixture('toggl-detailed.csv'), 'toggl')
    expect(preview).toMatchObject({
      rows: 6,
      toAdd: 6,
      alreadyThere: 0,
      repeatedInFile: 0,
      failed: 0,
      totalMs: (90 + 30 + 45 + 15 + 15 + 101 * 60) * 60_000,
      firstDay: '2026-03-02',
      lastDay: '2026-03-08',
      newClients: ['Nordwind', 'Acme GmbH'],
      newProjects: ['Webshop'],
      newActivities: ['Development', 'Review'],
      newTags: ['backend', 'payments', 'meeting'],
      options: { zone: 'Europe/Stockholm', delimiter: ',' },
      problems: [],
    })
    expect(preview.sample[1]).toEqual({
      line: 3,
      start: '2026-03-02 10:30:00',
      end: '2026-03-02 11:00:00',
      durationMs: 1_800_000,
      note: 'First line\nsecond line 🦐',
      client: 'Nordwind',
      project: 'Webshop',
      activity: 'Review',
      tags: [],
    })
    expect(await bench.entries()).toEqual([])
  })

  it('adds exactly what it previewed: times, names, tags, billable, equal rows both', async () => {
    await bench.run(fixture('toggl-detailed.csv'), 'toggl')
    const { projects, clients, tags } = await bench.client.catalogue.get({})
    const entries = await bench.entries()
    expect(entries).toHaveLength(6)
    expect(entries[0]).toMatchObject({
      note: 'Payment retry, "idempotent"',
      billable: true,
      source: 'import',
      time: {
        kind: 'clock',
        startedAtMs: Date.UTC(2026, 2, 2, 8),
        endedAtMs: Date.UTC(2026, 2, 2, 9, 30),
        zone: 'Europe/Stockholm',
      },
    })
    expect(entries[0]?.tagIds.map((id) => tags.find((tag) => tag.id === id)?.name).sort()).toEqual([
      'backend',
      'payments',
    ])
    expect(entries.filter((entry) => entry.note === 'Standup')).toHaveLength(2)
    expect(projects.map((project) => clients.find((client) => client.id === project.clientId)?.name).sort()).toEqual([
      'Acme GmbH',
      'Nordwind',
    ])
  })

  it('reads the columns in any order, 12 h clock and month first, because one date proves it', async () => {
    const preview = await bench.preview(fixture('toggl-shuffled-12h.csv'), 'toggl')
    expect(preview).toMatchObject({ toAdd: 2, options: { dateOrder: 'mdy', delimiter: ';' }, problems: [] })
    expect(preview.sample.map((row) => [row.start, row.end])).toEqual([
      ['2026-03-02 09:00:00', '2026-03-02 10:30:00'],
      ['2026-03-13 23:30:00', '2026-03-14 00:15:00'],
    ])
  })

  it('reads the file of Toggl’s own importer, which has durations instead of ends', async () => {
    const preview = await bench.preview(fixture('toggl-own-importer.csv'), 'toggl')
    expect(preview).toMatchObject({ toAdd: 2, failed: 0, problems: [] })
    expect(preview.sample[1]).toMatchObject({ start: '2026-03-02 23:30:00', end: '2026-03-03 00:15:00' })
  })

  it('knows the same rows again whichever variant of the file they come in', async () => {
    await bench.run(fixture('toggl-detailed.csv'), 'toggl')
    const row =
      'Nordwind,Webshop,Development,"Payment retry, ""idempotent""",Yes,2026-03-02,09:00:00,01:30:00,"payments, backend"'
    const other = textFile(`Client,Project,Task,Description,Billable,Start date,Start time,Duration,Tags\n${row}\n`)
    expect(await bench.preview(other, 'toggl')).toMatchObject({ toAdd: 0, alreadyThere: 1 })
  })

  it('asks for the order of dates rather than guess it, and obeys the answer', async () => {
    await expect(bench.preview(fixture('toggl-ambiguous-dates.csv'), 'toggl')).rejects.toMatchObject({
      code: 'mapping-needed',
      data: { missing: ['dateOrder'] },
    })
    const days = async (dateOrder: 'dmy' | 'mdy') =>
      (await bench.preview(fixture('toggl-ambiguous-dates.csv'), 'toggl', { dateOrder })).sample.map((row) =>
        row.start.slice(0, 10),
      )
    expect(await days('dmy')).toEqual(['2026-02-01', '2026-04-03'])
    expect(await days('mdy')).toEqual(['2026-01-02', '2026-03-04'])
    expect(await bench.preview(fixture('toggl-dotted-dates.csv'), 'toggl')).toMatchObject({
      toAdd: 2,
      options: { dateOrder: 'dmy' },
    })
  })

  it('tells of every local time that it had to place', async () => {
    const preview = await bench.preview(fixture('toggl-daylight-saving.csv'), 'toggl')
    expect(preview).toMatchObject({ toAdd: 4, failed: 0 })
    expect(preview.problems.map(({ line, severity }) => [line, severity])).toEqual([
      [2, 'warning'],
      [2, 'warning'],
      [4, 'warning'],
      [4, 'warning'],
      [5, 'warning'],
    ])
    expect(preview.problems[0]?.message).toContain('does not exist')
    expect(preview.problems[2]?.message).toContain('comes twice')
    expect(preview.problems[4]?.message).toContain('start and end were taken')
  })

  it('takes local times in the zone given, else in that of the host', async () => {
    const preview = await bench.preview(fixture('toggl-detailed.csv'), 'toggl', { zone: 'America/New_York' })
    expect(preview.options.zone).toBe('America/New_York')
    await bench.run(fixture('toggl-detailed.csv'), 'toggl', { zone: 'America/New_York' })
    expect((await bench.entries())[0]?.time).toMatchObject({
      startedAtMs: Date.UTC(2026, 2, 2, 14),
      zone: 'America/New_York',
    })
    bench.clock.travelTo('Asia/Tokyo')
    expect(await bench.preview(fixture('toggl-detailed.csv'), 'toggl')).toMatchObject({ toAdd: 0, alreadyThere: 6 })
  })

  it('says what the summary report lacks', async () => {
    await expect(bench.preview(fixture('toggl-summary-report.csv'), 'toggl')).rejects.toMatchObject({
      code: 'mapping-needed',
      data: { columns: ['Project', 'Client', 'Description', 'Duration'], missing: ['start'] },
    })
  })
})
