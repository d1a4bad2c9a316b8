import { app, dialog } from 'electron'
import type { Log } from '../core/ports/log.ts'

/**
 * What nobody expected is logged and said, once: a fault that comes again each second must not fill the screen. Stint goes
 * on, because every command stands or falls as a whole, and a timer that has ended helps nobody.
 */
export function tellUnexpected(log: Log): void {
  let told = false
  function tell(error: unknown): void {
    log.error({ err: error }, 'Something nobody expected happened')
    if (told) return
    told = true
    const what = error instanceof Error ? error.message : String(error)
    process.stderr.write(`Something went wrong inside Stint: ${what}\n`)
    const text = `${what}\n\nYour time is safe, and Stint goes on. If something does not answer, start Stint again. The log in the profile’s folder says more.`
    // Before Electron is ready such a box would hold everything up.
    if (app.isReady()) setImmediate(() => dialog.showErrorBox('Something went wrong inside Stint', text))
  }
  process.on('uncaughtException', tell)
  process.on('unhandledRejection', tell)
}
