import { setTimeout as wait } from 'node:timers/promises'
import type { Log } from '../core/ports/log.ts'
import type { StintClient } from '../shared/contract/contract.ts'
import type { LiveState } from '../shared/contract/live.ts'
import type { LiveView } from './desktop.ts'

/** The stream is in this process, so its end is a mistake of ours; following anew must not become a busy loop. */
const AGAIN_AFTER_MS = 1000

export interface FollowedLive extends LiveView {
  dispose(): void
}

/** Follows the live state as a window does. Resolves with the first snapshot known. */
export async function followLive(client: StintClient, log: Log): Promise<FollowedLive> {
  const listeners = new Set<(state: LiveState) => void>()
  const ended = new AbortController()
  const { signal } = ended
  let current: LiveState | undefined

  function hear(state: LiveState): void {
    current = state
    for (const listener of [...listeners]) {
      try {
        listener(state)
      } catch (error) {
        log.error({ err: error }, 'A part of the desktop failed at a new state')
      }
    }
  }

  async function follow(first: () => void): Promise<void> {
    for await (const { state } of await client.live.subscribe({}, { signal })) {
      hear(state)
      first()
    }
  }

  async function keepFollowing(first: () => void): Promise<void> {
    while (!signal.aborted) {
      try {
        await follow(first)
      } catch (error) {
        if (signal.aborted) return
        log.error({ err: error }, 'The live state was lost')
      }
      if (!signal.aborted) await wait(AGAIN_AFTER_MS, undefined, { ref: false })
    }
  }

  await new Promise<void>((resolve) => void keepFollowing(resolve))
  return {
    current() {
      if (current === undefined) throw new Error('The live state is asked for before it is known')
      return current
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    dispose() {
      ended.abort()
      listeners.clear()
    },
  }
}
