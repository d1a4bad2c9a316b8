import { ok, type Result } from '../../shared/result.ts'
import type { CliContext } from '../cli-context.ts'
import type { CliError } from '../cli-error.ts'
import type { CliCommand, CommandGroup } from '../command/cli-command.ts'
import { globalOptions } from '../command/global-options.ts'
import { longFlag, type OptionSpec, takesValue } from '../command/option-spec.ts'
import { rowsOf, type TableSection } from '../command/table-section.ts'
import type { CandidateKind } from './candidate-kind.ts'
import { type Candidate, candidatesOf } from './candidates.ts'

/** Candidates, and whether the shell should offer files or folders as well. */
export interface Completion {
  readonly candidates: readonly Candidate[]
  readonly paths: 'files' | 'folders' | null
}

const none: Completion = { candidates: [], paths: null }

/** What can follow, for the words after `stint`; the last one is being typed and may be empty. */
export async function completeLine(
  context: CliContext,
  table: readonly TableSection[],
  words: readonly string[],
): Promise<Result<Completion, CliError>> {
  const typed = words.at(-1) ?? ''
  const before = words.slice(0, -1)
  const found = await findBefore(table, before)
  const specs = [...Object.values(found?.kind === 'command' ? found.options : {}), ...Object.values(globalOptions)]
  const wanting = specs.find((spec) => takesValue(spec) && namesOf(spec).includes(before.at(-1) ?? ''))
  const all =
    wanting !== undefined
      ? await valuesOf(context, table, wanting)
      : typed.startsWith('-')
        ? ok(plain(specs.flatMap(optionCandidates)))
        : await wordsFor(context, table, found, before)
  if (!all.ok) return all
  const start = typed.toLowerCase()
  return ok({
    ...all.value,
    candidates: all.value.candidates.filter(({ word }) => word.toLowerCase().startsWith(start)),
  })
}

/** The command that the finished words name, as far as they go. */
async function findBefore(
  table: readonly TableSection[],
  before: readonly string[],
): Promise<CliCommand | CommandGroup | null> {
  const [name, sub] = positional(before, [])
  const row = rowsOf(table).find((each) => each.name === name)
  if (row === undefined) return null
  const found = await row.load()
  if (found.kind === 'command' || sub === undefined) return found
  return found.commands.find((command) => command.name === `${found.name} ${sub}`) ?? found
}

async function wordsFor(
  context: CliContext,
  table: readonly TableSection[],
  found: CliCommand | CommandGroup | null,
  before: readonly string[],
): Promise<Result<Completion, CliError>> {
  if (found === null) {
    const isFirst = positional(before, []).length === 0
    return ok(isFirst ? plain(rowsOf(table).map(({ name, summary }) => ({ word: name, about: summary }))) : none)
  }
  if (found.kind === 'group') return ok(plain(found.commands.map(subcommandCandidate)))
  const given = positional(before, Object.values(found.options)).length - found.name.split(' ').length
  const argument = found.args[given] ?? found.args.find(({ usage }) => usage.includes('...'))
  if (argument?.complete == null) return ok(none)
  if (typeof argument.complete === 'string') return ofKind(context, table, argument.complete)
  return ok(plain(argument.complete.map((word) => ({ word, about: '' }))))
}

async function valuesOf(
  context: CliContext,
  table: readonly TableSection[],
  { choices, complete }: OptionSpec,
): Promise<Result<Completion, CliError>> {
  if (choices.length > 0) return ok(plain(choices.map((word) => ({ word, about: '' }))))
  return complete === null ? ok(none) : ofKind(context, table, complete)
}

async function ofKind(
  context: CliContext,
  table: readonly TableSection[],
  kind: CandidateKind,
): Promise<Result<Completion, CliError>> {
  if (kind === 'files' || kind === 'folders') return ok({ candidates: [], paths: kind })
  if (kind === 'commands') return ok(plain(rowsOf(table).map(({ name, summary }) => ({ word: name, about: summary }))))
  const candidates = await candidatesOf(context, kind)
  if (!candidates.ok) return candidates
  return ok({ candidates: candidates.value, paths: kind === 'backups' ? 'files' : null })
}

/** Words that are neither options nor their values. */
function positional(words: readonly string[], options: readonly OptionSpec[]): string[] {
  const withValue = [...options, ...Object.values(globalOptions)].filter(takesValue).flatMap(namesOf)
  return words.filter((word, index) => !word.startsWith('-') && !withValue.includes(words[index - 1] ?? ''))
}

function namesOf(spec: OptionSpec): string[] {
  return [...spec.flags.matchAll(/(?<=^|, )--?[a-z-]+/g)].map(([name]) => name)
}

function optionCandidates(spec: OptionSpec): Candidate[] {
  const word = longFlag(spec)
  const off = spec.kind === 'switch' ? [{ word: word.replace('--', '--no-'), about: '' }] : []
  return [{ word, about: spec.summary }, ...off]
}

function subcommandCandidate({ name, summary }: CliCommand): Candidate {
  return { word: name.split(' ')[1] ?? name, about: summary }
}

function plain(candidates: readonly Candidate[]): Completion {
  return { candidates, paths: null }
}
