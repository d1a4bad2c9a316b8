import type { Answer, ArgumentSpec, CliCommand, CommandGroup, Example } from '../command/cli-command.ts'
import { globalOptions } from '../command/global-options.ts'
import { longFlag, type OptionSpec, type OptionSpecs } from '../command/option-spec.ts'
import type { TableSection } from '../command/table-section.ts'
import type { Paint } from '../output/paint.ts'
import { tableLines } from '../output/table.ts'

/** Help for a command, a group, or all commands there are. */
export function helpAnswer(about: CliCommand | CommandGroup | readonly TableSection[], paint: Paint): Answer {
  if (!('kind' in about)) return { json: () => overviewJson(about), text: () => overview(about, paint) }
  if (about.kind === 'group') return { json: () => groupJson(about), text: () => groupHelp(about, paint) }
  return { json: () => commandJson(about), text: () => commandHelp(about, paint) }
}

function overview(table: readonly TableSection[], paint: Paint): string[] {
  const sections = table.flatMap(({ title, rows }) => [
    '',
    paint.strong(title),
    ...indented(rows.map(({ name, summary }) => [name, summary])),
  ])
  return [
    'Stint keeps track of your time, on your own machine.',
    '',
    'Usage: stint COMMAND [OPTIONS]',
    ...sections,
    '',
    paint.strong('Everywhere'),
    ...optionLines(globalOptions),
    '',
    paint.strong('First steps'),
    ...exampleLines(
      [
        { line: 'stint start "Payment retry" --project Acme --create', what: 'start the timer' },
        { line: 'stint status', what: 'what is running' },
        { line: 'stint stop', what: 'stop it' },
        { line: 'stint add "yesterday 9-10:30 Review @Acme"', what: 'add what you forgot' },
        { line: 'stint report', what: 'this week by project' },
      ],
      paint,
    ),
    '',
    '“stint help COMMAND” has more, with examples.',
  ]
}

function groupHelp(group: CommandGroup, paint: Paint): string[] {
  const bare =
    group.fallback === null ? [] : ['', `“stint ${group.name}” alone is “stint ${group.name} ${group.fallback}”.`]
  return [
    `stint ${group.name}: ${lower(group.summary)}`,
    '',
    ...indented(group.commands.map((command) => [usageOf(command), command.summary])),
    ...bare,
    '',
    ...exampleLines(
      group.commands.flatMap(({ examples }) => examples.slice(0, 1)),
      paint,
    ),
    '',
    `“stint help ${group.name} ${group.commands[1]?.name.split(' ')[1] ?? ''}” has more.`,
  ]
}

function commandHelp(command: CliCommand, paint: Paint): string[] {
  const options = optionLines(command.options)
  const args = indented(command.args.map(({ usage, summary }) => [usage, summary]))
  return [
    `${command.summary}.`,
    '',
    `Usage: stint ${usageOf(command)}${options.length > 0 ? ' [OPTIONS]' : ''}`,
    ...(command.details.length > 0 ? ['', ...command.details] : []),
    ...(args.length > 0 ? ['', paint.strong('Arguments'), ...args] : []),
    ...(options.length > 0 ? ['', paint.strong('Options'), ...options] : []),
    '',
    paint.strong('Everywhere'),
    ...optionLines(globalOptions),
    '',
    paint.strong('Examples'),
    ...exampleLines(command.examples, paint),
  ]
}

function usageOf({ name, args }: CliCommand): string {
  return [name, ...args.map(({ usage }) => usage)].join(' ')
}

function indented(rows: readonly (readonly string[])[]): string[] {
  return tableLines([{}, {}], rows).map((line) => `  ${line}`)
}

function optionLines(options: OptionSpecs): string[] {
  return indented(
    Object.values(options).map((spec) => [
      spec.flags.startsWith('--') ? `    ${spec.flags}` : spec.flags,
      spec.choices.length > 0 ? `${spec.summary} (${spec.choices.join(', ')})` : spec.summary,
    ]),
  )
}

function exampleLines(examples: readonly Example[], paint: Paint): string[] {
  return examples.flatMap(({ line, what }) => [`  ${line}`, paint.dim(`      ${what}`)])
}

function overviewJson(table: readonly TableSection[]): object {
  return {
    commands: table.flatMap(({ title, rows }) => rows.map(({ name, summary }) => ({ name, summary, section: title }))),
    options: Object.values(globalOptions).map(optionJson),
  }
}

function groupJson({ name, summary, commands, fallback }: CommandGroup): object {
  return { name, summary, fallback, commands: commands.map(commandJson) }
}

function commandJson({ name, summary, details, args, options, examples }: CliCommand): object {
  return {
    name,
    summary,
    details,
    arguments: args.map(argumentJson),
    options: Object.values(options).map(optionJson),
    examples,
  }
}

function argumentJson({ usage, summary }: ArgumentSpec): object {
  return { usage, summary }
}

function optionJson(spec: OptionSpec): object {
  const { flags, summary, choices, kind } = spec
  return {
    name: longFlag(spec),
    flags,
    summary,
    choices,
    repeatable: kind === 'list',
    takesValue: kind === 'text' || kind === 'list',
  }
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
