import { describe, expect, it } from 'vitest'
import type { Entry } from '../../../shared/contract/entities.ts'
import { dayOfEntry, lengthOf, resultRows } from './result-rows.ts'

const zone = 'Europe/Stockholm'
const at = (text: string) => Date.parse(text)
const base = {
  note: '',
  projectId: null,
  activityId: null,
  workItemId: null,
  tagIds: [],
  billable: false,
  offComputer: false,
  source: 'manual' as const,
  importBatchId: null,
  createdAtMs: 0,
  updatedAtMs: 0,
}
const clock = (id: string, from: string, to: string | null): Entry => ({
  ...base,
  id,
  time: { kind: 'clock', startedAtMs: at(from), endedAtMs: to === null ? null : at(to), zone },
})
const onDay = (id: string, day: string, durationMs: number): Entry => ({
  ...base,
  id,
  time: { kind: 'day', day, durationMs, zone },
})

describe('resultRows', () => {
  const entries = [
    clock('run', '2026-11-20T09:00Z', null),
    clock('b', '2026-11-20T08:00Z', '2026-11-20T08:30Z'),
    // Twenty minutes past midnight in Stockholm.
    clock('night', '2026-11-19T23:20Z', '2026-11-19T23:50Z'),
    clock('a', '2026-11-18T08:00Z', '2026-11-18T09:00Z'),
    onDay('d', '2026-11-20', 60_000),
  ]
  const rows = resultRows(entries, at('2026-11-20T09:10Z'))

  it('puts every entry under the day where it began, newest day first', () => {
    expect(rows.map(({ key }) => key)).toEqual(['2026-11-20', 'run', 'b', 'night', 'd', '2026-11-18', 'a'])
    expect(dayOfEntry(entries[2] as Entry)).toBe('2026-11-20')
  })
  it('sums each day, a running entry until now', () => {
    const [day] = rows
    expect(day).toMatchObject({ kind: 'day', totalMs: (10 + 30 + 30 + 1) * 60_000, entries: 4 })
    expect(lengthOf(entries[0] as Entry, at('2026-11-20T08:00Z'))).toBe(0)
  })
})
