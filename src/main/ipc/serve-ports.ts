import { type IpcMainEvent, ipcMain, MessageChannelMain, type WebContents } from 'electron'
import type { Log } from '../../core/ports/log.ts'
import type { ServedPort } from '../../platform/transport/message-port.ts'
import { PORT_CHANNEL, PORT_ID } from '../../shared/contract/channels.ts'
import type { DesktopHost } from '../host/open-desktop-host.ts'
import { APP_ORIGIN } from '../protocol/app-address.ts'

/** A page has one port at a time; while it reconnects there may be two. */
const MAX_PORTS = 4

interface PortOptions {
  readonly host: Pick<DesktopHost, 'servePort'>
  readonly log: Log
  /** Windows that this process made for its own pages. */
  readonly isOurs: (contents: WebContents) => boolean
}

export interface Ports {
  /** Resolves when no window waits for an answer; open streams do not count. */
  idle(): Promise<void>
  close(): void
}

/**
 * Hands each window that asks a port to the contract. The one message that a page can send to this process; it must come
 * from the top frame of a window of ours, showing a page of ours.
 */
export function servePorts({ host, log, isOurs }: PortOptions): Ports {
  const served = new Map<WebContents, Set<ServedPort>>()

  function portsOf(contents: WebContents): Set<ServedPort> {
    const known = served.get(contents)
    if (known !== undefined) return known
    const ports = new Set<ServedPort>()
    served.set(contents, ports)
    const closeAll = () => {
      for (const port of ports) port.close()
      ports.clear()
    }
    // The page that held them is gone, whether or not its end of the channel says so.
    contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame && !isSameDocument) closeAll()
    })
    contents.on('render-process-gone', closeAll)
    contents.once('destroyed', () => {
      closeAll()
      served.delete(contents)
    })
    return ports
  }

  function onAsk(event: IpcMainEvent, id: unknown): void {
    const frame = trustedFrame(event, isOurs)
    if (frame === null || typeof id !== 'string' || !PORT_ID.test(id)) {
      log.warn({ origin: event.senderFrame?.origin }, 'A port was asked for by a page that may not have one')
      return
    }
    const ports = portsOf(event.sender)
    const [oldest] = ports
    if (oldest !== undefined && ports.size >= MAX_PORTS) {
      oldest.close()
      ports.delete(oldest)
    }
    const { port1, port2 } = new MessageChannelMain()
    const port = host.servePort(port1)
    ports.add(port)
    port1.on('close', () => ports.delete(port))
    frame.postMessage(PORT_CHANNEL, id, [port2])
  }

  const all = () => [...served.values()].flatMap((ports) => [...ports])
  ipcMain.on(PORT_CHANNEL, onAsk)
  return {
    async idle() {
      await Promise.all(all().map((port) => port.idle()))
    },
    close() {
      ipcMain.off(PORT_CHANNEL, onAsk)
      for (const port of all()) port.close()
    },
  }
}

function trustedFrame(event: IpcMainEvent, isOurs: PortOptions['isOurs']): IpcMainEvent['senderFrame'] {
  const { senderFrame: frame, sender } = event
  // null: the frame has gone meanwhile.
  if (frame === null || frame.parent !== null || frame.origin !== APP_ORIGIN || !isOurs(sender)) return null
  return frame
}
