import { once } from 'node:events'

/** Somewhere to write text that may go away at any time: a terminal, a file, or a pipe into `head`. */
export interface TextOutput {
  /** Waits while the reader is behind. Does nothing once the reader is gone. */
  write(text: string): Promise<void>
  /** True once the reader has left: nobody wants the rest. */
  isClosed(): boolean
  readonly isTerminal: boolean
  /** Characters per line; undefined where lines may be of any length (files and pipes). */
  readonly columns: number | undefined
}

type OutputStream = NodeJS.WriteStream | (NodeJS.WritableStream & { isTTY?: boolean; columns?: number })

export function textOutput(stream: OutputStream): TextOutput {
  let closed = false
  const leave = new AbortController()
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // `stint list | head` closes the pipe when it has seen enough: that is no failure.
    if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') throw error
    closed = true
    leave.abort()
  })
  return {
    async write(text) {
      if (closed || text === '' || stream.write(text)) return
      try {
        await once(stream, 'drain', { signal: leave.signal })
      } catch (error) {
        // The reader left while we waited for it; `closed` says so to whoever writes next.
        if (!closed) throw error
      }
    },
    isClosed: () => closed,
    isTerminal: stream.isTTY === true,
    columns: stream.isTTY === true ? stream.columns : undefined,
  }
}
