import { err } from '../../shared/result.ts'
import { defineCommand } from '../command/cli-command.ts'
import { text } from '../command/option-spec.ts'
import { commandKey } from '../input/command-key.ts'
import { readMoment } from '../input/read-time.ts'
import { presenceAnswer } from '../present/presence-answer.ts'

export const away = defineCommand({
  name: 'away',
  summary: 'Say that you leave the computer',
  details: [
    'The timer runs on. When you are back, Stint asks what is to become of that time.',
    'Where Stint can see locks, sleep and idle time it asks without this.',
  ],
  options: { since: text('--since <time>', 'When you left: 12:00, -15m') },
  examples: [
    { line: 'stint away', what: 'you leave now' },
    { line: 'stint away --since -15m', what: 'you left a quarter of an hour ago' },
  ],
  async run(context, _args, options) {
    const sinceMs = await readMoment(context, '--since', options.since)
    if (!sinceMs.ok) return sinceMs
    const report = { kind: 'away' as const, ...(sinceMs.value === undefined ? {} : { sinceMs: sinceMs.value }) }
    const told = await context.ask((client) => client.absence.report({ commandKey: commandKey(), report }))
    if (told.ok) return presenceAnswer(context, told.value, 'You are away.')
    if (told.error.code !== 'in-future') return told
    return err({ ...told.error, hint: 'Give a time that has passed, such as --since 9:30 or --since -15m.' })
  },
})
