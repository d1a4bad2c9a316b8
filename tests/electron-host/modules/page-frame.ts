import { originOf } from '../browser/addresses.ts'
import { loud } from '../loud.ts'

/** What a frame needs of the page it is in. */
interface PageOfFrame {
  readonly id: number
  readonly mainFrame: object
  getURL(): string
  isDestroyed(): boolean
  send(channel: string, ...args: unknown[]): void
  postMessage(channel: string, message: unknown, transfer?: readonly unknown[]): void
}

/** Electron's WebFrameMain: the page's top frame, or with an address of its own a frame inside it. */
export function makeFrame(contents: PageOfFrame, url?: string) {
  return loud('WebFrameMain', {
    get url() {
      return url ?? contents.getURL()
    },
    get origin() {
      return originOf(url ?? contents.getURL())
    },
    get parent(): unknown {
      return url === undefined ? null : contents.mainFrame
    },
    get top(): unknown {
      return contents.mainFrame
    },
    detached: false,
    routingId: 1,
    processId: contents.id,
    isDestroyed: () => contents.isDestroyed(),
    send: (channel: string, ...args: unknown[]) => contents.send(channel, ...args),
    postMessage: (channel: string, message: unknown, transfer?: readonly unknown[]) =>
      contents.postMessage(channel, message, transfer),
  })
}
