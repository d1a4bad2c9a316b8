import { Argument, Command, CommanderError, Option } from 'commander'
import { err, ok, type Result } from '../../shared/result.ts'
import { type CliError, usageError } from '../cli-error.ts'
import type { CliCommand } from './cli-command.ts'
import { globalOptions } from './global-options.ts'
import { longFlag, type OptionSpec, type OptionSpecs } from './option-spec.ts'

export interface ParsedArguments {
  readonly args: readonly string[]
  /** The command's own options, by the names in its definition. */
  readonly options: Readonly<Record<string, unknown>>
  readonly globals: GlobalValues
}

export interface GlobalValues {
  readonly json: boolean
  readonly profile: string | undefined
  readonly config: readonly string[]
  readonly yes: boolean
  readonly help: boolean
}

/** Reads what follows a command's name. Commander does the reading of flags; what they are comes from the definition. */
export function parseArguments(command: CliCommand, argv: readonly string[]): Result<ParsedArguments, CliError> {
  const parser = new Command(command.name)
    .helpOption(false)
    .helpCommand(false)
    .allowExcessArguments(false)
    .exitOverride()
    .configureOutput({ writeOut: () => {}, writeErr: () => {} })
  for (const spec of [...Object.values(command.options), ...Object.values(globalOptions)]) addOption(parser, spec)
  const wantsHelp = argv.includes('--help') || argv.includes('-h')
  for (const arg of command.args) {
    parser.addArgument(new Argument(wantsHelp ? arg.usage.replace('<', '[').replace('>', ']') : arg.usage))
  }
  let args: readonly string[] = []
  parser.action(() => {
    args = parser.args
  })
  try {
    parser.parse([...argv], { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) return err(explain(error, command))
    throw error
  }
  const raw: Readonly<Record<string, unknown>> = parser.opts()
  const given = valuesOf(globalOptions, raw)
  return ok({
    args,
    options: valuesOf(command.options, raw),
    globals: {
      json: given['json'] === true,
      profile: typeof given['profile'] === 'string' ? given['profile'] : undefined,
      config: strings(given['config']),
      yes: given['yes'] === true,
      help: given['help'] === true,
    },
  })
}

function addOption(parser: Command, spec: OptionSpec): void {
  const option = new Option(spec.flags, spec.summary)
  if (spec.choices.length > 0) option.choices(spec.choices)
  if (spec.kind === 'list') {
    option.argParser((value: string, before: unknown) => [...strings(before), value])
    if (spec.choices.length > 0) throw new Error(`${spec.flags}: a list of choices has no parser`)
  }
  parser.addOption(option)
  if (spec.kind === 'switch') parser.addOption(new Option(longFlag(spec).replace('--', '--no-'), spec.summary))
}

function valuesOf(specs: OptionSpecs, raw: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(specs).map(([name, spec]) => {
      const value = raw[attributeName(spec)]
      if (spec.kind === 'flag') return [name, value === true]
      if (spec.kind === 'list') return [name, strings(value)]
      return [name, value]
    }),
  )
}

/** Commander's name for an option's value: `clearProject` for `--clear-project`. */
function attributeName(spec: OptionSpec): string {
  return longFlag(spec)
    .slice(2)
    .replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

function explain(error: CommanderError, command: CliCommand): CliError {
  const hint = `Run “stint help ${command.name}” for what it understands.`
  const message = error.message.replace(/^error: /, '')
  const quoted = /'([^']*)'/.exec(message)?.[1] ?? ''
  const nearest = /\(Did you mean (.*)\?\)/.exec(message)?.[1]
  switch (error.code) {
    case 'commander.unknownOption':
      return usageError(
        `${quoted} is not an option of “stint ${command.name}”.`,
        nearest === undefined ? hint : `Did you mean ${nearest}?`,
      )
    case 'commander.missingArgument':
      return usageError(`“stint ${command.name}” needs ${wanted(command, quoted)}.`, hint)
    case 'commander.optionMissingArgument':
      return usageError(`${quoted} needs a value.`, hint)
    case 'commander.excessArguments':
      return usageError(`That is more than “stint ${command.name}” takes.`, hint)
    default:
      return usageError(capital(message.split('\n')[0] ?? message), hint)
  }
}

function wanted(command: CliCommand, name: string): string {
  const spec = command.args.find((arg) => arg.usage.replace(/[<>[\].]/g, '') === name)
  return spec === undefined ? name.toUpperCase() : `${name.toUpperCase()}: ${lower(spec.summary)}`
}

function capital(message: string): string {
  const text = message.charAt(0).toUpperCase() + message.slice(1)
  return text.endsWith('.') ? text : `${text}.`
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
