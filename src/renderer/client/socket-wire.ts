import { RPCLink } from '@orpc/client/websocket'
import type { OpenWire, Wire } from './wire.ts'

const OPEN_TIMEOUT_MS = 8000

/** A WebSocket to the host this page came from. The session cookie signs it in. */
export const openSocketWire: OpenWire = async () => {
  const session = await askSession()
  if (session !== 'signed-in') return session
  const address = new URL('/ws', window.location.href)
  address.protocol = address.protocol.replace('http', 'ws')
  const socket = new WebSocket(address)
  return (await opened(socket)) ? wireOf(socket) : 'unreachable'
}

/** A refused WebSocket does not say why, so this asks first; it also keeps a long-used session from ending. */
async function askSession(): Promise<'signed-in' | 'signed-out' | 'unreachable'> {
  try {
    const answer = await fetch('/auth/session', { cache: 'no-store', signal: AbortSignal.timeout(OPEN_TIMEOUT_MS) })
    if (answer.status === 401) return 'signed-out'
    return answer.ok ? 'signed-in' : 'unreachable'
  } catch (error) {
    // fetch rejects with TypeError when nobody answers, and with a DOMException when the time is up.
    if (error instanceof TypeError || error instanceof DOMException) return 'unreachable'
    throw error
  }
}

function opened(socket: WebSocket): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => socket.close(), OPEN_TIMEOUT_MS)
    const settle = (isOpen: boolean) => {
      clearTimeout(timer)
      resolve(isOpen)
    }
    socket.addEventListener('open', () => settle(true), { once: true })
    socket.addEventListener('close', () => settle(false), { once: true })
  })
}

function wireOf(socket: WebSocket): Wire {
  return {
    link: new RPCLink({ websocket: socket }),
    isOpen: () => socket.readyState === WebSocket.OPEN,
    onClose: (listener) => socket.addEventListener('close', listener, { once: true }),
    close: () => socket.close(),
  }
}
