import { useSyncExternalStore } from 'react'
import { hostNowMs, useLive } from './live-store.ts'

const listeners = new Set<() => void>()
let nowMs = 0
let timer: ReturnType<typeof setTimeout> | undefined

/**
 * The host's clock, once a second, in step with the running entry: its seconds change when they are full.
 * Only for small leaves of the page; whoever uses it is drawn each second.
 */
export function useNowMs(): number {
  return useSyncExternalStore(listen, current)
}

/** The host's clock, cut down to the minute: for what changes with it. */
export function useNowMinuteMs(): number {
  return useSyncExternalStore(listen, () => Math.floor(current() / 60_000) * 60_000)
}

/** The same until the next tick, as React demands of a snapshot. */
function current(): number {
  if (nowMs === 0) nowMs = hostNowMs()
  return nowMs
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  if (timer === undefined) tick()
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearTimeout(timer)
    timer = undefined
    nowMs = 0
  }
}

function tick(): void {
  nowMs = hostNowMs()
  for (const listener of [...listeners]) listener()
  const time = useLive.getState().state?.running?.time
  const alignMs = time?.kind === 'clock' ? time.startedAtMs : 0
  timer = setTimeout(tick, nextTickMs(nowMs, alignMs))
}

/** Time until the next full second counted from `alignMs`; a little more, so that it has surely passed. */
export function nextTickMs(now: number, alignMs: number): number {
  const past = (((now - alignMs) % 1000) + 1000) % 1000
  return 1000 - past + 5
}
