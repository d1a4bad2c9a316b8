import { oc } from '@orpc/contract'
import { z } from 'zod'
import { type ErrorCode, errorTable } from '../errors.ts'
import { commandKeySchema } from './primitives.ts'

export type ProcedureMeta = { readonly kind?: 'query' | 'command' | 'stream' }

type ErrorMapOf<C extends ErrorCode> = {
  [K in C]: { status: (typeof errorTable)[K]['status']; data: (typeof errorTable)[K]['data'] }
}

function errorMap<const C extends ErrorCode>(codes: readonly C[]): ErrorMapOf<C> {
  // Object.fromEntries forgets which keys it was given; the codes above are exactly those keys.
  return Object.fromEntries(codes.map((code) => [code, errorTable[code]])) as unknown as ErrorMapOf<C>
}

const builder = oc.$meta<ProcedureMeta>({})

/** Reads; safe to repeat at any time. */
export function query<const C extends ErrorCode = never>(...codes: C[]) {
  return builder
    .meta({ kind: 'query' })
    .errors(errorMap(['invalid-input', 'unauthorised', 'internal', ...codes] as const))
}

/** Changes something, in one transaction; carries an idempotency key; undoable unless its text says otherwise. */
export function command<const C extends ErrorCode = never>(...codes: C[]) {
  return builder
    .meta({ kind: 'command' })
    .errors(
      errorMap([
        'invalid-input',
        'unauthorised',
        'internal',
        'key-reused',
        'disk-full',
        'read-only',
        'busy',
        ...codes,
      ] as const),
    )
}

/** Yields many values until the caller leaves. */
export function stream<const C extends ErrorCode = never>(...codes: C[]) {
  return builder
    .meta({ kind: 'stream' })
    .errors(errorMap(['invalid-input', 'unauthorised', 'internal', ...codes] as const))
}

/** The input of a command: its own fields beside the idempotency key; unknown keys are refused. */
export function commandInput<T extends z.ZodRawShape>(shape: T) {
  return z.strictObject({ commandKey: commandKeySchema, ...shape })
}
