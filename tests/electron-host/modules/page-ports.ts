import { type Adopted, HostPort, shown } from './message-ports.ts'

/** The ports that a page and main have between them, by the number that goes over the wire. */
export class PagePorts {
  readonly #send: (message: object) => void
  readonly #open = new Map<number, Adopted>()
  #lastId = 0

  constructor(send: (message: object) => void) {
    this.#send = send
  }

  get size(): number {
    return this.#open.size
  }

  /** Main gives `port` to the page. */
  handOver(port: HostPort): number {
    const id = ++this.#lastId
    this.#bind(id, port)
    return id
  }

  /** The page made a channel and sent one end; its preload has numbered it. */
  adopt(id: number): HostPort {
    const mine = new HostPort()
    const theirs = new HostPort()
    mine.other = theirs
    theirs.other = mine
    this.#bind(id, theirs)
    return shown(mine)
  }

  received(id: number, data: unknown): void {
    this.#open.get(id)?.received(data)
  }

  closed(id: number): void {
    this.#open.get(id)?.closed()
    this.#open.delete(id)
  }

  /** The document that held them is gone. */
  loseAll(): void {
    for (const port of this.#open.values()) port.closed()
    this.#open.clear()
  }

  #bind(id: number, port: HostPort): void {
    const adopted = port.handOver({
      deliver: (data) => this.#send({ kind: 'port-message', port: id, data }),
      closed: () => {
        this.#open.delete(id)
        this.#send({ kind: 'port-close', port: id })
      },
    })
    this.#open.set(id, adopted)
  }
}
