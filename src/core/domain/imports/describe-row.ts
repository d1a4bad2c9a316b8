import type { ImportPreview } from '../../../shared/contract/transfer.ts'
import { dayOf } from '../../../shared/zone/day-bounds.ts'
import { instantToWall } from '../../../shared/zone/wall-time.ts'
import type { ImportRow } from './import-row.ts'

/** The local days a row covers and its length. */
export function rowSpan({ time }: ImportRow): {
  readonly firstDay: string
  readonly lastDay: string
  readonly ms: number
} {
  if (time.kind === 'day') return { firstDay: time.day, lastDay: time.day, ms: time.durationMs }
  const { startedAtMs, zone } = time
  const endedAtMs = time.endedAtMs ?? startedAtMs
  // An entry that ends at midnight does not reach into the next day.
  const lastMs = Math.max(startedAtMs, endedAtMs - 1)
  return { firstDay: dayOf(startedAtMs, zone), lastDay: dayOf(lastMs, zone), ms: endedAtMs - startedAtMs }
}

/** A row as the preview shows it: times on the wall of its own zone, '' for the end of a row without clock times. */
export function describeRow(row: ImportRow): ImportPreview['sample'][number] {
  const { time } = row
  const clock = time.kind === 'clock'
  return {
    line: row.line,
    start: clock ? wallText(time.startedAtMs, time.zone) : time.day,
    end: clock && time.endedAtMs !== null ? wallText(time.endedAtMs, time.zone) : '',
    durationMs: rowSpan(row).ms,
    note: row.note,
    client: row.client ?? '',
    project: row.project,
    activity: row.activity,
    tags: [...row.tags],
  }
}

function wallText(ms: number, zone: string): string {
  const { day, hour, minute, second } = instantToWall(ms, zone)
  return `${day} ${[hour, minute, second].map((part) => String(part).padStart(2, '0')).join(':')}`
}
