import { err, ok, type Result } from '../../shared/result.ts'
import type { CliContext } from '../cli-context.ts'
import { type CliError, usageError } from '../cli-error.ts'
import { type CommandResult, defineCommand } from '../command/cli-command.ts'
import { flag, type OptionValues, text } from '../command/option-spec.ts'
import { filterOptions, readFilter } from './entry-filter.ts'
import { writeEntries } from './write-entries.ts'

export const listOptions = {
  ...filterOptions,
  limit: text('--limit <count>', 'At most this many entries (on a terminal, without days: 50)'),
  all: flag('--all', 'All entries, however many'),
  cursor: text('--cursor <cursor>', 'Go on where an earlier “nextCursor” ended'),
} as const

export const list = defineCommand({
  name: 'list',
  summary: 'Entries, newest first',
  details: [
    '--json gives {"entries": […], "totalMs": …, "nextCursor": …}; the total counts all that match, on all pages.',
  ],
  options: listOptions,
  examples: [
    { line: 'stint list', what: 'the latest entries' },
    { line: 'stint list --from mon --to today', what: 'this week so far' },
    {
      line: 'stint list --from 2026-11-01 --to 2026-11-30 --project Acme --json',
      what: 'a month of one project, for a script',
    },
    { line: 'stint list --limit 100 --json', what: 'page by page: pass “nextCursor” back with --cursor' },
  ],
  async run(context, _args, options) {
    return listEntries(context, options)
  },
})

/** On a terminal nobody wants to see five years scroll by; a script gets all that it asked for. */
const MOST_ON_TERMINAL = 50

export async function listEntries(
  context: CliContext,
  options: OptionValues<typeof listOptions>,
): Promise<CommandResult> {
  const limit = readLimit(options.limit)
  if (!limit.ok) return limit
  const filter = await readFilter(context, options)
  if (!filter.ok) return filter
  const isOpenEnded = filter.value.fromDay === undefined && filter.value.toDay === undefined && !options.all
  const isLimited = isOpenEnded && context.out.isTerminal && !context.json
  const most = limit.value ?? (isLimited ? MOST_ON_TERMINAL : Number.POSITIVE_INFINITY)
  return writeEntries(context, filter.value, most, options.cursor)
}

export function readLimit(typed: string | undefined): Result<number | undefined, CliError> {
  if (typed === undefined) return ok(undefined)
  if (/^[1-9]\d{0,8}$/.test(typed)) return ok(Number(typed))
  return err(
    usageError(`--limit “${typed}” was not understood.`, 'Write a whole number above zero, such as --limit 100.'),
  )
}
