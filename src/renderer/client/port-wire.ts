import { RPCLink } from '@orpc/client/message-port'
import { requestPort } from './request-port.ts'
import type { StintHost } from './stint-host.ts'
import type { OpenWire } from './wire.ts'

/** A MessagePort to the desktop's main process. Nobody has to sign in: only this window holds the port. */
export function openPortWire(host: StintHost): OpenWire {
  return async () => {
    const port = await requestPort(host)
    if (port === null) return 'unreachable'
    let open = true
    port.addEventListener('close', () => {
      open = false
    })
    const link = new RPCLink({ port })
    port.start()
    return {
      link,
      isOpen: () => open,
      onClose: (listener) => port.addEventListener('close', listener, { once: true }),
      close: () => port.close(),
    }
  }
}
