import type { Log } from '../../core/ports/log.ts'

/** For one-off commands that open a profile and say what they have to say themselves. */
export const silentLog: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
}
