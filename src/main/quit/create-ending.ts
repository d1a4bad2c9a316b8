import type { Log } from '../../core/ports/log.ts'

/** `fast`: the system is going down and will not wait. */
export type Pace = 'orderly' | 'fast'

/** A backup of a large profile takes some seconds; longer than this something hangs, and what counts is on disk. */
const GIVE_UP_AFTER_MS: Readonly<Record<Pace, number>> = { orderly: 30_000, fast: 5_000 }

interface EndingOptions {
  /** Ends everything in order; called once. */
  readonly end: (pace: Pace) => Promise<void>
  readonly exit: (code: number) => void
  readonly log: Log
}

export interface Ending {
  /** Again is harmless: there is one end. */
  begin(pace?: Pace): void
  isEnding(): boolean
}

/** The one way in which Stint ends, whoever asks for it. */
export function createEnding({ end, exit, log }: EndingOptions): Ending {
  let begun = false
  return {
    begin(pace = 'orderly') {
      if (begun) return
      begun = true
      const giveUp = setTimeout(() => {
        log.error({ pace }, 'The end took too long and was cut short')
        exit(1)
      }, GIVE_UP_AFTER_MS[pace])
      end(pace).then(
        () => {
          clearTimeout(giveUp)
          exit(0)
        },
        (error: unknown) => {
          clearTimeout(giveUp)
          log.error({ err: error }, 'The end was not in order')
          exit(1)
        },
      )
    },
    isEnding: () => begun,
  }
}
