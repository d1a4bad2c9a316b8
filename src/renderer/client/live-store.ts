import type { QueryClient } from '@tanstack/react-query'
import { create } from 'zustand'
import type { Entry, Settings } from '../../shared/contract/entities.ts'
import type { LiveState } from '../../shared/contract/live.ts'
import type { Connection, ConnectionStatus } from './connect.ts'
import { ConnectionLostError } from './connection-lost.ts'
import { liveUpdate, type Touched } from './live-update.ts'
import { isTouched } from './query-keys.ts'

interface LiveStore {
  readonly connection: ConnectionStatus
  /** null until the host has told its state once; kept while it is away. */
  readonly state: LiveState | null
  /** Host clock minus this browser's. */
  readonly offsetMs: number
  /** What a command under way will have made of the running entry; undefined where the truth is shown. */
  readonly expected: Entry | null | undefined
}

/** The small state every page shows, as the host last told it. Written only here. */
export const useLive = create<LiveStore>(() => ({
  connection: { kind: 'connecting' },
  state: null,
  offsetMs: 0,
  expected: undefined,
}))

/** The running entry, as it is or as a command under way will have it. */
export function useRunning(): Entry | null {
  return useLive(({ expected, state }) => (expected === undefined ? (state?.running ?? null) : expected))
}

export function useSettings(): Settings | null {
  return useLive(({ state }) => state?.settings ?? null)
}

/** The host's clock, now. */
export function hostNowMs(): number {
  return Date.now() + useLive.getState().offsetMs
}

/** Shows the running entry as it will be; the next state of the host, or `undefined`, ends it. */
export function expectRunning(expected: Entry | null | undefined): void {
  useLive.setState({ expected })
}

/** Shows settings as they will be; the host's next state replaces them. Answers what puts the old ones back. */
export function expectSettings(change: Partial<Settings>): () => void {
  const held = useLive.getState().state
  if (held === null) return () => undefined
  useLive.setState({ state: { ...held, settings: { ...held.settings, ...change } } })
  return () => {
    const { state } = useLive.getState()
    // A state that came since is the truth already.
    if (state?.revision === held.revision) useLive.setState({ state: { ...state, settings: held.settings } })
  }
}

/** After a mistake of the host's stream; a broken connection is waited for by the connection itself. */
const AFTER_ERROR_MS = 2000

/** Follows the host until the disposer is called: a snapshot, its deltas, and anew after every gap or break. */
export function startLive(connection: Connection, queries: QueryClient): () => void {
  const stop = new AbortController()
  let contractHash: string | null = null
  let following = false
  /** What the next delta must follow; null after a gap, while the view goes on showing what it has. */
  let held: LiveState | null = null
  let again: ReturnType<typeof setTimeout> | undefined

  const isWanted = () => !stop.signal.aborted && connection.status().kind === 'online'

  async function follow(): Promise<void> {
    if (following) return
    following = true
    try {
      while (isWanted()) await subscribeOnce()
    } catch (error) {
      // The connection reports its own break, and the next 'online' begins again.
      if (isWanted()) {
        if (!(error instanceof ConnectionLostError)) reportError(error)
        again = setTimeout(() => void follow(), AFTER_ERROR_MS)
      }
    } finally {
      following = false
    }
  }

  async function subscribeOnce(): Promise<void> {
    const events = await connection.client.live.subscribe({}, { signal: stop.signal })
    for await (const event of events) {
      const update = liveUpdate(held, event)
      if (update.kind === 'gap') {
        held = null
        return
      }
      const { state } = update
      contractHash ??= state.host.contractHash
      if (state.host.contractHash !== contractHash) return connection.outdate()
      held = state
      useLive.setState({ state, offsetMs: state.nowMs - Date.now(), expected: undefined })
      refresh(queries, update.touched)
    }
  }

  const stopListening = connection.listen((status) => {
    useLive.setState({ connection: status })
    if (status.kind === 'online') void follow()
  })
  useLive.setState({ connection: connection.status() })
  if (connection.status().kind === 'online') void follow()
  return () => {
    stopListening()
    clearTimeout(again)
    stop.abort()
  }
}

function refresh(queries: QueryClient, touched: Touched | 'everything' | 'nothing'): void {
  if (touched === 'nothing') return
  void queries.invalidateQueries(
    touched === 'everything' ? {} : { predicate: (query) => isTouched(query.queryKey, touched) },
  )
}
