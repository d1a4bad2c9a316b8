import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  backupShape,
  backupsShape,
  batchShape,
  doctorShape,
  type entryShape,
  errorShape,
  importedShape,
  listShape,
  restoredShape,
} from './cli-shapes.ts'
import { CliWorld } from './cli-support.ts'

const TOGGL = [
  'User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags,Amount (SEK)',
  'Eva,eva@example.com,Acme,Shop,Review,Fix retry,Yes,2025-03-10,09:00:00,2025-03-10,10:30:00,01:30:00,"backend, ops",',
  'Eva,eva@example.com,,,,Lunch walk,No,2025-03-10,12:00:00,2025-03-10,12:45:00,00:45:00,,',
].join('\n')
const TABLE = 'Begin;Finish;Text\n2025-04-01 09:00;2025-04-01 10:00;One\n2025-04-01 10:00;never;Two\n'

/** What another profile must know as well; how an entry came to be is its own. */
function withoutIds(entry: z.infer<typeof entryShape>) {
  const { start, end, zone, date, durationMs, note, tags, billable, offComputer } = entry
  return { start, end, zone, date, durationMs, note, tags: tags.toSorted(), billable, offComputer }
}

describe('history in and out, from the command line', () => {
  const world = new CliWorld()
  const file = (name: string, text: string) => {
    const target = path.join(world.folder, name)
    writeFileSync(target, text)
    return target
  }
  beforeAll(async () => {
    await world.serve()
  })
  afterAll(() => world.dispose())

  it('previews, imports, adds nothing a second time, and takes the whole import out again', async () => {
    const toggl = file('Toggl å.csv', TOGGL)
    const preview = z.strictObject({ preview: z.looseObject({ rows: z.literal(2), toAdd: z.literal(2) }) })
    preview.parse(await world.json(['import', 'toggl', toggl, '--dry-run']))
    expect(listShape.parse(await world.json(['list'])).count).toBe(0)
    expect((await world.run(['import', 'toggl', toggl, '--dry-run'])).stdout).toContain('Nothing has been imported yet')

    const imported = importedShape.parse(await world.json(['import', 'toggl', toggl]))
    expect(imported).toMatchObject({ failed: 0, batch: { added: 2, format: 'toggl', fileName: 'Toggl å.csv' } })
    const { entries } = listShape.parse(await world.json(['list']))
    expect(entries[1]).toMatchObject({
      note: 'Fix retry',
      client: 'Acme',
      project: 'Shop',
      billable: true,
      source: 'import',
      start: '2025-03-10T08:00:00.000Z',
    })
    const again = importedShape.parse(await world.json(['import', 'toggl', toggl]))
    expect(again).toMatchObject({ added: 0, alreadyThere: 2, batch: null })
    expect((await world.run(['import', 'toggl', toggl])).stdout).toBe('Nothing new (2 there already).\n')

    const imports = z.strictObject({ imports: z.array(batchShape) })
    const [batch] = imports.parse(await world.json(['imports'])).imports
    expect(await world.json(['imports', 'undo', batch?.id.slice(-8) ?? ''])).toMatchObject({
      removed: 2,
      batch: { undone: true },
    })
    expect(listShape.parse(await world.json(['list'])).count).toBe(0)
    expect((await world.refused(['imports', 'undo'])).error).toMatchObject({ code: 'not-found' })
  })

  it('imports nothing of a file with bad rows, unless told to leave them out', async () => {
    const table = file('hours.csv', TABLE)
    const map = ['--map', 'start=Begin', '--map', 'end=Finish', '--map', 'note=Text']
    const refused = await world.refused(['import', 'csv', table, ...map])
    expect(refused.code).toBe(1)
    expect(errorShape.parse(refused.error)).toMatchObject({ code: 'rows-failed', data: { failed: 1 } })
    expect(listShape.parse(await world.json(['list'])).count).toBe(0)
    const spoken = await world.run(['import', 'csv', table, ...map])
    expect(spoken.stderr).toMatch(/line 3: .+\n[\s\S]*One row has a problem, so nothing was imported\./)

    const imported = importedShape.parse(await world.json(['import', 'csv', table, ...map, '--skip-failed']))
    expect(imported).toMatchObject({ failed: 1, batch: { added: 1 } })
    await world.json(['undo'])
    expect(listShape.parse(await world.json(['list'])).count).toBe(0)
  })

  it('reads a Timewarrior folder', async () => {
    const data = path.join(world.folder, 'tw', 'data')
    mkdirSync(data, { recursive: true })
    writeFileSync(path.join(data, '2025-05.data'), 'inc 20250505T070000Z - 20250505T083000Z # "Fix retry" backend\n')
    const imported = importedShape.parse(await world.json(['import', 'timewarrior', path.join(world.folder, 'tw')]))
    expect(imported.added).toBe(1)
    await world.json(['imports', 'undo'])
  })

  it.each([
    [['import', 'toggl', 'missing.csv'], 1, 'no-such-file'],
    [['import', 'csv', 'empty.csv'], 1, 'unreadable-file'],
    [['import', 'csv', 'hours.csv', '--map', 'begin'], 2, 'usage'],
    [['import', 'csv', 'hours.csv', '--map', 'strt=Begin'], 2, 'usage'],
    [['import', 'csv', 'hours.csv', '--zone', 'Mars/Base'], 2, 'usage'],
    [['import', 'csv', 'hours.csv', '--date-order', 'yyy'], 2, 'usage'],
    [['export', 'csv', '--output', 'no/such/folder/x.csv'], 1, 'file-not-written'],
    [['export', 'csv', '--from', 'someday'], 2, 'usage'],
    [['restore', '20200101-000000-daily.db'], 1, 'not-found'],
  ])('answers “%j” with exit %i and %s', async (args, exit, code) => {
    file('empty.csv', '')
    const refused = await world.refused(args)
    expect([refused.code, errorShape.parse(refused.error).code]).toEqual([exit, code])
  })

  it('exports files that import back, and leaves nothing half behind', async () => {
    await world.json(['add', '2025-06-01 8-9 =1+1, "quoted" #"a, b"'])
    await world.json(['add', '2025-06-01 9-10:30 Line #"a b"'])
    await world.json(['add', 'Reading', '--date', '2025-06-02', '--duration', '45m'])
    const before = listShape.parse(await world.json(['list', '--from', '2025-06-01', '--to', '2025-06-02']))
    const target = path.join(world.folder, 'export å.json')
    expect(await world.json(['export', 'json', '--output', target])).toMatchObject({ file: target, format: 'json' })
    expect(readdirSync(world.folder).filter((name) => name.includes('.part'))).toEqual([])

    const csv = await world.run(['export', 'csv', '--from', '2025-06-01', '--to', '2025-06-02'])
    expect(csv.stdout.trim().split('\n')).toHaveLength(1 + before.count)
    const wrapped = z.strictObject({ fileName: z.string(), mime: z.string(), entries: z.int(), text: z.string() })
    const document = wrapped.parse(await world.json(['export', 'csv', '--from', '2025-06-01', '--to', '2025-06-02']))
    expect(document.text).toBe(csv.stdout)

    const table = path.join(world.folder, 'export å.csv')
    await world.json(['export', 'csv', '--output', table])
    for (const [format, source] of [
      ['json', target],
      ['csv', table],
    ] as const) {
      const other = ['--profile', path.join(world.folder, `other å ${format}`)]
      await world.json([...other, 'import', format, source])
      const after = listShape.parse(await world.json([...other, 'list', '--from', '2025-06-01', '--to', '2025-06-02']))
      expect(after.entries.map(withoutIds)).toEqual(before.entries.map(withoutIds))
    }
  })

  it('makes, lists and restores backups, also from a file elsewhere', async () => {
    const { backup } = backupShape.parse(await world.json(['backup']))
    expect(existsSync(backup.file)).toBe(true)
    expect(backupsShape.parse(await world.json(['backups'])).backups.map(({ name }) => name)).toContain(backup.name)
    const copy = path.join(world.folder, 'kopia å.db')
    writeFileSync(copy, readFileSync(backup.file))

    const before = listShape.parse(await world.json(['list'])).count
    await world.json(['add', '2025-07-01 9-10 After the backup'])
    const restored = restoredShape.parse(await world.json(['restore', backup.name]))
    expect(restored).toMatchObject({ restored: backup.name, entries: before, replaced: { reason: 'restore' } })
    expect(listShape.parse(await world.json(['list'])).count).toBe(before)

    await world.json(['add', '2025-07-01 9-10 After the restore'])
    expect(restoredShape.parse(await world.json(['restore', copy])).entries).toBe(before)
    expect(listShape.parse(await world.json(['list'])).count).toBe(before)
    const junk = file('junk.db', 'not a database')
    expect((await world.refused(['restore', junk])).error).toMatchObject({ code: 'damaged-backup' })
  })

  it('finds nothing wrong with a good profile, and names what is wrong with a bad one', async () => {
    const good = doctorShape.parse(await world.json(['doctor']))
    expect(good.healthy).toBe(true)
    const dir = path.join(world.folder, 'broken å')
    const other = ['--profile', dir]
    await world.json([...other, 'add', '2025-03-10 9-10 Precious'])
    const { backup } = backupShape.parse(await world.json([...other, 'backup']))
    writeFileSync(path.join(dir, 'stint.db'), 'x'.repeat(8192))

    const sick = await world.run(['--json', ...other, 'doctor'])
    expect(sick.code).toBe(1)
    const finding = doctorShape.parse(JSON.parse(sick.stdout))
    expect(finding.healthy).toBe(false)
    expect(finding.checks[0]?.mend).toContain(`stint restore`)
    const refused = await world.refused([...other, 'list'])
    expect([refused.code, errorShape.parse(refused.error).code]).toEqual([1, 'profile-damaged'])

    const mended = z.strictObject({ restored: z.string(), setAside: z.array(z.string()).min(1) })
    expect(mended.parse(await world.json([...other, 'restore', backup.name])).restored).toBe(backup.name)
    expect(listShape.parse(await world.json([...other, 'list'])).entries[0]?.note).toBe('Precious')
    expect((await world.refused([...other, 'restore', '--empty'])).error).toMatchObject({ code: 'not-needed' })
  })
})
