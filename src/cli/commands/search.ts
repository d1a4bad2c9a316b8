import { argument, defineCommand } from '../command/cli-command.ts'
import { text } from '../command/option-spec.ts'
import { filterOptions, readFilter } from './entry-filter.ts'
import { readLimit } from './list.ts'
import { writeEntries } from './write-entries.ts'

const { search: _, ...otherFilters } = filterOptions

export const search = defineCommand({
  name: 'search',
  summary: 'Entries that hold some words',
  details: [
    'Every word must occur in the note, project, client, activity, tag or work item. The answer is that of “stint list”.',
  ],
  args: [argument('<text...>', 'Words to look for')],
  options: { ...otherFilters, limit: text('--limit <count>', 'At most this many entries (default 50)') },
  examples: [
    { line: 'stint search retry acme', what: 'entries with both words' },
    { line: 'stint search invoice --from 2026-01-01', what: 'since the beginning of the year' },
  ],
  async run(context, args, options) {
    const limit = readLimit(options.limit)
    if (!limit.ok) return limit
    const filter = await readFilter(context, { ...options, search: args.join(' ') })
    if (!filter.ok) return filter
    return writeEntries(context, filter.value, limit.value ?? 50, undefined)
  },
})
