import { createServerPeerHandleRequestFn } from '@orpc/server/standard-peer'
import {
  type DecodedRequestMessage,
  encodeResponseMessage,
  MessageType,
  experimental_ServerPeerWithoutCodec as Peer,
} from '@orpc/standard-server-peer'
import { z } from 'zod'
import type { Log } from '../../core/ports/log.ts'
import { appError } from '../../shared/errors.ts'
import { endWithSignal } from './end-with-signal.ts'
import { errorAnswer, type RpcHandler } from './rpc-handler.ts'
import { createWorkTracker, isStream } from './work-tracker.ts'

/** One end of a connection that carries whole messages. */
export interface PeerWire {
  /** Resolves when the message has left; a slow reader slows streams down instead of filling memory. */
  send(text: string): Promise<void>
  /** Ends the connection because the other side does not keep to the protocol. */
  refuse(reason: string): void
}

export interface PeerSession {
  receive(message: unknown): void
  /** The connection is gone: cancels queries and streams. A command runs to its end. */
  close(): void
  /** Resolves when no call is being worked on; open streams do not count. */
  idle(): Promise<void>
}

interface PeerOptions {
  readonly handler: RpcHandler
  readonly actor: string
  readonly wire: PeerWire
  readonly log: Log
}

/** Calls and open streams at once on one connection; a page needs about ten. */
export const MAX_IN_FLIGHT = 128

type StandardBody = Extract<DecodedRequestMessage, [string, MessageType.REQUEST, unknown]>[2]['body']

const idSchema = z.string().min(1).max(40)
/**
 * The messages that the contract needs: a call, and its cancellation. Streams from a client, binary bodies, headers
 * and other methods exist in oRPC's protocol and have no use here, so they are refused instead of being held.
 */
const messageSchema = z.union([
  z.strictObject({ i: idSchema, t: z.literal(MessageType.ABORT_SIGNAL), p: z.unknown().optional() }),
  z.strictObject({
    i: idSchema,
    t: z.literal(MessageType.REQUEST).optional(),
    p: z.strictObject({
      u: z
        .string()
        .max(200)
        .regex(/^\/[A-Za-z/]+$/),
      b: z.unknown().optional(),
    }),
  }),
])

/** Serves oRPC's peer protocol on one connection: WebSocket or MessagePort. */
export function servePeer({ handler, actor, wire, log }: PeerOptions): PeerSession {
  const work = createWorkTracker()
  let inFlight = 0
  let closed = false
  const peer = new Peer(async ([id, type, payload]) => {
    const text = await encodeResponseMessage(id, type, payload as never)
    if (typeof text !== 'string') throw new TypeError('The contract carries JSON only.')
    if (!closed) await wire.send(text)
  })
  const handle = createServerPeerHandleRequestFn(handler, { context: { actor } })

  function answer(message: DecodedRequestMessage): Promise<unknown> {
    let streaming = () => {}
    const untilAnswered = new Promise<void>((resolve) => {
      streaming = resolve
    })
    const done = peer.message(message, async (request) => {
      const response = await handle(request)
      endWithSignal(response.body, request.signal)
      if (isStream(response.body)) streaming()
      return response
    })
    work.track(Promise.race([done, untilAnswered]))
    return done
  }

  async function refuseBusy(id: string): Promise<void> {
    const busy = errorAnswer(appError('busy', 'Too much at once on this connection. Wait a moment.', {}))
    const text = await encodeResponseMessage(id, MessageType.RESPONSE, busy)
    if (typeof text === 'string') await wire.send(text)
  }

  return {
    receive(raw) {
      if (closed) return
      const message = decode(raw)
      if (!message) return wire.refuse('unreadable message')
      const [id, type] = message
      const isCall = type === MessageType.REQUEST
      const done = isCall && inFlight >= MAX_IN_FLIGHT ? refuseBusy(id) : answer(message)
      if (isCall) inFlight += 1
      done
        .catch((error: unknown) => {
          // The other side left in the middle of an answer: nobody is there to be told.
          if (!closed) log.warn({ error }, 'A connection failed')
        })
        .finally(() => {
          if (isCall) inFlight -= 1
        })
    },
    close() {
      closed = true
      peer.close()
    },
    idle: work.idle,
  }
}

function decode(raw: unknown): DecodedRequestMessage | undefined {
  if (typeof raw !== 'string') return undefined
  try {
    const parsed = messageSchema.safeParse(JSON.parse(raw))
    if (!parsed.success) return undefined
    const message = parsed.data
    if (message.t === MessageType.ABORT_SIGNAL) return [message.i, message.t, undefined]
    const { u, b } = message.p
    return [
      message.i,
      MessageType.REQUEST,
      { url: new URL(u, 'http://orpc'), method: 'POST', headers: {}, body: b as StandardBody },
    ]
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
