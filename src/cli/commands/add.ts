import { err } from '../../shared/result.ts'
import { type CliError, usageError } from '../cli-error.ts'
import { argument, defineCommand } from '../command/cli-command.ts'
import { text } from '../command/option-spec.ts'
import { commandKey } from '../input/command-key.ts'
import { readAddedEntry } from '../input/read-added-entry.ts'
import { detailsOptions } from '../names/details-options.ts'
import { resolveDetails } from '../names/resolve-details.ts'
import { templateDetails } from '../names/template-details.ts'
import { entryAnswer } from '../present/entry-answer.ts'

export const add = defineCommand({
  name: 'add',
  summary: 'Add time that you did not track',
  details: [
    'Say when with options, or in one typed line: a range or a length first, then the note, with @project and #tags.',
    'Put the line in quotes: the shell has its own use for # and $.',
  ],
  args: [argument('[note...]', 'What you did, or a whole line')],
  options: {
    from: text('--from <time>', 'Start: 9:30, “yesterday 14:00”, 2026-11-20T14:00'),
    to: text('--to <time>', 'End'),
    date: text('--date <day>', 'Day: today, yesterday, mon, 2026-11-20'),
    duration: text('--duration <length>', 'Length: 1:30, 1.5, 90m, “1h 30m”'),
    ...detailsOptions,
    template: text('--from-template <name>', 'Take note, project and the rest from a template', {
      complete: 'templates',
    }),
  },
  examples: [
    { line: 'stint add "9-10:30 Fix retry @Acme #backend"', what: 'one line says it all' },
    { line: 'stint add Review --from 9 --to 10:30 --project Acme', what: 'the same with options' },
    { line: 'stint add Review --date yesterday --duration 1:30', what: 'a length on a day, without clock times' },
    { line: 'stint add "yesterday 14-15:30 Workshop"', what: 'another day' },
  ],
  async run(context, args, options) {
    const template = await templateDetails(context, options.template)
    if (!template.ok) return template
    const added = await readAddedEntry(context, args.join(' '), options, template.value.durationMs)
    if (!added.ok) return added
    const { time, note, line } = added.value
    if (line.project !== undefined && options.project !== undefined)
      return err(twoProjects(line.project, options.project))
    const details = await resolveDetails(context, {
      ...options,
      project: options.project ?? line.project,
      tag: [...options.tag, ...line.tags],
      billable: options.billable ?? line.billable,
      currentProjectId: template.value.details.projectId ?? null,
    })
    if (!details.ok) return details
    const entry = await context.ask((client) =>
      client.entries.add({
        commandKey: commandKey(),
        ...template.value.details,
        ...details.value,
        ...(note === '' ? {} : { note }),
        time,
      }),
    )
    return entry.ok ? entryAnswer(context, 'Added', entry.value.entry) : entry
  },
})

function twoProjects(inLine: string, asOption: string): CliError {
  return usageError(`Two projects are named: @${inLine} and --project ${asOption}.`, 'Name one of them.')
}
