import './parse-without-compiling.ts'
import { type WindowCommand, windowCommandSchema } from '../../shared/contract/window-command.ts'

/** A command as the desktop sent it, or null: what is unknown is dropped, for a page of another version may be open. */
export function readWindowCommand(message: unknown): WindowCommand | null {
  const command = windowCommandSchema.safeParse(message)
  return command.success ? command.data : null
}
