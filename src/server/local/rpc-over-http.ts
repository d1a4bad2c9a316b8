import type { IncomingMessage, ServerResponse } from 'node:http'
import { sendStandardResponse, toAbortSignal } from '@orpc/standard-server-node'
import { endWithSignal } from '../../platform/transport/end-with-signal.ts'
import { errorAnswer, type RpcHandler, unreadable } from '../../platform/transport/rpc-handler.ts'
import { createWorkTracker, isStream } from '../../platform/transport/work-tracker.ts'
import { type AppError, appError } from '../../shared/errors.ts'
import { readBody } from './read-body.ts'

/** Larger than the largest message of the contract (an upload's 1.4 MB piece), smaller than a nuisance. */
export const MAX_MESSAGE_BYTES = 2_000_000

export interface RpcOverHttp {
  handle(request: IncomingMessage, response: ServerResponse, path: string, actor: string): Promise<void>
  /** Resolves when no call is being worked on; open streams do not count. */
  idle(): Promise<void>
}

/** Serves `POST /rpc/<procedure>`; the guard has let the request pass. */
export function rpcOverHttp(handler: RpcHandler): RpcOverHttp {
  const work = createWorkTracker()
  return {
    async handle(request, response, path, actor) {
      const signal = toAbortSignal(response)
      const text = await readBody(request, MAX_MESSAGE_BYTES)
      if (text === undefined) return refuse(response, tooLarge())
      const body = parse(text)
      if (body === undefined) return refuse(response, unreadable())

      const call = handler.handle(
        { method: 'POST', url: new URL(path, 'http://orpc'), headers: {}, body: async () => body, signal },
        { prefix: '/rpc', context: { actor } },
      )
      work.track(call)
      const answer = (await call).response
      // createRpcHandler answers unknown procedures itself.
      if (!answer) throw new Error('The handler gave no answer')
      endWithSignal(answer.body, signal)
      const sent = sendStandardResponse(response, answer)
      if (!isStream(answer.body)) work.track(sent)
      await sent
    },
    idle: work.idle,
  }
}

/** Also used for refusals of the guard, so that a typed client understands them. */
export function refuse(response: ServerResponse, error: AppError, status?: number): void {
  const answer = errorAnswer(error)
  const text = JSON.stringify(answer.body)
  // Closes, so that a body that was not read cannot be taken for the next request.
  response.writeHead(status ?? answer.status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    connection: 'close',
  })
  response.end(text)
}

function tooLarge(): AppError {
  return appError('too-large', 'The message is too large.', { limitBytes: MAX_MESSAGE_BYTES })
}

function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
