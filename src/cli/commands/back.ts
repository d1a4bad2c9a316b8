import { defineCommand } from '../command/cli-command.ts'
import { commandKey } from '../input/command-key.ts'
import { presenceAnswer } from '../present/presence-answer.ts'

export const back = defineCommand({
  name: 'back',
  summary: 'Say that you are back',
  options: {},
  examples: [{ line: 'stint back', what: 'you are back; shows what is asked about the time away' }],
  async run(context) {
    const told = await context.ask((client) =>
      client.absence.report({ commandKey: commandKey(), report: { kind: 'back' } }),
    )
    return told.ok ? presenceAnswer(context, told.value, 'Welcome back. There is nothing to ask.') : told
  },
})
