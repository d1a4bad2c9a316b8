import { err, ok, type Result } from '../../shared/result.ts'
import { type CliError, usageError } from '../cli-error.ts'
import { nearest } from '../names/nearest.ts'
import type { CliCommand, CommandGroup } from './cli-command.ts'
import { globalOptions } from './global-options.ts'
import { longFlag, takesValue } from './option-spec.ts'
import { rowsOf, type TableSection } from './table-section.ts'

/** A command, or the group whose help is wanted, and what was typed beside its name. */
export interface FoundCommand {
  readonly command: CliCommand | CommandGroup
  readonly rest: readonly string[]
}

const withValue = new Set(Object.values(globalOptions).filter(takesValue).map(longFlag))

/** Finds the command that a command line names; global options may stand before it. null: no command is named. */
export async function findCommand(
  table: readonly TableSection[],
  argv: readonly string[],
): Promise<Result<FoundCommand | null, CliError>> {
  const rows = rowsOf(table)
  const first = nextWord(argv, 0)
  if (first === undefined) return ok(null)
  const row = rows.find(({ name }) => name === argv[first])
  if (row === undefined) {
    const names = rows.map(({ name }) => name)
    return err(unknownWord(argv[first] ?? '', nearest(argv[first] ?? '', names), 'stint', 'stint help'))
  }
  const found = await row.load()
  const rest = argv.toSpliced(first, 1)
  if (found.kind === 'command') return ok({ command: found, rest })
  return findInGroup(found, rest, first)
}

function findInGroup(
  group: CommandGroup,
  argv: readonly string[],
  from: number,
): Result<FoundCommand | null, CliError> {
  const bare = group.commands.find(({ name }) => name === `${group.name} ${group.fallback}`)
  const second = nextWord(argv, from, valuesOf(bare))
  if (second === undefined) {
    const wantsHelp = argv.includes('--help') || argv.includes('-h')
    return ok({ command: wantsHelp || bare === undefined ? group : bare, rest: argv })
  }
  const word = argv[second] ?? ''
  const command = group.commands.find(({ name }) => name === `${group.name} ${word}`)
  if (command !== undefined) return ok({ command, rest: argv.toSpliced(second, 1) })
  const names = group.commands.map(({ name }) => name.slice(group.name.length + 1))
  return err(unknownWord(word, nearest(word, names), `stint ${group.name}`, `stint help ${group.name}`))
}

/** Options that bring a word of their own: those of every command, and of the one that the bare group means. */
function valuesOf(command: CliCommand | undefined): ReadonlySet<string> {
  const own = Object.values(command?.options ?? {}).filter(takesValue)
  return new Set([
    ...withValue,
    ...own.flatMap(({ flags }) => flags.split(/[ ,]+/).filter((word) => word.startsWith('-'))),
  ])
}

/** Index of the first word that is neither an option nor an option's value. */
function nextWord(argv: readonly string[], from: number, valued: ReadonlySet<string> = withValue): number | undefined {
  for (let index = from; index < argv.length; index += 1) {
    const word = argv[index] ?? ''
    if (word === '--') return undefined
    if (valued.has(word)) index += 1
    else if (!word.startsWith('-') || word === '-') return index
  }
  return undefined
}

function unknownWord(word: string, near: readonly string[], after: string, help: string): CliError {
  const hint = near.length > 0 ? `Did you mean ${near.map((name) => `“${after} ${name}”`).join(' or ')}?` : ''
  return usageError(`“${after} ${word}” is not a command.`, hint === '' ? `Run “${help}” for all commands.` : hint, {
    suggestions: near,
  })
}
