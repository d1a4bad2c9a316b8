import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import type { ReportGroup } from '../../src/shared/contract/reports.ts'
import { createTestCore } from '../fakes/test-core.ts'
import { checkProperty } from './support/check-property.ts'
import { nastyMoments } from './support/nasty-zones.ts'

interface Sample {
  readonly zone: string
  readonly startedAtMs: number
  readonly endedAtMs: number
  readonly project: number
  readonly tags: readonly number[]
  readonly billable: boolean
}

const HOUR = 3_600_000
const samples: fc.Arbitrary<Sample> = fc
  .record({
    at: nastyMoments,
    lengthMs: fc.oneof(fc.integer({ min: 0, max: 3 * HOUR }), fc.integer({ min: 0, max: 80 * HOUR })),
    project: fc.nat(3),
    tags: fc.uniqueArray(fc.nat(2), { maxLength: 1 }),
    billable: fc.boolean(),
  })
  .map(({ at, lengthMs, ...rest }) => ({ zone: at.zone, startedAtMs: at.ms, endedAtMs: at.ms + lengthMs, ...rest }))
const journals = fc.array(samples, { minLength: 1, maxLength: 12, size: 'max' })

async function withJournal(
  journal: readonly Sample[],
  holds: (t: ReturnType<typeof createTestCore>) => Promise<void>,
): Promise<void> {
  const t = createTestCore()
  try {
    const projects: string[] = []
    const tags: string[] = []
    for (let n = 0; n < 3; n += 1) {
      projects.push((await t.client.projects.create({ commandKey: t.key(), name: `P${n}` })).item.id)
      tags.push((await t.client.tags.create({ commandKey: t.key(), name: `t${n}` })).item.id)
    }
    for (const { zone, startedAtMs, endedAtMs, project, tags: own, billable } of journal) {
      const time = { kind: 'clock' as const, startedAtMs, endedAtMs, zone }
      const tagIds = own.map((n) => tags[n] ?? '')
      await t.client.entries.add({ commandKey: t.key(), time, projectId: projects[project] ?? null, tagIds, billable })
    }
    await holds(t)
  } finally {
    t.dispose()
  }
}

/** Local days by Temporal alone, hour by hour of real time: another way than the one under test. */
function msPerDay(journal: readonly Sample[]): Map<string, number> {
  const days = new Map<string, number>()
  for (const { zone, startedAtMs, endedAtMs } of journal) {
    let at = Temporal.Instant.fromEpochMilliseconds(startedAtMs).toZonedDateTimeISO(zone)
    while (at.epochMilliseconds < endedAtMs) {
      const nextDay = at.toPlainDate().add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds
      const toMs = Math.min(endedAtMs, Math.max(nextDay, at.epochMilliseconds + 1))
      const day = at.toPlainDate().toString()
      days.set(day, (days.get(day) ?? 0) + toMs - at.epochMilliseconds)
      at = Temporal.Instant.fromEpochMilliseconds(toMs).toZonedDateTimeISO(zone)
    }
  }
  return days
}

const GROUPS: ReportGroup[] = ['client', 'project', 'activity', 'workItem', 'tag', 'day', 'week', 'month', 'note']
const groupings = fc.oneof(
  fc.constantFrom(...GROUPS).map((one) => [one]),
  fc.tuple(fc.constantFrom(...GROUPS), fc.constantFrom(...GROUPS)).map((two) => [...two]),
)

describe('reports over zones with every kind of change', () => {
  it('add up to the whole to the millisecond, by any one or two groups', () =>
    checkProperty(
      fc.tuple(journals, fc.array(groupings, { minLength: 4, maxLength: 4 }), fc.integer({ min: 1, max: 7 })),
      ([journal, grouped, weekStart]) =>
        withJournal(journal, async (t) => {
          const wholeMs = journal.reduce((sum, { startedAtMs, endedAtMs }) => sum + endedAtMs - startedAtMs, 0)
          const paidMs = journal.reduce((sum, one) => sum + (one.billable ? one.endedAtMs - one.startedAtMs : 0), 0)
          for (const groupBy of grouped) {
            const report = await t.client.reports.summary({ groupBy, weekStart })
            expect(report).toMatchObject({ totalMs: wholeMs, billableMs: paidMs, entries: journal.length })
            expect(report.rows.reduce((sum, row) => sum + row.totalMs, 0)).toBe(wholeMs)
            expect(report.rows.reduce((sum, row) => sum + row.billableMs, 0)).toBe(paidMs)
          }
        }),
      50,
    ))

  it('give each day what Temporal gives it', () =>
    checkProperty(
      journals,
      (journal) =>
        withJournal(journal, async (t) => {
          // St John's showed a date again for an hour after its midnight; such instants stay with the day that had begun.
          const doubled = journal.some(
            ({ zone, startedAtMs }) => zone === 'America/St_Johns' && startedAtMs < Date.UTC(2011, 11, 1),
          )
          if (doubled) return
          const report = await t.client.reports.summary({ groupBy: ['day'] })
          const days = report.rows
            .filter(({ totalMs }) => totalMs > 0)
            .map(({ keys, totalMs }) => [keys[0]?.label, totalMs])
          expect(days).toEqual([...msPerDay(journal)].sort(([a], [b]) => (a < b ? -1 : 1)))
        }),
      50,
    ))

  it('cut at any day hold together what the whole holds, and list what they count', () =>
    checkProperty(
      fc.tuple(journals, fc.nat(11)),
      ([journal, pick]) =>
        withJournal(journal, async (t) => {
          const { rows, totalMs } = await t.client.reports.summary({ groupBy: ['day'] })
          const days = rows.map(({ keys }) => keys[0]?.label ?? '')
          const cut = days[pick % days.length] ?? '2026-01-01'
          const until = await t.client.reports.summary({ groupBy: ['project'], toDay: cut })
          const { days: later } = await t.client.entries.days({ fromDay: cut, toDay: '2999-12-31' })
          const onCut = later.find(({ day }) => day === cut)?.totalMs ?? 0
          expect(until.totalMs + later.reduce((sum, day) => sum + day.totalMs, 0) - onCut).toBe(totalMs)
          for (const day of days) {
            const list = await t.client.entries.list({ fromDay: day, toDay: day, limit: 500 })
            const view = await t.client.entries.day({ day })
            expect(list.count).toBe(list.entries.length)
            expect(list.totalMs).toBe(view.closedMs)
            expect(view.entries.map(({ id }) => id).sort()).toEqual(list.entries.map(({ id }) => id).sort())
          }
        }),
      40,
    ))
})
