import { describe, expect, it } from 'vitest'
import { endWithSignal } from './end-with-signal.ts'

/** A stream whose next event never comes, and which does not look at any signal. */
function waitingStream() {
  let returned = 0
  const stream = {
    next: () => new Promise<IteratorResult<unknown>>(() => undefined),
    return: async () => {
      returned += 1
      return { done: true as const, value: undefined }
    },
    [Symbol.asyncIterator]: () => stream,
  }
  return { stream, returned: () => returned }
}

describe('a stream', () => {
  it('that waits is ended when its reader leaves, or has left already', () => {
    const controller = new AbortController()
    const [early, late] = [waitingStream(), waitingStream()]
    endWithSignal(early.stream, controller.signal)
    expect(early.returned()).toBe(0)
    controller.abort()
    expect(early.returned()).toBe(1)
    endWithSignal(late.stream, controller.signal)
    expect(late.returned()).toBe(1)
  })

  it('is the only kind of answer that is touched', () => {
    for (const body of [null, undefined, 'text', { return: 1 }, [1]]) endWithSignal(body, AbortSignal.abort())
  })
})
