import { argument, defineCommand } from '../command/cli-command.ts'
import { text } from '../command/option-spec.ts'
import { commandKey } from '../input/command-key.ts'
import { onOverlap, overlapOption } from '../input/overlap-option.ts'
import { readMoment } from '../input/read-time.ts'
import { detailsOptions } from '../names/details-options.ts'
import { resolveDetails } from '../names/resolve-details.ts'
import { templateDetails } from '../names/template-details.ts'
import { startedAnswer } from '../present/started-answer.ts'

export const start = defineCommand({
  name: 'start',
  summary: 'Start the timer',
  details: [
    'Starting needs nothing: note, project, tags and the rest can come later with “stint edit running”.',
    'What runs already stops at the same instant.',
  ],
  args: [argument('[note...]', 'What you work on', 'notes')],
  options: {
    ...detailsOptions,
    at: text('--at <time>', 'When it started: 9:30, -15m, “yesterday 22:40”'),
    overlap: overlapOption,
    template: text('--from-template <name>', 'Take note, project and the rest from a template', {
      complete: 'templates',
    }),
  },
  examples: [
    { line: 'stint start', what: 'start with nothing; say what it was when you know' },
    {
      line: 'stint start "Payment retry" --project Acme --tag backend',
      what: 'start with a note, a project and a tag',
    },
    { line: 'stint start Stand-up --at -10m', what: 'you forgot: it started ten minutes ago' },
    { line: 'stint start --project Acme/Shop --create', what: 'make the client Acme and its project Shop on the way' },
    { line: 'stint start --from-template Stand-up', what: 'start from a template' },
  ],
  async run(context, args, options) {
    const startedAtMs = await readMoment(context, '--at', options.at)
    if (!startedAtMs.ok) return startedAtMs
    const template = await templateDetails(context, options.template)
    if (!template.ok) return template
    const details = await resolveDetails(context, {
      ...options,
      currentProjectId: template.value.details.projectId ?? null,
    })
    if (!details.ok) return details
    const started = await context.ask((client) =>
      client.timer.start({
        commandKey: commandKey(),
        ...template.value.details,
        ...details.value,
        ...(args.length > 0 ? { note: args.join(' ') } : {}),
        ...(startedAtMs.value === undefined ? {} : { startedAtMs: startedAtMs.value }),
        ...onOverlap(options.overlap),
      }),
    )
    return started.ok ? startedAnswer(context, started.value) : started
  },
})
