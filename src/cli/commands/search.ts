import { argument, defineCommand } from '../command/cli-command.ts'
import { listEntries, listOptions } from './list.ts'

const { search: _, ...otherOptions } = listOptions

export const search = defineCommand({
  name: 'search',
  summary: 'Entries that hold some words',
  details: [
    'Every word must occur in the note, project, client, activity, tag or work item. The answer is that of “stint list”.',
  ],
  args: [argument('<text...>', 'Words to look for')],
  options: otherOptions,
  examples: [
    { line: 'stint search retry acme', what: 'entries with both words' },
    { line: 'stint search invoice --from 2026-01-01', what: 'since the beginning of the year' },
  ],
  run: (context, args, options) => listEntries(context, { ...options, search: args.join(' ') }),
})
