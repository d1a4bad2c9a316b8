import { isDefinedError, ORPCError } from '@orpc/client'
import type { ErrorCode, ErrorData } from '../../shared/errors.ts'
import { ConnectionLostError } from './connection-lost.ts'

/** Why a command did not happen: a code for the program, words for the person. */
export type Refusal =
  | { [C in ErrorCode]: { readonly code: C; readonly message: string; readonly data: ErrorData<C> } }[ErrorCode]
  | { readonly code: 'connection-lost'; readonly message: string; readonly data: null }

/** Words of the window where the host's own are too short for a person who looks at a screen. */
const words: Partial<Record<string, string>> = {
  unauthorised: 'You are signed out. Run “stint open” in a terminal and use the link it prints.',
  'disk-full':
    'The disk is full, so nothing was changed. What is tracked so far is safe. Make some room, then try again.',
  'read-only':
    'The profile cannot be written to, so nothing was changed. What is tracked so far is safe. Check the permissions of its folder.',
  busy: 'Stint is busy with something long. Nothing was changed; try again in a moment.',
  'key-reused': 'This was sent before with other contents. Nothing was changed; try again.',
}

const LOST =
  'Stint is not answering, so it is not known whether this was done. What was saved before is safe. Look again once it is back.'

/** Rethrows what is no refusal: a bug is not to be dressed as one. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof ConnectionLostError) return { code: 'connection-lost', message: LOST, data: null }
  if (!(error instanceof ORPCError) || !isDefinedError(error)) throw error
  return { code: error.code, message: messageOf(error), data: error.data } as Refusal
}

function messageOf(error: ORPCError<string, unknown>): string {
  if (error.code === 'invalid-input') {
    const { issues } = error.data as ErrorData<'invalid-input'>
    return issues[0]?.message ?? error.message
  }
  return words[error.code] ?? error.message
}
