import { ok } from '../../shared/result.ts'
import { defineCommand } from '../command/cli-command.ts'
import { commandKey } from '../input/command-key.ts'
import { historyJson } from '../present/history-text.ts'

export const undo = defineCommand({
  name: 'undo',
  summary: 'Take back the last change',
  details: [
    'Changes are taken back one by one, newest first, across restarts, for 30 days. “stint redo” does them again.',
  ],
  options: {},
  examples: [{ line: 'stint undo', what: 'take back the last change, wherever it was made' }],
  async run(context) {
    const undone = await context.ask((client) => client.history.undo({ commandKey: commandKey() }))
    if (!undone.ok) return undone
    const { item } = undone.value
    return ok({ json: () => ({ undone: historyJson(item) }), text: () => [`Taken back: ${item.label}`] })
  },
})
