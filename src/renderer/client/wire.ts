import type { ClientContext, ClientLink } from '@orpc/client'

/** One open way to the host; it ends once and is never reopened. */
export interface Wire {
  readonly link: ClientLink<ClientContext>
  isOpen(): boolean
  onClose(listener: () => void): void
  close(): void
}

/** `signed-out`: the host answers, but does not know this browser. */
export type OpenWire = () => Promise<Wire | 'signed-out' | 'unreachable'>
