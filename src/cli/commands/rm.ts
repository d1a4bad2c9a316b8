import { argument, defineCommand } from '../command/cli-command.ts'
import { commandKey } from '../input/command-key.ts'
import { findEntries } from '../names/find-entry.ts'
import { entriesAnswer, plural } from '../present/entry-answer.ts'

export const rm = defineCommand({
  name: 'rm',
  summary: 'Delete entries',
  details: ['“stint undo” brings them back, for 30 days.'],
  args: [argument('<id...>', 'Entries: ids, “running” or “last”', 'entries')],
  options: {},
  examples: [
    { line: 'stint rm last', what: 'the last entry was a mistake' },
    { line: 'stint rm 9f31c2ab 77d01e4f', what: 'two entries; “stint list” shows ids' },
  ],
  async run(context, args) {
    const entries = await findEntries(context, args)
    if (!entries.ok) return entries
    const ids = entries.value.map(({ id }) => id)
    const removed = await context.ask((client) => client.entries.remove({ commandKey: commandKey(), ids }))
    if (!removed.ok) return removed
    const heading = (count: number) =>
      `Deleted ${plural(count, 'entry', 'entries')}. “stint undo” brings ${count === 1 ? 'it' : 'them'} back.`
    return entriesAnswer(context, heading, removed.value.entries)
  },
})
