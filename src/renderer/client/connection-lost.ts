/** The way to the host broke. Whether a command that was under way took effect is unknown: the same key may be sent again. */
export class ConnectionLostError extends Error {
  constructor(cause?: unknown) {
    super('Stint is not answering.', { cause })
    this.name = 'ConnectionLostError'
  }
}
