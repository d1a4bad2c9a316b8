import { formatClock } from '../../shared/format/format-clock.ts'
import { ok } from '../../shared/result.ts'
import { dayOf } from '../../shared/zone/day-bounds.ts'
import { defineCommand } from '../command/cli-command.ts'
import { text } from '../command/option-spec.ts'
import { oneLine } from '../output/display-width.ts'
import { tableLines } from '../output/table.ts'
import { relativeDay } from '../present/entry-text.ts'
import { historyJson } from '../present/history-text.ts'
import { readLimit } from './list.ts'

export const history = defineCommand({
  name: 'history',
  summary: 'Changes that can be taken back',
  options: { limit: text('--limit <count>', 'At most this many, up to 200 (default 20)') },
  examples: [{ line: 'stint history', what: 'what “stint undo” would take back, newest first' }],
  async run(context, _args, options) {
    const limit = readLimit(options.limit)
    if (!limit.ok) return limit
    const asked = await context.ask((client) => client.history.list({ limit: Math.min(200, limit.value ?? 20) }))
    if (!asked.ok) return asked
    const { items } = asked.value
    return ok({
      json: () => ({ items: items.map(historyJson) }),
      text: () => {
        if (items.length === 0) return ['Nothing has been changed in the last 30 days.']
        const today = dayOf(Date.now(), context.zone)
        const rows = items.map(({ label, atMs, undone }) => [
          relativeDay(dayOf(atMs, context.zone), today),
          formatClock(atMs, context.zone, '24h'),
          `${oneLine(label)}${undone ? ' (taken back)' : ''}`,
        ])
        return tableLines(
          [{ paint: context.paint.dim }, { paint: context.paint.dim }, { flexible: true }],
          rows,
          context.out.columns,
        )
      },
    })
  },
})
