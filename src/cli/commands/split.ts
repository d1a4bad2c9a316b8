import { err } from '../../shared/result.ts'
import { refusal, usageError } from '../cli-error.ts'
import { argument, defineCommand } from '../command/cli-command.ts'
import { text } from '../command/option-spec.ts'
import { commandKey } from '../input/command-key.ts'
import { readEnd } from '../input/read-interval.ts'
import { readMoment } from '../input/read-time.ts'
import { findEntry } from '../names/find-entry.ts'
import { entriesAnswer } from '../present/entry-answer.ts'

export const split = defineCommand({
  name: 'split',
  summary: 'Cut an entry in two',
  details: ['The two halves touch. The first keeps its id; change the second with “stint edit”.'],
  args: [argument('<id>', 'The entry: its id, “running” or “last”', 'entries')],
  options: { at: text('--at <time>', 'Where to cut') },
  examples: [{ line: 'stint split last --at 10:15', what: 'the first part was something else' }],
  async run(context, [typed = ''], options) {
    if (options.at === undefined)
      return err(usageError('Say where to cut.', 'For example: stint split last --at 10:15'))
    const entry = await findEntry(context, typed)
    if (!entry.ok) return entry
    const { id, time } = entry.value
    if (time.kind === 'day') {
      const read = await readMoment(context, '--at', options.at)
      if (!read.ok) return read
      return err(
        refusal(
          'no-clock-times',
          'That entry has no clock times to cut at.',
          'Give it some with “stint edit --from --to”.',
          { id },
        ),
      )
    }
    const atMs = await readEnd(context, '--at', options.at, time.startedAtMs, time.zone)
    if (!atMs.ok) return atMs
    const halves = await context.ask((client) =>
      client.entries.split({ commandKey: commandKey(), id, atMs: atMs.value }),
    )
    return halves.ok ? entriesAnswer(context, () => 'Split in two:', halves.value.entries) : halves
  },
})
