import type { AppError } from '../../shared/errors.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { StoreReader, StoreWriter } from '../ports/store.ts'
import type { CoreContext } from './core-context.ts'

/** What a command's work knows of the moment it runs in. */
export interface CommandMoment {
  readonly nowMs: number
  readonly zone: string
  newId(): string
}

/** One operation that changes the profile: a file of its own exports one of these. */
export interface Command<Input extends { commandKey: string }, Output> {
  /** As in the contract: `timer.start`. */
  readonly name: string
  /** Undo and redo move other commands and are not undone themselves; default true. */
  readonly undoable?: boolean
  /** What was done, in a few words, for the undo menu. */
  label(output: Output, input: Input, reader: StoreReader): string
  /** Runs inside one transaction; an error value rolls all of it back. */
  run(writer: StoreWriter, input: Input, moment: CommandMoment): Result<Output, AppError>
  /** For undo and redo: the command that was moved. */
  moves?(output: Output): string
}

/**
 * The only way anything is written: one durable transaction, with the command noted under its key, then
 * announced. The same key again gives the first answer and writes nothing.
 */
export function runCommand<Input extends { commandKey: string }, Output>(
  context: CoreContext,
  command: Command<Input, Output>,
  input: Input,
  actor: string,
): Result<Output, AppError> {
  const { clock, ids, store } = context.ports
  const moment: CommandMoment = { nowMs: clock.nowMs(), zone: clock.zone(), newId: () => ids.next() }
  let reader: StoreReader | undefined
  const outcome = store.command<Output>(
    input.commandKey,
    `${command.name} ${JSON.stringify(input)}`,
    (writer) => {
      reader = writer
      return command.run(writer, input, moment)
    },
    (output) => ({
      id: ids.next(),
      name: command.name,
      label: reader === undefined ? command.name : command.label(output, input, reader),
      actor,
      atMs: moment.nowMs,
      moves: command.moves?.(output) ?? null,
      undoable: command.undoable ?? true,
    }),
  )
  if (outcome.outcome === 'refused') return err(outcome.error)
  if (outcome.outcome === 'done') context.commits.announce(outcome.commit)
  return ok(outcome.value)
}
