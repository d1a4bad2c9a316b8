import { err } from '../../shared/result.ts'
import { usageError } from '../cli-error.ts'
import { argument, defineCommand } from '../command/cli-command.ts'
import { flag } from '../command/option-spec.ts'
import { commandKey } from '../input/command-key.ts'
import { findEntries } from '../names/find-entry.ts'
import { entryAnswer } from '../present/entry-answer.ts'

export const merge = defineCommand({
  name: 'merge',
  summary: 'Join entries into one',
  details: ['One entry from the first start to the last end, with the details of the first.'],
  args: [argument('<id...>', 'Two entries or more', 'entries')],
  options: { includeGaps: flag('--include-gaps', 'Count the time between the entries as well') },
  examples: [{ line: 'stint merge 9f31c2ab 77d01e4f', what: 'they were one piece of work' }],
  async run(context, args, options) {
    const entries = await findEntries(context, args)
    if (!entries.ok) return entries
    if (entries.value.length < 2) return err(usageError('Name two entries or more to join.', '“stint list” shows ids.'))
    const merged = await context.ask((client) =>
      client.entries.merge({
        commandKey: commandKey(),
        ids: entries.value.map(({ id }) => id),
        ...(options.includeGaps ? { includeGaps: true } : {}),
      }),
    )
    return merged.ok ? entryAnswer(context, 'Joined into', merged.value.entry) : merged
  },
})
