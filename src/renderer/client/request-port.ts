import type { StintHost } from './stint-host.ts'

/** The desktop answers in a few ms; a main process in the middle of an import may take longer. */
const ANSWER_WITHIN_MS = 10_000

/** What of a window is needed, so that a test needs none. */
export interface PortWindow {
  readonly origin: string
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void
  removeEventListener(type: 'message', listener: (event: MessageEvent) => void): void
}

/**
 * A port to the desktop's main process, or null when none comes in time. Only a message of this window to itself counts,
 * under a name that was made here and is known to nobody else: a frame or another window could post one as well.
 */
export function requestPort(
  host: Pick<StintHost, 'openPort'>,
  page: PortWindow = window,
  timeoutMs = ANSWER_WITHIN_MS,
): Promise<MessagePort | null> {
  return new Promise((resolve) => {
    const id = crypto.randomUUID()
    const settle = (port: MessagePort | null) => {
      clearTimeout(timer)
      page.removeEventListener('message', onMessage)
      resolve(port)
    }
    const onMessage = ({ source, origin, data, ports }: MessageEvent) => {
      if (source !== page || origin !== page.origin || !isAnswer(data, id)) return
      const [port] = ports
      if (port !== undefined) settle(port)
    }
    const timer = setTimeout(() => settle(null), timeoutMs)
    page.addEventListener('message', onMessage)
    host.openPort(id)
  })
}

function isAnswer(data: unknown, id: string): boolean {
  return typeof data === 'object' && data !== null && 'stintPort' in data && data.stintPort === id
}
