import { ORPCError, ValidationError } from '@orpc/server'
import { type AppError, appError, errorTable } from '../../../shared/errors.ts'
import type { Result } from '../../../shared/result.ts'
import type { Ids } from '../../ports/ids.ts'
import type { Log } from '../../ports/log.ts'

/** The value, or the typed error as the contract sends it. */
export function unwrap<T>(result: Result<T, AppError>): T {
  if (result.ok) return result.value
  throw toWire(result.error)
}

export function toWire(error: AppError): ORPCError<string, unknown> {
  return new ORPCError(error.code, {
    status: errorTable[error.code].status,
    message: error.message,
    data: error.data,
  })
}

/**
 * What may leave the host when something was thrown: a refusal goes as it is, input that does not fit says where,
 * and anything else is a bug: it is logged under a reference, and only the reference crosses the border.
 */
export function borderError(thrown: unknown, ports: { log: Log; ids: Ids }, path: readonly string[]): unknown {
  if (thrown instanceof ORPCError) {
    if (thrown.cause instanceof ValidationError && thrown.code === 'BAD_REQUEST') {
      return toWire(invalidInput(thrown.cause))
    }
    if (thrown.code in errorTable || thrown.code === 'NOT_FOUND') return thrown
  }
  if (isAbort(thrown)) return thrown
  const ref = ports.ids.next()
  ports.log.error({ err: thrown, ref, operation: path.join('.') }, 'an operation failed unexpectedly')
  return toWire(
    appError('internal', `Something went wrong inside Stint. Nothing was changed. The log has it under ${ref}.`, {
      ref,
    }),
  )
}

const MAX_ISSUES = 20

function invalidInput(error: ValidationError): AppError {
  const issues = error.issues.slice(0, MAX_ISSUES).map((issue) => ({
    path: (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.'),
    message: issue.message,
  }))
  const first = issues[0]
  const where = first === undefined || first.path === '' ? '' : ` (${first.path})`
  return appError('invalid-input', `That is not understood${where}: ${first?.message ?? 'check the input'}.`, {
    issues,
  })
}

function isAbort(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.name === 'AbortError'
}
