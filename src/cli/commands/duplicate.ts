import { argument, defineCommand } from '../command/cli-command.ts'
import { text } from '../command/option-spec.ts'
import { commandKey } from '../input/command-key.ts'
import { readDay } from '../input/read-time.ts'
import { findEntry } from '../names/find-entry.ts'
import { entryAnswer } from '../present/entry-answer.ts'

export const duplicate = defineCommand({
  name: 'duplicate',
  summary: 'Copy an entry',
  args: [argument('<id>', 'The entry: its id or “last”', 'entries')],
  options: { to: text('--to <day>', 'Copy to this day, at the same time of day') },
  examples: [{ line: 'stint duplicate 9f31c2ab --to today', what: 'the same meeting again' }],
  async run(context, [typed = ''], options) {
    const toDay = await readDay(context, '--to', options.to)
    if (!toDay.ok) return toDay
    const entry = await findEntry(context, typed)
    if (!entry.ok) return entry
    const copied = await context.ask((client) =>
      client.entries.duplicate({
        commandKey: commandKey(),
        id: entry.value.id,
        ...(toDay.value === undefined ? {} : { toDay: toDay.value }),
      }),
    )
    return copied.ok ? entryAnswer(context, 'Copied to', copied.value.entry) : copied
  },
})
