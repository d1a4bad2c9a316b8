import type { Log } from '../../core/ports/log.ts'
import type { Dispose, Scheduler } from '../../core/ports/scheduler.ts'
import type { BusLink } from './bus-link.ts'

const RETRY_MS = 60_000

export interface KeptBus {
  /** undefined: this machine has no such bus, and nothing is ever tried. */
  readonly address: string | undefined
  readonly scheduler: Pick<Scheduler, 'after'>
  readonly log: Log
  /** A fresh connection: follow what is to be heard. */
  opened(link: BusLink): void
  /** It is gone; what it said is old. */
  lost(): void
}

/** Keeps one connection to a bus. Where it cannot be had, or breaks, the next try is a minute later. */
export function keepBusLink({ address, scheduler, log, opened, lost }: KeptBus): Dispose {
  if (address === undefined) return () => undefined
  const stopping = new AbortController()
  let link: BusLink | undefined
  let cancelRetry: Dispose = () => undefined

  async function connect(to: string): Promise<void> {
    // Loaded only where there is a bus: it takes longer than a command takes to run.
    const { openBusLink } = await import('./open-bus-link.ts')
    if (stopping.signal.aborted) return
    const result = await openBusLink(to, () => retryLater(to, 'it ended'), stopping.signal)
    if (!result.ok) return retryLater(to, result.error)
    if (stopping.signal.aborted) return result.value.close()
    link = result.value
    opened(link)
  }

  function retryLater(to: string, reason: string): void {
    if (stopping.signal.aborted) return
    log.debug({ reason }, 'No connection to the D-Bus')
    if (link !== undefined) {
      link = undefined
      lost()
    }
    cancelRetry = scheduler.after(RETRY_MS, () => start(to))
  }

  function start(to: string): void {
    connect(to).catch((error: unknown) => log.warn({ err: error }, 'The D-Bus could not be used'))
  }

  start(address)
  return () => {
    stopping.abort()
    cancelRetry()
    link?.close()
    link = undefined
  }
}
