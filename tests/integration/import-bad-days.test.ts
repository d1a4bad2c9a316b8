import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createImportBench, fixture, type ImportBench, textFile } from './import-support.ts'

let bench: ImportBench
beforeEach(() => {
  bench = createImportBench()
})
afterEach(() => bench.dispose())

const revision = () => bench.ports.store.read((reader) => reader.revision())

describe('an import of a file that is not as it should be', () => {
  it('a row with a problem never stops the others from being previewed', async () => {
    const preview = await bench.preview(fixture('toggl-bad-rows.csv'), 'toggl')
    expect(preview).toMatchObject({ rows: 8, toAdd: 3, failed: 5, problemCount: 5 })
    expect(preview.sample.map((row) => row.note)).toEqual(['good before', 'a "quote inside', 'good after'])
    expect(preview.problems.map(({ line, message }) => [line, message])).toEqual([
      [3, expect.stringContaining('“2026-02-30” is not a date')],
      [4, expect.stringContaining('It ends before it starts')],
      [5, expect.stringContaining('no start time and no duration')],
      [7, expect.stringContaining('never closed')],
      [8, expect.stringContaining('This row has 15 columns, the header has 14. A text with a comma')],
    ])
  })

  it('nothing is imported while a row has a problem, unless the person says to leave it out', async () => {
    await expect(bench.run(fixture('toggl-truncated.csv'), 'toggl')).rejects.toMatchObject({
      code: 'unreadable-file',
      data: { line: 4 },
      message: expect.stringMatching(/1 row cannot be read, the first in line 4: .*cut off.*Nothing was imported/),
    })
    expect(await bench.entries()).toEqual([])
    expect(revision()).toBe(0)
    expect(await bench.runSkippingFailed(fixture('toggl-truncated.csv'), 'toggl')).toMatchObject({
      failed: 1,
      batch: { added: 2, skipped: 1 },
    })
  })

  it('tells of each of more problems than it can show', async () => {
    const bad = 'no date,2026-99-99,09:00,1:00\n'
    const file = textFile(`Note,Date,Start,Duration\n${bad.repeat(500)}fine,2026-03-02,09:00,1:00\n`)
    const preview = await bench.preview(file, 'csv')
    expect(preview).toMatchObject({ rows: 501, toAdd: 1, failed: 500, problemCount: 500 })
    expect(preview.problems).toHaveLength(200)
  })

  it.each([
    ['empty.csv', 'unreadable-file', 'is empty'],
    ['one-line.csv', 'mapping-needed', 'could not be found'],
    ['unknown-columns.csv', 'mapping-needed', '“Wieviel Zeit”'],
    ['toggl-summary-report.csv', 'mapping-needed', 'start'],
  ])('says of %s what is wrong with it as a whole', async (name, code, words) => {
    await expect(bench.preview(fixture(name), 'toggl')).rejects.toMatchObject({
      code,
      message: expect.stringContaining(words),
    })
    await expect(bench.run(fixture(name), 'toggl')).rejects.toMatchObject({ code })
    expect(revision()).toBe(0)
  })

  it('previews a file that has a header and no rows as nothing, and imports nothing', async () => {
    expect(await bench.preview(fixture('header-only.csv'), 'toggl')).toMatchObject({
      rows: 0,
      toAdd: 0,
      firstDay: null,
    })
    await expect(bench.run(fixture('header-only.csv'), 'toggl')).rejects.toMatchObject({ code: 'nothing-to-import' })
  })

  it('refuses a spreadsheet, broken JSON, JSON of others and JSON of a newer Stint in words', async () => {
    const refused = (text: string, words: string) =>
      expect(bench.preview(textFile(text, 'file.json'), 'stint-json')).rejects.toMatchObject({
        code: 'unreadable-file',
        message: expect.stringContaining(words),
      })
    await refused('PK\u0003\u0004\u0014\u0000\u0006\u0000', 'not a text file')
    await refused('{"format":"stint",\n"version":1,\n"entries":[', 'in line 3')
    await refused('[1, 2]', 'not an export of Stint')
    await refused('{"format":"stint","version":2}', 'newer Stint')
    await refused('{"format":"stint","version":1}', 'not a whole export')
  })

  it('keeps neither a note that is too long nor half of it', async () => {
    const file = textFile(`Start,End,Note\n2026-03-02 09:00,2026-03-02 10:00,${'x'.repeat(3001)}\n`)
    const preview = await bench.preview(file, 'csv')
    expect(preview).toMatchObject({ toAdd: 0, failed: 1 })
    expect(preview.problems[0]?.message).toBe('The note has 3001 characters; at most 3000 can be kept')
  })

  it('refuses pieces that are not base64, an upload that is not there, and says so', async () => {
    const { client, key } = bench
    const uploadId = await bench.upload([textFile('a,b\n')])
    const piece = { uploadId, fileName: 'file.csv', index: 1, data: 'YQ==' }
    expect(await client.imports.append({ commandKey: key(), ...piece })).toEqual({ bytes: 5 })
    expect(await client.imports.append({ commandKey: key(), ...piece })).toEqual({ bytes: 5 })
    await expect(client.imports.append({ commandKey: key(), ...piece, index: 2, data: 'YQ=' })).rejects.toMatchObject({
      code: 'invalid-input',
    })
    const gone = { uploadId: '01900000-0000-7000-8000-00000000dead', format: 'csv' as const }
    await expect(client.imports.preview(gone)).rejects.toMatchObject({ code: 'unknown-upload' })
    await expect(client.imports.run({ commandKey: key(), ...gone })).rejects.toMatchObject({ code: 'unknown-upload' })
  })

  it('opens one upload for one click, however often the click arrives', async () => {
    const begin = () => bench.client.imports.begin({ commandKey: 'one-click', fileName: 'a.csv' })
    expect(await begin()).toEqual(await begin())
  })
})

describe('a file of 100 MB', () => {
  const header = 'Description,Start date,Start time,End date,End time,Duration\n'
  const row = `${'Payment retry and more words '.repeat(2)},2026-03-02,09:00:00,2026-03-02,10:00:00,01:00:00\n`

  it('with more rows than one import may have is refused in bounded time, with what to do', {
    timeout: 60_000,
  }, async () => {
    const file = textFile(header + row.repeat(Math.ceil(100_000_000 / row.length)))
    const uploadId = await bench.upload([file])
    const from = performance.now()
    await expect(bench.client.imports.preview({ uploadId, format: 'toggl' })).rejects.toMatchObject({
      code: 'unreadable-file',
      message: expect.stringContaining('more than 250,000 rows. Split it'),
    })
    expect(performance.now() - from).toBeLessThan(20_000)
    expect(revision()).toBe(0)
  })

  it('of one endless line is told in one problem, and the rows around it are read', { timeout: 60_000 }, async () => {
    const file = textFile(`${header}${row}"${'x'.repeat(100_000_000)}\n${row}`)
    const preview = await bench.preview(file, 'toggl')
    expect(preview).toMatchObject({ rows: 3, toAdd: 2, failed: 1, problems: [{ line: 3, severity: 'error' }] })
  })

  it('lets other requests have their turn while it is read', { timeout: 60_000 }, async () => {
    const uploadId = await bench.upload([textFile(header + row.repeat(60_000))])
    let answered = 0
    let done = false
    const preview = bench.client.imports.preview({ uploadId, format: 'toggl' }).finally(() => {
      done = true
    })
    while (!done) {
      await new Promise((resolve) => setImmediate(resolve))
      await bench.client.timer.status({})
      answered += 1
    }
    expect(await preview).toMatchObject({ toAdd: 60_000 })
    expect(answered).toBeGreaterThan(10)
  })
})
