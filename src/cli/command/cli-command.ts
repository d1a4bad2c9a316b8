import type { Result } from '../../shared/result.ts'
import type { CliContext } from '../cli-context.ts'
import type { CliError } from '../cli-error.ts'
import type { CandidateKind } from '../completion/candidate-kind.ts'
import type { OptionSpecs, OptionValues } from './option-spec.ts'

/** What a command has to say when it is done. Both forms are lazy: only the one that is wanted is made. */
export interface Answer {
  readonly json: () => unknown
  /** Lines for people, without line ends. */
  readonly text: () => readonly string[]
  /** For commands that answer and still fail, such as `doctor`. */
  readonly exitCode?: 0 | 1
}

/** null: the command has written its answer itself, piece by piece. */
export type CommandResult = Result<Answer | null, CliError>

export interface ArgumentSpec {
  /** `<id>` wanted, `[note...]` any number, `<id...>` at least one. */
  readonly usage: string
  readonly summary: string
  readonly complete: CandidateKind | readonly string[] | null
}

export interface Example {
  readonly line: string
  readonly what: string
}

/** One command as help, completion and the parser see it; its options' types are known only inside `run`. */
export interface CliCommand {
  readonly kind: 'command'
  /** As typed after `stint`: `projects add`. */
  readonly name: string
  readonly summary: string
  /** Paragraphs under the summary in `stint help NAME`. */
  readonly details: readonly string[]
  readonly args: readonly ArgumentSpec[]
  readonly options: OptionSpecs
  readonly examples: readonly Example[]
  run(context: CliContext, args: readonly string[], options: Readonly<Record<string, unknown>>): Promise<CommandResult>
}

/** Commands under one word; the word alone runs `fallback`. */
export interface CommandGroup {
  readonly kind: 'group'
  readonly name: string
  readonly summary: string
  readonly commands: readonly CliCommand[]
  /** Sub-command that the bare word means; null: the bare word shows help. */
  readonly fallback: string | null
}

export interface CommandDefinition<O extends OptionSpecs> {
  readonly name: string
  readonly summary: string
  readonly details?: readonly string[]
  readonly args?: readonly ArgumentSpec[]
  readonly options: O
  readonly examples: readonly Example[]
  run(context: CliContext, args: readonly string[], options: OptionValues<O>): Promise<CommandResult>
}

export function defineCommand<const O extends OptionSpecs>(definition: CommandDefinition<O>): CliCommand {
  return {
    kind: 'command',
    name: definition.name,
    summary: definition.summary,
    details: definition.details ?? [],
    args: definition.args ?? [],
    options: definition.options,
    examples: definition.examples,
    // parse-arguments.ts makes the values from these very option specs, by kind.
    run: (context, args, options) => definition.run(context, args, options as OptionValues<O>),
  }
}

export function argument(usage: string, summary: string, complete: ArgumentSpec['complete'] = null): ArgumentSpec {
  return { usage, summary, complete }
}
