import { isDefinedError, safe } from '@orpc/client'

/** The typed error with which a call is refused; throws where the call succeeds or breaks in an undeclared way. */
export async function refusal(call: Promise<unknown>): Promise<{ code: string; data: unknown; message: string }> {
  const { error } = await safe(call)
  if (!isDefinedError(error)) throw new Error(`expected a typed error, got ${String(error)}`)
  return error
}
