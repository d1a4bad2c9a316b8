import { describe, expect, it, vi } from 'vitest'
import type { StintClient } from '../shared/contract/contract.ts'
import type { LiveState } from '../shared/contract/live.ts'
import { followLive } from './live-view.ts'

const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() }

/** Of the state only its revision matters here. */
const state = (revision: number) => ({ revision }) as LiveState

/** A client whose live stream says what the test says. */
function fakeClient() {
  let say = (_revision: number) => {}
  async function* events(signal: AbortSignal | undefined) {
    let waiting: number[] = [1]
    let wake = () => {}
    say = (revision) => {
      waiting.push(revision)
      wake()
    }
    signal?.addEventListener('abort', () => wake())
    while (signal?.aborted !== true) {
      const next = waiting
      waiting = []
      for (const revision of next) yield { type: 'snapshot', state: state(revision) }
      if (waiting.length === 0) await new Promise<void>((resolve) => (wake = resolve))
    }
  }
  const client = { live: { subscribe: async (_input: object, { signal }: { signal?: AbortSignal }) => events(signal) } }
  return { client: client as unknown as StintClient, say: (revision: number) => say(revision) }
}

describe('followLive', () => {
  it('knows the state from the start and tells each new one, not the present one', async () => {
    const { client, say } = fakeClient()
    const live = await followLive(client, log)
    expect(live.current().revision).toBe(1)
    const heard: number[] = []
    const stop = live.listen(({ revision }) => heard.push(revision))
    say(2)
    await vi.waitFor(() => expect(heard).toEqual([2]))
    expect(live.current().revision).toBe(2)
    stop()
    say(3)
    await vi.waitFor(() => expect(live.current().revision).toBe(3))
    expect(heard).toEqual([2])
    live.dispose()
  })

  it('tells the others when one listener fails', async () => {
    const { client, say } = fakeClient()
    const live = await followLive(client, log)
    const heard: number[] = []
    live.listen(() => {
      throw new Error('a broken listener')
    })
    live.listen(({ revision }) => heard.push(revision))
    say(2)
    await vi.waitFor(() => expect(heard).toEqual([2]))
    expect(log.error).toHaveBeenCalledOnce()
    live.dispose()
  })
})
