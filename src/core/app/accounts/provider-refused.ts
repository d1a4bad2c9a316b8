import { type AppError, appError } from '../../../shared/errors.ts'
import type { ProviderError } from '../../ports/provider-error.ts'
import { problemOf } from '../sync/note-problem.ts'

/** A provider's no as a refusal of the contract, in words for the person who waits for the answer. */
export function providerRefused(error: ProviderError, nowMs: number): AppError {
  const { happened, todo, said } = problemOf(error, nowMs)
  const quote = said === null ? '' : ` It said: ${said}`
  return appError('provider-refused', `${happened}${quote} ${todo}`, { kind: error.kind, said })
}
