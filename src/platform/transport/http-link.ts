import http from 'node:http'
import type { ClientContext } from '@orpc/client'
import type { StandardLinkClient } from '@orpc/client/standard'
import { toEventIterator } from '@orpc/standard-server-node'
import { HostUnreachableError } from './host-unreachable.ts'

type Call = StandardLinkClient<ClientContext>['call']
type Answer = Awaited<ReturnType<Call>>

/**
 * Carries oRPC calls over node:http. Node's own fetch would do, but loading it takes a tenth of the time that
 * `stint status` may take in all.
 */
export function httpLinkClient(agent: http.Agent): StandardLinkClient<ClientContext> {
  return {
    call(request) {
      return new Promise<Answer>((resolve, reject) => {
        const text = encodeBody(request.body)
        const outgoing = http.request(
          request.url,
          {
            agent,
            method: request.method,
            headers: {
              ...request.headers,
              'content-type': 'application/json',
              'content-length': Buffer.byteLength(text),
            },
            ...(request.signal ? { signal: request.signal } : {}),
          },
          (incoming) => resolve(answerOf(incoming, request.signal)),
        )
        outgoing.on('error', (error) => reject(asUnreachable(error, request.signal)))
        outgoing.end(text)
      })
    },
  }
}

function answerOf(incoming: http.IncomingMessage, signal: AbortSignal | undefined): Answer {
  let body: Promise<unknown> | undefined
  const isStream = incoming.headers['content-type']?.startsWith('text/event-stream') === true
  // A body that nobody asks for must not raise an unhandled error when the connection goes.
  incoming.on('error', () => {})
  return {
    status: incoming.statusCode ?? 0,
    headers: incoming.headers,
    body: () => {
      body ??= isStream
        ? Promise.resolve(toEventIterator(incoming, signal ? { signal } : {}))
        : readJson(incoming, signal)
      return body
    },
  }
}

async function readJson(incoming: http.IncomingMessage, signal: AbortSignal | undefined): Promise<unknown> {
  let text = ''
  incoming.setEncoding('utf8')
  try {
    for await (const chunk of incoming) text += String(chunk)
  } catch (error) {
    throw asUnreachable(error, signal)
  }
  return text === '' ? undefined : JSON.parse(text)
}

function encodeBody(body: unknown): string {
  if (body instanceof Blob || body instanceof FormData || body instanceof ReadableStream) {
    throw new TypeError('The contract carries JSON only.')
  }
  return JSON.stringify(body) ?? ''
}

function asUnreachable(error: unknown, signal: AbortSignal | undefined): unknown {
  if (signal?.aborted) return signal.reason
  return error instanceof Error && 'code' in error ? new HostUnreachableError(error) : error
}
