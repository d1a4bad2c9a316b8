import { err } from '../../shared/result.ts'
import { usageError } from '../cli-error.ts'
import { argument, defineCommand } from '../command/cli-command.ts'
import { findEntries } from '../names/find-entry.ts'
import { editMany } from './edit-many.ts'
import { editOne } from './edit-one.ts'
import { editOptions } from './edit-options.ts'

export const edit = defineCommand({
  name: 'edit',
  summary: 'Change one entry or many',
  details: [
    'What you leave out stays as it is. Times count on the entry’s own day, in the zone where it was recorded.',
    'Several ids change together; their times cannot.',
  ],
  args: [argument('<id...>', 'Entries: ids, “running” or “last”', 'entries')],
  options: editOptions,
  examples: [
    { line: 'stint edit running --from 8:45', what: 'the timer should have started earlier' },
    { line: 'stint edit last --to 12:15 --note "Review with Eva"', what: 'mend the last entry' },
    { line: 'stint edit 9f31c2ab --date yesterday', what: 'move to yesterday, same time' },
    { line: 'stint edit 9f31c2ab 77d01e4f --project Acme --no-billable', what: 'change two at once' },
  ],
  async run(context, args, options) {
    const given = Object.values(options).some((value) => value !== undefined && value !== false && !isEmpty(value))
    if (!given) return err(usageError('Say what to change.', 'For example: stint edit last --project Acme --to 12:15'))
    const entries = await findEntries(context, args)
    if (!entries.ok) return entries
    const [first, ...others] = entries.value
    if (first !== undefined && others.length === 0) return editOne(context, first, options)
    return editMany(context, entries.value, options)
  },
})

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}
