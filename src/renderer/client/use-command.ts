import { useCallback } from 'react'
import type { Result } from '../../shared/result.ts'
import { clearToasts, showDone, showProblem } from '../ui/toast.tsx'
import { useConnection } from './client-context.ts'
import type { Connection } from './connect.ts'
import { useLive } from './live-store.ts'
import type { Refusal } from './refusal.ts'
import { type CommandCall, runCommand } from './run-command.ts'

export interface CommandOptions<T> {
  /** Shown in a toast when it is done, with an Undo button: `Deleted 3 entries`. Without: nothing is shown. */
  readonly done?: string | ((value: T) => string | null)
  /** False where the command cannot be undone: the toast has no button. */
  readonly undoable?: boolean
  /**
   * Changes the view at once and returns what puts it back; that is called when the command is refused.
   * The truth comes by the live stream.
   */
  readonly optimistic?: () => () => void
  /** True where the refusal has no place on the screen: it is shown in a toast. */
  readonly toastRefusal?: boolean
}

export type RunCommand = <T>(call: CommandCall<T>, options?: CommandOptions<T>) => Promise<Result<T, Refusal>>

/**
 * Runs commands: `run((client, commandKey) => client.timer.stop({ commandKey }), { done: 'Stopped' })`.
 * Answers with the value, or with the refusal whose `message` is to be shown beside the thing.
 */
export function useCommand(): RunCommand {
  const connection = useConnection()
  return useCallback<RunCommand>(
    async (call, options = {}) => {
      const putBack = options.optimistic?.()
      const before = useLive.getState().state?.revision ?? 0
      const result = await runCommand(connection, call)
      if (!result.ok) {
        putBack?.()
        if (options.toastRefusal === true) showProblem(result.error.message)
        return result
      }
      const title = typeof options.done === 'function' ? options.done(result.value) : options.done
      if (title !== undefined && title !== null) {
        const commandId = options.undoable === false ? undefined : await commandIdAfter(before)
        showDone(title, { undo: commandId === undefined ? undefined : () => void undoCommand(connection, commandId) })
      }
      return result
    },
    [connection],
  )
}

/** The words of a refusal, or null: what InlineEdit wants to hear. */
export function refusalText(result: Result<unknown, Refusal>): string | null {
  return result.ok ? null : result.error.message
}

/** Takes back the newest command, or `commandId` where it still is the newest. */
export async function undoCommand(connection: Connection, commandId?: string): Promise<void> {
  if (commandId !== undefined && useLive.getState().state?.undo?.commandId !== commandId) {
    showProblem('Something else was done since.', 'Undo goes in order: Ctrl+Z takes back the latest first.')
    return
  }
  const result = await runCommand(connection, (client, commandKey) =>
    client.history.undo(commandId === undefined ? { commandKey } : { commandKey, commandId }),
  )
  // Older messages offer to undo what is undone now.
  clearToasts()
  if (result.ok) showDone(`Undone: ${result.value.item.label}`)
  else showProblem(result.error.message)
}

export async function redoCommand(connection: Connection): Promise<void> {
  const result = await runCommand(connection, (client, commandKey) => client.history.redo({ commandKey }))
  if (result.ok) showDone(`Done again: ${result.value.item.label}`)
  else showProblem(result.error.message)
}

/** The live stream names the newest command; it may arrive a moment after the answer. */
function commandIdAfter(revision: number): Promise<string | undefined> {
  const idOf = () => {
    const { state } = useLive.getState()
    return state !== null && state.revision > revision ? state.undo?.commandId : undefined
  }
  const known = idOf()
  if (known !== undefined) return Promise.resolve(known)
  return new Promise((resolve) => {
    const settle = () => {
      clearTimeout(timer)
      stop()
      resolve(idOf())
    }
    const timer = setTimeout(settle, 1000)
    const stop = useLive.subscribe(({ state }) => {
      if ((state?.revision ?? 0) > revision) settle()
    })
  })
}
