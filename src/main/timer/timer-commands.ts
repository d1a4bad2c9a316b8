import { randomUUID } from 'node:crypto'
import type { Desktop } from '../desktop.ts'

/** What can be done with the timer from outside any page. None of them throws or rejects. */
export interface TimerCommands {
  /** An empty timer, as the button of the timer bar starts one. */
  start(): Promise<void>
  stop(): Promise<void>
  /** Stops what runs; where nothing runs, starts an empty timer. */
  toggle(): Promise<void>
  continueEntry(entryId: string): Promise<void>
}

/**
 * Tray, hotkeys and links have no place to say why something was refused (a clock that was set back, a full disk), so a
 * refusal is logged and the window comes up at the timer, where the true state is and the same act says what is wrong.
 */
export function createTimerCommands({ client, live, windows, log }: Desktop): TimerCommands {
  async function run(what: string, act: (commandKey: string) => Promise<unknown>): Promise<void> {
    try {
      await act(randomUUID())
    } catch (error) {
      log.warn({ err: error, what }, 'The timer refused what the desktop asked for')
      windows.show({ page: 'timer' })
    }
  }

  const start = () => run('start', (commandKey) => client.timer.start({ commandKey }))
  const stop = () => run('stop', (commandKey) => client.timer.stop({ commandKey }))
  return {
    start,
    stop,
    toggle: () => (live.current().running === null ? start() : stop()),
    continueEntry: (entryId) => run('continue', (commandKey) => client.timer.continue({ commandKey, entryId })),
  }
}
