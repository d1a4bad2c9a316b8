import { err, ok } from '../../shared/result.ts'
import { usageError } from '../cli-error.ts'
import { argument, type CliCommand, defineCommand } from '../command/cli-command.ts'
import { findCommand } from '../command/find-command.ts'
import type { TableSection } from '../command/table-section.ts'
import { helpAnswer } from '../help/help-answer.ts'

/** Help for the commands of this table. */
export const help = (table: readonly TableSection[]): CliCommand =>
  defineCommand({
    name: 'help',
    summary: 'Help for a command',
    args: [argument('[command...]', 'Which command', 'commands')],
    options: {},
    examples: [
      { line: 'stint help', what: 'all commands' },
      { line: 'stint help start', what: 'one command, with examples' },
      { line: 'stint help projects add', what: 'a command of a group' },
    ],
    async run(context, args) {
      if (args.length === 0) return ok(helpAnswer(table, context.paint))
      const found = await findCommand(table, [...args, '--help'])
      if (!found.ok) return found
      const [extra] = found.value?.rest.filter((word) => word !== '--help') ?? []
      if (extra !== undefined)
        return err(usageError(`“stint ${args.join(' ')}” is not a command.`, 'Run “stint help” for all commands.'))
      return ok(helpAnswer(found.value?.command ?? table, context.paint))
    },
  })
