import { ok } from '../../shared/result.ts'
import { argument, defineCommand } from '../command/cli-command.ts'
import { text } from '../command/option-spec.ts'
import { commandKey } from '../input/command-key.ts'
import { onOverlap, overlapOption } from '../input/overlap-option.ts'
import { readMoment } from '../input/read-time.ts'
import { findEntry } from '../names/find-entry.ts'
import { startedAnswer } from '../present/started-answer.ts'

export const continueEntry = defineCommand({
  name: 'continue',
  summary: 'Start again what you did last',
  details: [
    'Starts a new entry with the same note, project, activity, tags and work item; the old entry stays as it is.',
  ],
  args: [argument('[id]', 'The entry to take up again (default: the last one)', 'entries')],
  options: { at: text('--at <time>', 'When it started: 13:00, -5m'), overlap: overlapOption },
  examples: [
    { line: 'stint continue', what: 'back from lunch' },
    { line: 'stint continue 9f31c2ab', what: 'take up an earlier entry; “stint list” shows ids' },
  ],
  async run(context, args, options) {
    const startedAtMs = await readMoment(context, '--at', options.at)
    if (!startedAtMs.ok) return startedAtMs
    const entry = args[0] === undefined ? ok(undefined) : await findEntry(context, args[0])
    if (!entry.ok) return entry
    const started = await context.ask((client) =>
      client.timer.continue({
        commandKey: commandKey(),
        ...(entry.value === undefined ? {} : { entryId: entry.value.id }),
        ...(startedAtMs.value === undefined ? {} : { startedAtMs: startedAtMs.value }),
        ...onOverlap(options.overlap),
      }),
    )
    return started.ok ? startedAnswer(context, started.value) : started
  },
})
