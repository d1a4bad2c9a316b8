import { ConnectionLostError } from './connection-lost.ts'
import type { Wire } from './wire.ts'

export function isStream(answer: unknown): answer is AsyncIterable<unknown> {
  return typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer
}

/** A stream over `wire`: one that ends because the wire broke says so in the same words as a call that did. */
export async function* readStream<T>(events: AsyncIterable<T>, wire: Pick<Wire, 'isOpen'>): AsyncGenerator<T, void> {
  try {
    for await (const event of events) yield event
  } catch (error) {
    if (wire.isOpen()) throw error
    // The same event tells the connection; a reader that begins anew must find it knowing, or it would find this wire.
    await new Promise((resolve) => setTimeout(resolve))
    throw new ConnectionLostError(error)
  }
}
