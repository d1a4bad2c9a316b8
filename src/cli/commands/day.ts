import type { DayView } from '../../shared/contract/entries.ts'
import { formatClock } from '../../shared/format/format-clock.ts'
import { formatDurationProse, formatDurationTable } from '../../shared/format/format-duration.ts'
import { ok } from '../../shared/result.ts'
import { dayOf } from '../../shared/zone/day-bounds.ts'
import { argument, defineCommand } from '../command/cli-command.ts'
import { readDay } from '../input/read-time.ts'
import { entryJson, isoInstant } from '../present/entry-json.ts'
import { entryRow, plainRow, type RowStyle } from '../present/entry-row.ts'
import { relativeDay } from '../present/entry-text.ts'
import { loadNames } from '../present/load-names.ts'
import { overlapJson, overlapLines } from '../present/overlap-text.ts'

export const day = defineCommand({
  name: 'day',
  summary: 'One day with gaps and overlaps',
  args: [argument('[day]', 'today, yesterday, mon, -1, 2026-11-20 (default: today)')],
  options: {},
  examples: [
    { line: 'stint day', what: 'today' },
    { line: 'stint day yesterday --json', what: '{"day", "entries", "gaps", "overlaps", "totalMs", …}' },
  ],
  async run(context, [typed = 'today']) {
    const wanted = await readDay(context, 'The day', typed)
    if (!wanted.ok) return wanted
    const asked = await context.ask((client) => client.entries.day({ day: wanted.value }))
    if (!asked.ok) return asked
    const view = asked.value
    const names = await loadNames(context, view.entries)
    if (!names.ok) return names
    const nowMs = Date.now()
    const totalMs = view.closedMs + runningMs(view, nowMs)
    return ok({
      json: () => ({
        day: view.day,
        zone: view.zone,
        start: isoInstant(view.startMs),
        end: isoInstant(view.endMs),
        totalMs,
        entries: view.entries.map((entry) => entryJson(entry, names.value, nowMs)),
        gaps: view.gaps.map(({ startMs, endMs, previousId, nextId }) => ({
          start: isoInstant(startMs),
          end: isoInstant(endMs),
          durationMs: endMs - startMs,
          previousId,
          nextId,
        })),
        overlaps: view.overlaps.map(overlapJson),
      }),
      text: () => {
        const style = { names: names.value, paint: context.paint, nowMs, columns: context.out.columns }
        const title = relativeDay(view.day, dayOf(nowMs, context.zone))
        return [
          `${context.paint.strong(`${title.charAt(0).toUpperCase()}${title.slice(1)}`)} ${context.paint.dim(view.day)}`,
          ...rowLines(view, style),
          '',
          view.entries.length === 0 ? 'Nothing is tracked on this day.' : `Total ${formatDurationProse(totalMs)}`,
          ...overlapLines(view, names.value, context.paint),
        ]
      },
    })
  },
})

/** Part of the running entry that falls on this day. */
function runningMs(view: DayView, nowMs: number): number {
  return view.entries.reduce((sum, { time }) => {
    if (time.kind === 'day' || time.endedAtMs !== null) return sum
    return sum + Math.max(0, Math.min(nowMs, view.endMs) - Math.max(time.startedAtMs, view.startMs))
  }, 0)
}

/** Entries by start, each gap before the entry that ends it. */
function rowLines(view: DayView, style: RowStyle): string[] {
  return view.entries.flatMap((entry) => {
    const gap = view.gaps.find(({ nextId }) => nextId === entry.id)
    if (gap === undefined) return [entryRow(entry, style)]
    const clock = `${formatClock(gap.startMs, view.zone, '24h')}–${formatClock(gap.endMs, view.zone, '24h')}`
    const length = formatDurationTable(gap.endMs - gap.startMs)
    return [style.paint.dim(plainRow('', clock, length, 'gap', style)), entryRow(entry, style)]
  })
}
