/** The connection to a host failed or broke. Whether a command that was under way took effect is unknown. */
export class HostUnreachableError extends Error {
  readonly code = 'host-unreachable'

  constructor(cause: unknown) {
    super('Stint is not answering. Check that it is running, then try again.', { cause })
    this.name = 'HostUnreachableError'
  }
}
