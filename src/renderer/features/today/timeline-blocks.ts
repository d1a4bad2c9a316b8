import type { Entry } from '../../../shared/contract/entities.ts'
import { layOutColumns } from './column-layout.ts'
import { pxOf } from './timeline-scale.ts'

export interface Block {
  readonly entry: Entry
  readonly topPx: number
  readonly heightPx: number
  readonly column: number
  readonly columns: number
  readonly isRunning: boolean
}

/** A block is never lower than this, or it could not be seen or clicked. Lower ones still overlap only what they overlap. */
const MIN_HEIGHT_PX = 4

/** Blocks of entries with clock times, cut to the day that is drawn. The running one reaches to `nowMs`. */
export function timelineBlocks(
  entries: readonly Entry[],
  day: { readonly startMs: number; readonly endMs: number },
  nowMs: number,
  pxPerHour: number,
): Block[] {
  const spans = entries.flatMap((entry) => {
    if (entry.time.kind !== 'clock') return []
    const startMs = Math.max(entry.time.startedAtMs, day.startMs)
    const endMs = Math.min(entry.time.endedAtMs ?? Math.max(nowMs, entry.time.startedAtMs), day.endMs)
    return endMs >= startMs && startMs < day.endMs ? [{ id: entry.id, entry, startMs, endMs }] : []
  })
  const byId = new Map(spans.map((span) => [span.id, span]))
  return layOutColumns(spans).flatMap(({ id, column, columns }) => {
    const span = byId.get(id)
    if (span === undefined) return []
    return {
      entry: span.entry,
      topPx: pxOf(span.startMs - day.startMs, pxPerHour),
      heightPx: Math.max(MIN_HEIGHT_PX, pxOf(span.endMs - span.startMs, pxPerHour)),
      column,
      columns,
      isRunning: span.entry.time.kind === 'clock' && span.entry.time.endedAtMs === null,
    }
  })
}
