import type { Log } from '../../core/ports/log.ts'

export interface DeferredLog {
  readonly log: Log
  /** Something went wrong that is worth a file, also for a command that would otherwise leave none. */
  hasProblems(): boolean
  /** Hands over what was said so far, and everything from now on. */
  attach(target: Log): void
}

type Level = keyof Log
const MAX_HELD = 1000

/**
 * Holds lines back until it is known where they belong: the profile's log must not be opened (and rotated) by a
 * process that then finds the profile in use, and a quick command need not load a logger to say nothing.
 */
export function createDeferredLog(): DeferredLog {
  const held: { level: Level; fields: object; message: string }[] = []
  let target: Log | undefined
  const at = (level: Level) => (fields: object, message: string) => {
    if (target) target[level](fields, message)
    else if (held.length < MAX_HELD) held.push({ level, fields, message })
  }
  return {
    log: { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') },
    hasProblems: () => held.some(({ level }) => level === 'warn' || level === 'error'),
    attach(next) {
      target = next
      for (const { level, fields, message } of held.splice(0)) next[level](fields, message)
    },
  }
}
