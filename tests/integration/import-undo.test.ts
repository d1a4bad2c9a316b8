import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createImportBench, fixture, fixtureFolder, type ImportBench, textFile } from './import-support.ts'

let bench: ImportBench
beforeEach(() => {
  bench = createImportBench()
})
afterEach(() => bench.dispose())

const state = async () => ({ entries: await bench.entries(), catalogue: await bench.client.catalogue.get({}) })

describe('importing the same file again', () => {
  it.each([
    ['toggl', () => [fixture('toggl-detailed.csv')]],
    ['csv', () => [fixture('kimai.csv')]],
    ['timewarrior', () => fixtureFolder('timewarrior')],
  ] as const)('adds nothing (%s)', async (format, files) => {
    const preview = await bench.preview(files(), format)
    const first = await bench.runSkippingFailed(files(), format)
    expect(first.batch.added).toBe(preview.toAdd)
    expect(first.batch.skipped + first.batch.added).toBe(preview.rows)
    const before = await state()
    expect(await bench.preview(files(), format)).toMatchObject({
      toAdd: 0,
      alreadyThere: preview.toAdd,
      newProjects: [],
      totalMs: 0,
    })
    await expect(bench.runSkippingFailed(files(), format)).rejects.toMatchObject({ code: 'nothing-to-import' })
    expect(await state()).toEqual(before)
  })

  it('adds only what the file has grown by', async () => {
    const row = (note: string) => `2026-03-02 09:00,2026-03-02 10:00,${note}\n`
    await bench.run(textFile(`Start,End,Note\n${row('a')}${row('b')}`), 'csv')
    const grown = textFile(
      `Note,Start,End\n${['b', 'a', 'c', 'b'].map((note) => `${note},2026-03-02 09:00,2026-03-02 10:00\n`).join('')}`,
    )
    expect(await bench.preview(grown, 'csv')).toMatchObject({ rows: 4, toAdd: 2, alreadyThere: 2 })
  })

  it('gives the first answer again to a click that arrives twice', async () => {
    const uploadId = await bench.upload([fixture('toggl-detailed.csv')])
    const click = () => bench.client.imports.run({ commandKey: 'one-click', uploadId, format: 'toggl' })
    const [first, second] = [await click(), await click()]
    expect(second).toEqual(first)
    expect(await bench.entries()).toHaveLength(6)
  })
})

describe('taking an import back', () => {
  it('by undo restores exactly what was there, and redo brings it all again', async () => {
    await bench.client.projects.create({ commandKey: bench.key(), name: 'Webshop' })
    const before = await state()
    await bench.run(fixture('toggl-detailed.csv'), 'toggl')
    const after = await state()
    const { item } = await bench.client.history.undo({ commandKey: bench.key() })
    expect(item.label).toBe('Import 6 entries from toggl-detailed.csv')
    expect(await state()).toEqual(before)
    expect(await bench.client.imports.list({})).toEqual({ batches: [] })
    await bench.client.history.redo({ commandKey: bench.key() })
    expect(await state()).toEqual(after)
  })

  it('after undo the same file is new again', async () => {
    await bench.run(fixture('toggl-detailed.csv'), 'toggl')
    await bench.client.history.undo({ commandKey: bench.key() })
    expect(await bench.run(fixture('toggl-detailed.csv'), 'toggl')).toMatchObject({ batch: { added: 6 } })
  })

  it('as a batch takes its entries and the names nothing else uses, whatever came since', async () => {
    const { client, key } = bench
    const own = await client.entries.add({
      commandKey: key(),
      note: 'mine',
      time: { kind: 'clock', startedAtMs: Date.UTC(2026, 2, 1, 8), endedAtMs: Date.UTC(2026, 2, 1, 9) },
    })
    const { batch } = await bench.run(fixture('toggl-detailed.csv'), 'toggl')
    const { projects, tags } = await client.catalogue.get({})
    const kept = projects.find((project) => project.clientId !== null)
    const keptTag = tags.find((tag) => tag.name === 'backend')
    if (kept === undefined || keptTag === undefined) throw new Error('The import made no project or tag')
    await client.entries.update({ commandKey: key(), id: own.entry.id, projectId: kept.id, tagIds: [keptTag.id] })

    const before = await state()
    const undone = await client.imports.undo({ commandKey: key(), batchId: batch.id })
    expect(undone).toMatchObject({ removed: 6, batch: { id: batch.id, undone: true } })
    const after = await state()
    expect(after.entries.map((entry) => entry.note)).toEqual(['mine'])
    expect(after.catalogue).toMatchObject({
      projects: [kept],
      tags: [keptTag],
      activities: [],
      clients: [{ id: kept.clientId }],
    })
    expect(await client.imports.list({})).toMatchObject({ batches: [{ id: batch.id, added: 6, undone: true }] })

    await client.history.undo({ commandKey: key() })
    expect(await state()).toEqual(before)
    expect(await client.imports.list({})).toMatchObject({ batches: [{ id: batch.id, undone: false }] })
  })

  it('refuses a batch that is not there', async () => {
    const batchId = '01900000-0000-7000-8000-00000000dead'
    await expect(bench.client.imports.undo({ commandKey: bench.key(), batchId })).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})
