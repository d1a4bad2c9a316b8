import type Database from 'better-sqlite3'
import { expect } from 'vitest'
import { splitByDay } from '../../../src/shared/zone/split-by-day.ts'

/** What must hold in every profile after every bad day, said in SQL over the file itself. */
export function expectSound(db: Database.Database): void {
  const all = (sql: string) => db.prepare(sql).all()
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(db.pragma('foreign_key_check')).toEqual([])
  const running = "select id from entries where kind = 'clock' and ended_at_ms is null and deleted_at_ms is null"
  expect(all(running).length).toBeLessThanOrEqual(1)
  expect(all('select id from entries where ended_at_ms < started_at_ms')).toEqual([])
  // A command without a change, or a change without its command, would be half of one.
  expect(all('select revision from commands where revision not in (select revision from changes)')).toEqual([])
  expect(all('select revision from changes where revision not in (select revision from commands)')).toEqual([])
  expectSlices(db)
}

/** The days that reports sum are those that the entries' own times give. */
function expectSlices(db: Database.Database): void {
  const rows = db
    .prepare('select seq, started_at_ms, ended_at_ms, duration_ms, zone, day, deleted_at_ms from entries')
    .all() as {
    seq: number
    started_at_ms: number | null
    ended_at_ms: number | null
    duration_ms: number | null
    zone: string
    day: string
    deleted_at_ms: number | null
  }[]
  const found = new Map<number, [string, number][]>()
  for (const [seq, day, ms] of db.prepare('select entry_seq, day, ms from entry_days order by day').raw().all() as [
    number,
    string,
    number,
  ][]) {
    found.set(seq, [...(found.get(seq) ?? []), [day, ms]])
  }
  for (const row of rows) {
    const wanted: [string, number][] =
      row.deleted_at_ms !== null || row.duration_ms === null
        ? []
        : row.started_at_ms === null || row.ended_at_ms === null
          ? [[row.day, row.duration_ms]]
          : splitByDay(row.started_at_ms, row.ended_at_ms, row.zone).map(({ day, ms }) => [day, ms])
    const nonEmpty = (slices: [string, number][]) => slices.filter(([, ms]) => ms > 0)
    expect(nonEmpty(found.get(row.seq) ?? []), `days of entry ${row.seq}`).toEqual(nonEmpty(wanted))
  }
}
