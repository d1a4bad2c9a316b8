import { ORPCError } from '@orpc/client'
import type { Context, Router } from '@orpc/server'
import { StandardRPCHandler } from '@orpc/server/standard'
import type { Log } from '../../core/ports/log.ts'
import type { contract } from '../../shared/contract/contract.ts'
import { type AppError, appError, errorTable } from '../../shared/errors.ts'

/** Who acts, as change rows will name it. Set by the transport, never by the caller's message. */
export interface RpcContext extends Context {
  readonly actor: string
}

export type StintRouter = Router<typeof contract, RpcContext>
export type RpcHandler = StandardRPCHandler<RpcContext>

/** Puts an error value on the wire as the typed error it is. */
export function wireError(error: AppError): ORPCError<string, unknown> {
  const { status } = errorTable[error.code]
  return new ORPCError(error.code, { defined: true, status, message: error.message, data: error.data })
}

/** An answer that carries an error without a procedure having run: same shape as oRPC's own. */
export function errorAnswer(error: AppError) {
  return { status: errorTable[error.code].status, headers: {}, body: { json: wireError(error).toJSON() } }
}

/**
 * Decodes calls, runs the router and encodes answers, the same for every transport. Whatever goes wrong outside the
 * router's own error bridge still leaves as a typed error: a message that cannot be read as `invalid-input`, an
 * unknown procedure as `not-found`, an exception as `internal` with a reference into the log.
 */
export function createRpcHandler(router: StintRouter, log: Log, newRef: () => string): RpcHandler {
  return new StandardRPCHandler<RpcContext>(router, {
    rootInterceptors: [
      async ({ next, request }) => {
        const result = await next()
        return result.matched ? result : { matched: true, response: errorAnswer(unknownProcedure(request.url)) }
      },
    ],
    // Around the whole call: what is not an ORPCError here failed before the procedure was reached.
    interceptors: [
      async ({ next }) => {
        try {
          return await next()
        } catch (error) {
          throw error instanceof ORPCError ? error : wireError(unreadable())
        }
      },
    ],
    // Around the procedure alone. The router has its own bridge; this is the net below it, and the only one for what
    // goes wrong in the middle of a stream.
    clientInterceptors: [
      async ({ next, path }) => {
        const asInternal = (error: unknown) => borderError(error, path.join('.'))
        try {
          const output = await next()
          return isAsyncIterator(output) ? guardStream(output, asInternal) : output
        } catch (error) {
          throw asInternal(error)
        }
      },
    ],
  })

  function borderError(error: unknown, procedure: string): unknown {
    // An AbortError means that the caller has left: there is nobody to tell, and nothing is wrong.
    if (error instanceof ORPCError || (error instanceof Error && error.name === 'AbortError')) return error
    const ref = newRef()
    log.error({ ref, procedure, err: error }, 'A procedure failed unexpectedly')
    return wireError(appError('internal', `Something went wrong inside Stint. The log has it under ${ref}.`, { ref }))
  }
}

function isAsyncIterator(output: unknown): output is AsyncIterator<unknown> {
  return typeof output === 'object' && output !== null && Symbol.asyncIterator in output && 'next' in output
}

function guardStream(
  stream: AsyncIterator<unknown>,
  borderError: (error: unknown) => unknown,
): AsyncGenerator<unknown> {
  const guarded = {
    next: () =>
      stream.next().catch((error: unknown) => {
        throw borderError(error)
      }),
    return: async () => (await stream.return?.()) ?? { done: true as const, value: undefined },
    throw: (error: unknown) => Promise.reject(error),
    [Symbol.asyncIterator]: () => guarded,
    [Symbol.asyncDispose]: async () => void (await stream.return?.()),
  }
  return guarded
}

export function unreadable(): AppError {
  return appError('invalid-input', 'The message could not be read.', {
    issues: [{ path: '', message: 'Send JSON as the contract describes it.' }],
  })
}

function unknownProcedure(url: URL): AppError {
  const id = url.pathname.slice(0, 100)
  return appError('not-found', 'This Stint does not know that command: it may be another version. Restart Stint.', {
    kind: 'procedure',
    id,
  })
}
