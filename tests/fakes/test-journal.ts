import type { Entry } from '../../src/shared/contract/entities.ts'
import { wallToInstant } from '../../src/shared/zone/wall-time.ts'
import { createTestCore } from './test-core.ts'

/** A test core with short words for what tests of entries do all the time. Times are wall-clock times in Stockholm. */
export function createTestJournal(today = '2026-11-20') {
  const t = createTestCore()
  const at = (time: string, day = today, zone = 'Europe/Stockholm') => {
    const [hour = 0, minute = 0] = time.split(':').map(Number)
    return wallToInstant({ day, hour, minute }, zone).ms
  }
  t.clock.set(at('18:00'))
  return {
    ...t,
    at,
    /** Adds a finished entry of today: `add('9:00', '10:30', { note })`. */
    async add(from: string, to: string, details: Partial<Entry> & { day?: string; toDay?: string } = {}) {
      const { day = today, toDay = day, note = '', projectId = null, tagIds = [] } = details
      const time = { kind: 'clock' as const, startedAtMs: at(from, day), endedAtMs: at(to, toDay) }
      const { workItemId = null, activityId = null } = details
      const billable = details.billable === undefined ? {} : { billable: details.billable }
      const input = { commandKey: t.key(), time, note, projectId, tagIds, workItemId, activityId, ...billable }
      return (await t.client.entries.add(input)).entry
    },
    async addAmount(day: string, minutes: number, note = '') {
      const time = { kind: 'day' as const, day, durationMs: minutes * 60_000 }
      return (await t.client.entries.add({ commandKey: t.key(), time, note })).entry
    },
    async start(note = '', startedAtMs?: number) {
      const input = startedAtMs === undefined ? {} : { startedAtMs }
      return (await t.client.timer.start({ commandKey: t.key(), note, ...input })).entry
    },
    day: (day = today) => t.client.entries.day({ day }),
    undo: async () => (await t.client.history.undo({ commandKey: t.key() })).item.label,
    redo: async () => (await t.client.history.redo({ commandKey: t.key() })).item.label,
    async project(name: string, more: { clientId?: string; billableByDefault?: boolean } = {}) {
      return (await t.client.projects.create({ commandKey: t.key(), name, ...more })).item
    },
    async tag(name: string) {
      return (await t.client.tags.create({ commandKey: t.key(), name })).item
    },
    /** Everything a person can see, without what the clock or the revision alone changes. */
    async visible() {
      const { entries } = await t.client.entries.list({ limit: 500 })
      const { settings } = await t.client.settings.get({})
      return { entries, settings, catalogue: await t.client.catalogue.get({}) }
    },
  }
}

export type TestJournal = ReturnType<typeof createTestJournal>
