import { isStream } from './work-tracker.ts'

/**
 * Ends a stream when its reader has left: an iterator that waits for its next event does not notice by itself.
 * Anything but a stream is left alone.
 */
export function endWithSignal(body: unknown, signal: AbortSignal | undefined): void {
  if (!signal || !isStream(body)) return
  const iterator = body as AsyncIterator<unknown>
  // The reader is gone, so a failure while ending has nobody to be told.
  const end = () => void iterator.return?.().catch(() => undefined)
  if (signal.aborted) end()
  else signal.addEventListener('abort', end, { once: true })
}
