import { formatDurationClock, formatDurationProse } from '../../shared/format/format-duration.ts'
import { ok } from '../../shared/result.ts'
import type { CliContext } from '../cli-context.ts'
import { defineCommand } from '../command/cli-command.ts'
import { entryJson } from '../present/entry-json.ts'
import { aboutText } from '../present/entry-text.ts'
import { entryLengthMs } from '../present/entry-time.ts'
import { loadNames } from '../present/load-names.ts'
import { startText } from '../present/started-answer.ts'

export const status = defineCommand({
  name: 'status',
  summary: 'What is running, and today’s total',
  options: {},
  examples: [
    { line: 'stint status', what: 'what is running' },
    { line: 'stint status --json', what: '{"running": an entry or null, "todayMs": …} for a prompt or a status bar' },
  ],
  async run(context) {
    const asked = await context.ask((client) => client.timer.status({}))
    if (!asked.ok) return asked
    const { running, todayMs, today, nowMs } = asked.value
    const names = await loadNames(context, [running])
    if (!names.ok) return names
    const away = context.json ? [] : await awayLines(context)
    return ok({
      json: () => ({ running: running === null ? null : entryJson(running, names.value, nowMs), todayMs }),
      text: () => {
        const total = `Today ${formatDurationProse(todayMs)}`
        if (running === null) return ['No timer is running.', total, ...away]
        const about = context.paint.strong(aboutText(running, names.value(running)))
        const length = formatDurationClock(entryLengthMs(running, nowMs))
        return [
          `${context.paint.good('●')} ${about}`,
          `  ${length} since ${startText(running, today)} · ${total}`,
          ...away,
        ]
      },
    })
  },
})

/** A question about time away, in one line. `stint absence` tells the whole; a host of another version knows none. */
async function awayLines(context: CliContext): Promise<string[]> {
  const asked = await context.ask((client) => client.absence.get({}))
  if (!asked.ok) return []
  const { question, away } = asked.value
  if (question === null && away === null) return []
  const { absenceMs, awayText } = await import('../present/absence-text.ts')
  if (question === null) return away === null ? [] : [awayText(away, context.zone, context.nowMs)]
  return [`You were away ${formatDurationProse(absenceMs(question.pieces))}: answer with “stint absence”.`]
}
