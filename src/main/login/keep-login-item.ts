import type { Log } from '../../core/ports/log.ts'
import type { Dispose } from '../../core/ports/scheduler.ts'
import type { LiveView } from '../desktop.ts'
import type { LoginItem } from './login-item.ts'

/**
 * Puts Stint among the programs that start at login, or takes it out, when the person changes that setting. Not at each
 * start: whoever takes it out in the system's own settings has decided that.
 */
export function keepLoginItem(item: LoginItem, live: LiveView, log: Log): Dispose {
  let wanted = live.current().settings.startAtLogin
  return live.listen(({ settings }) => {
    if (settings.startAtLogin === wanted) return
    wanted = settings.startAtLogin
    try {
      item.apply(wanted)
    } catch (error) {
      log.warn({ err: error }, 'Starting at login could not be changed')
    }
  })
}
