import { defineCommand } from '../command/cli-command.ts'
import { commandKey } from '../input/command-key.ts'
import { entryAnswer } from '../present/entry-answer.ts'

export const discard = defineCommand({
  name: 'discard',
  summary: 'Throw the running entry away',
  details: ['“stint undo” brings it back.'],
  options: {},
  examples: [{ line: 'stint discard', what: 'the timer ran by mistake' }],
  async run(context) {
    const discarded = await context.ask((client) => client.timer.discard({ commandKey: commandKey() }))
    return discarded.ok ? entryAnswer(context, 'Discarded', discarded.value.entry) : discarded
  },
})
