import { formatClock } from '../../shared/format/format-clock.ts'
import { ok } from '../../shared/result.ts'
import { dayOf } from '../../shared/zone/day-bounds.ts'
import { defineCommand } from '../command/cli-command.ts'
import { tableLines } from '../output/table.ts'
import { backupJson, bytesText } from '../present/backup-text.ts'
import { plural } from '../present/entry-answer.ts'
import { relativeDay } from '../present/entry-text.ts'

export const backups = defineCommand({
  name: 'backups',
  summary: 'List backups',
  options: {},
  examples: [{ line: 'stint backups', what: 'newest first; “stint restore NAME” puts one back' }],
  async run(context) {
    const asked = await context.ask((client) => client.backups.list({}))
    if (!asked.ok) return asked
    const list = asked.value.backups
    return ok({
      json: () => ({ backups: list.map((backup) => backupJson(backup, context.profileDir)) }),
      text: () => {
        if (list.length === 0) return ['There is no backup yet. “stint backup” makes one.']
        const today = dayOf(context.nowMs, context.zone)
        const rows = list.map(({ name, madeAtMs, bytes, reason, entries }) => [
          name,
          `${relativeDay(dayOf(madeAtMs, context.zone), today)} ${formatClock(madeAtMs, context.zone, '24h')}`,
          plural(entries, 'entry', 'entries'),
          bytesText(bytes),
          reason,
        ])
        const right = { align: 'right' as const }
        return tableLines([{ flexible: true }, {}, right, right, { paint: context.paint.dim }], rows)
      },
    })
  },
})
