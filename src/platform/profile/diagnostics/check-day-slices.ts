import type Database from 'better-sqlite3'
import { splitByDay } from '../../../shared/zone/split-by-day.ts'
import { entriesInWords } from './entries-in-words.ts'
import type { Finding } from './planned-check.ts'

const SAMPLE = 2000

/** Reports sum slices kept beside the entries; the newest entries are cut anew and compared with what is kept. */
export function checkDaySlices(db: Database.Database): Finding {
  const rows = db
    .prepare(
      `select seq, started_at_ms, ended_at_ms, duration_ms, zone, day,
         (select json_group_array(json_array(day, ms)) from (select day, ms from entry_days where entry_seq = seq order by day))
       from entries where deleted_at_ms is null and duration_ms is not null order by seq desc limit ${SAMPLE}`,
    )
    .raw()
    .all() as [number, number | null, number | null, number, string, string, string][]
  const wrong = rows.filter(([, startMs, endMs, durationMs, zone, day, kept]) => {
    const slices =
      startMs === null || endMs === null
        ? [[day, durationMs]]
        : splitByDay(startMs, endMs, zone).map((slice) => [slice.day, slice.ms])
    return JSON.stringify(slices.filter(([, ms]) => ms !== 0)) !== JSON.stringify(nonEmpty(kept))
  })
  if (wrong.length === 0)
    return {
      status: 'ok',
      detail: rows.length === 0 ? 'there are no entries yet' : `checked for the newest ${entriesInWords(rows.length)}`,
    }
  return {
    status: 'fail',
    detail: `${wrong.length} of the newest ${rows.length} entries are counted on other days than their own times say`,
    mend: 'Export your entries, restore a backup from before, and report this: no time is lost, but reports are wrong.',
  }
}

function nonEmpty(json: string): unknown[] {
  const slices: unknown = JSON.parse(json)
  return Array.isArray(slices) ? slices.filter((slice) => Array.isArray(slice) && slice[1] !== 0) : []
}
