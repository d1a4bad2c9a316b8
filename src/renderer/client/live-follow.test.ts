import { QueryClient } from '@tanstack/react-query'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { LiveEvent, LiveState } from '../../shared/contract/live.ts'
import type { Connection, ConnectionStatus } from './connect.ts'
import { startLive, useLive } from './live-store.ts'

// Only what the store looks at.
const state = (revision: number, contractHash = 'a') =>
  ({ revision, nowMs: 0, running: null, host: { contractHash, startedAtMs: 1 } }) as LiveState
const snapshot = (revision: number, hash?: string): LiveEvent => ({ type: 'snapshot', state: state(revision, hash) })
const delta = (previousRevision: number, revision: number): LiveEvent => ({
  type: 'delta',
  previousRevision,
  state: state(revision),
  touched: { kinds: ['entry'], days: ['2026-11-20'] },
})

/** A connection whose subscriptions yield the given events, one list per subscription, then wait; functions run between. */
function connectionOf(...subscriptions: (LiveEvent | (() => void))[][]) {
  let status: ConnectionStatus = { kind: 'online' }
  let subscribed = 0
  async function* events() {
    for (const step of subscriptions[subscribed++] ?? []) {
      if (typeof step === 'function') step()
      else yield step
    }
    await new Promise(() => {})
  }
  const connection = {
    client: { live: { subscribe: async () => events() } },
    status: () => status,
    listen: () => () => {},
    outdate: vi.fn(() => {
      status = { kind: 'outdated' }
    }),
  } as unknown as Connection
  return { connection, subscribed: () => subscribed }
}

const settled = () => new Promise((resolve) => setTimeout(resolve))

beforeEach(() => useLive.setState({ state: null }))

describe('startLive', () => {
  it('keeps up step by step, and refreshes only what a step touched', async () => {
    const queries = new QueryClient()
    const load = () => {
      queries.setQueryData(['day', '2026-11-20'], 1)
      queries.setQueryData(['day', '2026-11-19'], 1)
    }
    startLive(connectionOf([snapshot(1), load, delta(1, 2)]).connection, queries)
    await settled()
    expect(useLive.getState().state?.revision).toBe(2)
    expect(queries.getQueryState(['day', '2026-11-20'])?.isInvalidated).toBe(true)
    expect(queries.getQueryState(['day', '2026-11-19'])?.isInvalidated).toBe(false)
  })

  it('subscribes anew after a gap, and goes on showing what it has until then', async () => {
    const seen: (number | undefined)[] = []
    const stop = useLive.subscribe(({ state: next }) => seen.push(next?.revision))
    const { connection, subscribed } = connectionOf([snapshot(1), delta(5, 6)], [snapshot(6)])
    startLive(connection, new QueryClient())
    await settled()
    stop()
    expect(subscribed()).toBe(2)
    expect(seen.slice(seen.indexOf(1))).not.toContain(undefined)
    expect(useLive.getState().state?.revision).toBe(6)
  })

  it('stops for good when the host speaks another contract than before', async () => {
    const { connection } = connectionOf([snapshot(1, 'a'), snapshot(2, 'b')])
    startLive(connection, new QueryClient())
    await settled()
    expect(connection.outdate).toHaveBeenCalledOnce()
    expect(useLive.getState().state?.revision).toBe(1)
  })
})
