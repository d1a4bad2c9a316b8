import type Database from 'better-sqlite3'
import fc from 'fast-check'
import { dayBounds, dayOf } from '../../../src/shared/zone/day-bounds.ts'
import { splitByDay } from '../../../src/shared/zone/split-by-day.ts'

/** An entry as the first released schema keeps it; later schemas must be able to hold it. */
export interface OldEntry {
  readonly startMs: number
  readonly lengthMs: number
  readonly zone: string
  readonly kind: 'clock' | 'day'
  readonly note: string
  readonly deleted: boolean
  readonly tagged: boolean
}

/** A zone that lacks midnights, one with half-hour changes, one that lost a date, and the common ones. */
const zones = ['Europe/Stockholm', 'UTC', 'Africa/Cairo', 'Australia/Lord_Howe', 'Pacific/Apia', 'America/St_Johns']

const oldEntry: fc.Arbitrary<OldEntry> = fc.record({
  startMs: fc.integer({ min: 1_262_304_000_000, max: 1_893_456_000_000 }),
  lengthMs: fc.oneof(fc.integer({ min: 0, max: 3_600_000 }), fc.integer({ min: 0, max: 400_000_000 })),
  zone: fc.constantFrom(...zones),
  kind: fc.constantFrom('clock', 'clock', 'day'),
  note: fc.string({ maxLength: 40, unit: 'grapheme' }),
  deleted: fc.boolean(),
  tagged: fc.boolean(),
})

export const oldEntries: fc.Arbitrary<readonly OldEntry[]> = fc.array(oldEntry, { maxLength: 30 })

/** In SQL, not through today's store: the store of that version is gone when a migration is tested. */
export function writeOldEntries(db: Database.Database, entries: readonly OldEntry[]): void {
  db.exec("insert or ignore into tags (id, name, name_key) values ('tag-1', 'tag', 'tag')")
  const insert = db.prepare(
    `insert into entries (id, kind, started_at_ms, ended_at_ms, duration_ms, zone, day, sort_ms, note, note_key,
       billable, off_computer, source, created_at_ms, updated_at_ms, deleted_at_ms)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 'manual', 1, 1, ?)`,
  )
  const addDay = db.prepare('insert into entry_days (day, entry_seq, ms) values (?, ?, ?)')
  const addTag = db.prepare("insert into entry_tags (entry_seq, tag_id) values (?, 'tag-1')")
  entries.forEach(({ startMs, lengthMs, zone, kind, note, deleted, tagged }, index) => {
    const isClock = kind === 'clock'
    const endMs = startMs + lengthMs
    const day = dayOf(startMs, zone)
    const sortMs = isClock ? startMs : dayBounds(day, zone).startMs
    const { lastInsertRowid: seq } = insert.run(
      `entry-${index}-${startMs}`,
      kind,
      isClock ? startMs : null,
      isClock ? endMs : null,
      lengthMs,
      zone,
      day,
      sortMs,
      note,
      note.toLowerCase(),
      deleted ? endMs : null,
    )
    if (tagged) addTag.run(seq)
    if (deleted) return
    const slices = isClock ? splitByDay(startMs, endMs, zone) : [{ day, ms: lengthMs }]
    for (const slice of slices) if (slice.ms > 0) addDay.run(slice.day, seq, slice.ms)
  })
}
