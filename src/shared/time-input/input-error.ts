import { err } from '../result.ts'

export type InputErrorCode =
  | 'empty'
  | 'not-understood'
  | 'not-positive'
  | 'too-long'
  | 'which-unit'
  | 'no-such-time'
  | 'end-only'
  | 'no-such-day'
  | 'which-date'
  | 'needs-time'
  | 'needs-end'
  | 'time-or-length'
  | 'ends-before-start'

/** Why typed text was not taken; the message says what to type instead and can be shown as it is. */
export interface InputError {
  readonly code: InputErrorCode
  readonly message: string
}

export function refuse(code: InputErrorCode, message: string): { readonly ok: false; readonly error: InputError } {
  return err({ code, message })
}
