import { ok } from '../../shared/result.ts'
import { defineCommand } from '../command/cli-command.ts'
import { commandKey } from '../input/command-key.ts'
import { historyJson } from '../present/history-text.ts'

export const redo = defineCommand({
  name: 'redo',
  summary: 'Do again what was taken back',
  options: {},
  examples: [{ line: 'stint redo', what: 'you took back one change too many' }],
  async run(context) {
    const redone = await context.ask((client) => client.history.redo({ commandKey: commandKey() }))
    if (!redone.ok) return redone
    const { item } = redone.value
    return ok({ json: () => ({ redone: historyJson(item) }), text: () => [`Done again: ${item.label}`] })
  },
})
