import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Catalogue } from '../../src/shared/contract/catalogue.ts'
import type { Entry } from '../../src/shared/contract/entities.ts'
import { nameKey } from '../../src/shared/name-key.ts'
import { ok } from '../../src/shared/result.ts'
import { createImportBench, type ImportBench } from './import-support.ts'

/** What breaks careless writers: quotes, line ends, delimiters, formulas, guards of formulas, right-to-left text, emoji. */
const awkward = [
  '"',
  '""',
  ',',
  ';',
  '|',
  '\n',
  '\r\n',
  '\r',
  '\t',
  "'",
  "'=",
  '=',
  '+',
  '-',
  '@',
  '=1+1',
  ' ',
  '  ',
  '\u00a0',
  '\u202e',
  'שלום',
  'مرحبا',
  '👩🏽‍💻',
  '🦐',
  '\ufeff',
  '\u2028',
  '\\"',
]
const text = fc
  .array(
    fc.oneof(fc.constantFrom(...awkward), fc.string({ maxLength: 6 }), fc.string({ unit: 'grapheme', maxLength: 4 })),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''))
const name = text.map((value) => value.trim()).filter((value) => value !== '' && value.length <= 60)
const oneLine = name
  .map((value) => value.replace(/[\r\n\t]+/g, ' ').trim())
  .filter((value) => value !== '' && value.length <= 64)
const itemKey = name.map((value) => value.replace(/\s+/g, '')).filter((value) => value !== '' && value.length <= 64)
const unique = (values: fc.Arbitrary<string>) =>
  fc.uniqueArray(values, { selector: nameKey, minLength: 1, maxLength: 4 })
const zone = fc.constantFrom(
  'Europe/Stockholm',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'UTC',
)
const instant = fc.oneof(
  fc.integer({ min: Date.UTC(1905, 0, 1), max: Date.UTC(2150, 0, 1) }),
  // Around the hours that come twice or never.
  fc.integer({ min: Date.UTC(2026, 9, 24, 22), max: Date.UTC(2026, 9, 25, 4) }),
  fc.integer({ min: Date.UTC(2026, 2, 28, 22), max: Date.UTC(2026, 2, 29, 4) }),
)
const clock = fc.record({
  kind: fc.constant('clock' as const),
  startedAtMs: instant,
  ms: fc.integer({ min: 0, max: 999 * 3_600_000 }),
  zone,
})
const day = fc.record({
  kind: fc.constant('day' as const),
  day: fc
    .date({ min: new Date('1905-01-01'), max: new Date('2150-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  durationMs: fc.integer({ min: 0, max: 999 * 3_600_000 }),
  zone,
})
const pick = fc.nat()
const world = fc.record({
  clients: unique(name),
  projects: unique(name),
  activities: unique(name),
  tags: unique(oneLine),
  items: unique(itemKey),
  entries: fc.array(
    fc.record({
      time: fc.oneof({ weight: 3, arbitrary: clock }, day),
      note: text,
      project: fc.option(pick),
      activity: fc.option(pick),
      item: fc.option(pick),
      tags: fc.array(pick, { maxLength: 3 }),
      billable: fc.boolean(),
      offComputer: fc.boolean(),
    }),
    { minLength: 1, maxLength: 12 },
  ),
})
type World = typeof world extends fc.Arbitrary<infer T> ? T : never

/** Puts a world into a profile: projects take turns with clients (and none), activities with projects. */
function fill(bench: ImportBench, it: World): void {
  const { ids, store, clock: now } = bench.ports
  const next = () => ids.next()
  const at = <T>(things: readonly T[], index: number | null) =>
    index === null ? undefined : things[index % things.length]
  const clients = it.clients.map((label) => ({ id: next(), name: label, archived: false }))
  const projects = it.projects.map((label, n) => ({
    id: next(),
    name: label,
    clientId: at([null, ...clients], n)?.id ?? null,
    colour: '#3b82f6',
    billableByDefault: n % 2 === 0,
    archived: n % 3 === 0,
  }))
  const activities = it.activities.map((label, n) => ({
    id: next(),
    name: label,
    projectId: at([null, ...projects], n)?.id ?? null,
    archived: false,
  }))
  const tags = it.tags.map((label) => ({ id: next(), name: label, colour: null, archived: false }))
  const items = it.items.map((key, n) => ({
    id: next(),
    key,
    title: `Title ${key}`,
    projectId: at([null, ...projects], n)?.id ?? null,
    state: 'open' as const,
  }))
  const entries = it.entries.map((entry): Entry => {
    const { ms, ...time } = entry.time.kind === 'clock' ? entry.time : { ...entry.time, ms: 0 }
    return {
      id: next(),
      time: time.kind === 'clock' ? { ...time, endedAtMs: time.startedAtMs + ms } : time,
      note: entry.note,
      projectId: at(projects, entry.project)?.id ?? null,
      activityId: at(activities, entry.activity)?.id ?? null,
      workItemId: at(items, entry.item)?.id ?? null,
      tagIds: [...new Set(entry.tags.map((index) => at(tags, index)?.id ?? ''))].sort(),
      billable: entry.billable,
      offComputer: entry.offComputer,
      source: 'manual',
      importBatchId: null,
      createdAtMs: now.nowMs(),
      updatedAtMs: now.nowMs(),
    }
  })
  const template = {
    id: next(),
    name: 'Template',
    note: 'x',
    projectId: projects[0]?.id ?? null,
    activityId: null,
    workItemId: null,
    tagIds: [],
    billable: true,
    durationMs: null,
  }
  const outcome = store.command(
    'fill-the-profile',
    '',
    (writer) => {
      for (const it of clients) writer.put('client', it)
      for (const it of projects) writer.put('project', it)
      for (const it of activities) writer.put('activity', it)
      for (const it of tags) writer.put('tag', it)
      for (const it of items) writer.put('workItem', it)
      for (const it of entries) writer.put('entry', it)
      writer.put('template', template)
      return ok(null)
    },
    () => ({ id: next(), name: 'fill', label: 'Fill', actor: 'test', atMs: now.nowMs(), moves: null, undoable: true }),
  )
  if (outcome.outcome !== 'done') throw new Error('The profile could not be filled')
}

/** An entry by what it says, with names in place of ids. */
function told(entry: Entry, { clients, projects, activities, tags, workItems }: Catalogue) {
  const project = projects.find((it) => it.id === entry.projectId)
  return {
    id: entry.id,
    time: entry.time,
    note: entry.note,
    client: clients.find((it) => it.id === project?.clientId)?.name,
    project: project?.name,
    activity: activities.find((it) => it.id === entry.activityId)?.name,
    item: workItems.find((it) => it.id === entry.workItemId)?.key,
    tags: entry.tagIds.map((id) => tags.find((it) => it.id === id)?.name).sort(),
    billable: entry.billable,
    offComputer: entry.offComputer,
  }
}

async function tale(bench: ImportBench) {
  const catalogue = await bench.client.catalogue.get({})
  const entries = (await bench.entries()).map((entry) => told(entry, catalogue)).sort((a, b) => (a.id < b.id ? -1 : 1))
  return { entries, catalogue }
}

async function withTwo(check: (from: ImportBench, to: ImportBench) => Promise<void>): Promise<void> {
  const [from, to] = [createImportBench(), createImportBench()]
  try {
    await check(from, to)
  } finally {
    from.dispose()
    to.dispose()
  }
}

describe('export and import', () => {
  it.each([
    ['csv', 'csv'],
    ['json', 'stint-json'],
  ] as const)('give back the same entries, whatever is written in them (%s)', async (exportFormat, importFormat) => {
    await fc.assert(
      fc.asyncProperty(world, (it) =>
        withTwo(async (from, to) => {
          fill(from, it)
          const before = await tale(from)
          const { file, head } = await from.export(exportFormat)
          expect(head.entries).toBe(it.entries.length)
          const { batch } = await to.run(file, importFormat)
          expect(batch.added).toBe(it.entries.length)
          const after = await tale(to)
          expect(after.entries).toEqual(before.entries)
          if (exportFormat === 'json') expect(after.catalogue).toEqual(before.catalogue)
          // What came in goes out the same: nothing was lost on the way that the first comparison does not see.
          const again = await to.export(exportFormat)
          if (exportFormat === 'csv')
            expect(again.text.split('\r\n').sort()).toEqual(file.bytes.toString().split('\r\n').sort())
          await expect(to.run(again.file, importFormat)).rejects.toMatchObject({ code: 'nothing-to-import' })
          await expect(from.run(file, importFormat)).rejects.toMatchObject({ code: 'nothing-to-import' })
        }),
      ),
      { seed: 20_260_301, numRuns: 60 },
    )
  })
})
