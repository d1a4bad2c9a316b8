import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createImportBench, fixture, type ImportBench, textFile } from './import-support.ts'

let bench: ImportBench
beforeEach(() => {
  bench = createImportBench()
})
afterEach(() => bench.dispose())

const manyRows = (count: number) =>
  textFile(
    `Date,Duration,Note\n${Array.from({ length: count }, (_, n) => `2026-03-${String((n % 28) + 1).padStart(2, '0')},1:00,row ${n}\n`).join('')}`,
  )

describe('the export as a stream', () => {
  it('begins with name, kind and count, then comes in pieces that a client can show the progress of', async () => {
    await bench.run(manyRows(1_200), 'csv')
    const events = []
    for await (const event of await bench.client.exports.stream({ format: 'csv' })) events.push(event)
    expect(events[0]).toEqual({
      type: 'head',
      fileName: 'stint-2026-11-20.csv',
      mime: 'text/csv; charset=utf-8',
      entries: 1200,
    })
    expect(events.map((event) => (event.type === 'chunk' ? event.done : -1))).toEqual([-1, 0, 500, 1000, 1200])
  })

  it('ends when the receiver leaves, having read no more than it gave', async () => {
    await bench.run(manyRows(2_000), 'csv')
    let pages = 0
    const scan = bench.ports.store.scanEntries.bind(bench.ports.store)
    bench.ports.store.scanEntries = (...args) => {
      pages += 1
      return scan(...args)
    }
    for await (const event of await bench.client.exports.stream({ format: 'json' })) {
      if (event.type === 'chunk' && event.done > 0) break
    }
    expect(pages).toBe(1)
  })

  it('holds the days asked for, and says so in its name', async () => {
    await bench.run(fixture('toggl-detailed.csv'), 'toggl')
    const { head, text } = await bench.export('csv', { fromDay: '2026-03-03', toDay: '2026-03-03' })
    expect(head).toMatchObject({ fileName: 'stint-2026-03-03-to-2026-03-03.csv', entries: 3 })
    // The one that begins the evening before reaches into this day.
    expect(text.match(/2026-03-02T23:30/g)).toHaveLength(1)
    expect(text.match(/Standup/g)).toHaveLength(2)
  })

  it('is a whole document with nothing in it', async () => {
    expect((await bench.export('csv')).text.split('\r\n')).toHaveLength(2)
    const { text, file } = await bench.export('json')
    expect(JSON.parse(text)).toMatchObject({
      format: 'stint',
      version: 1,
      exportedAt: '2026-11-20T08:00:00.000Z',
      entries: [],
    })
    await expect(bench.run(file, 'stint-json')).rejects.toMatchObject({ code: 'nothing-to-import' })
  })

  it.each([
    ['csv', 'csv'],
    ['json', 'stint-json'],
  ] as const)(
    'has the running entry, and its import makes up no end for it (%s)',
    async (exportFormat, importFormat) => {
      await bench.client.timer.start({ commandKey: bench.key(), note: 'still at it' })
      const { head, text, file } = await bench.export(exportFormat)
      expect(head.entries).toBe(1)
      expect(text).toContain('still at it')
      const other = createImportBench()
      expect(await other.preview(file, importFormat)).toMatchObject({
        rows: 0,
        problems: [{ severity: 'warning', message: expect.stringContaining('still running') }],
      })
      other.dispose()
    },
  )

  it('gives an entry a new id where its own belonged to one that was removed here', async () => {
    await bench.run(fixture('kimai.csv'), 'csv')
    const { file } = await bench.export('json')
    const [first, second] = await bench.entries()
    if (first === undefined || second === undefined) throw new Error('The import added too little')
    await bench.client.entries.remove({ commandKey: bench.key(), ids: [first.id] })
    expect(await bench.run(file, 'stint-json')).toMatchObject({ batch: { added: 1, skipped: 1 } })
    const after = await bench.entries()
    expect(after.map((entry) => entry.note).sort()).toEqual([first.note, second.note].sort())
    expect(after.map((entry) => entry.id)).toContain(second.id)
    expect(after.map((entry) => entry.id)).not.toContain(first.id)
  })
})
