import { app, Notification } from 'electron'
import type { Log } from '../../core/ports/log.ts'
import type { Notice, Notifier } from '../../core/ports/notifier.ts'
import type { ShellState } from '../../shared/contract/desktop.ts'
import { notificationText } from './notification-text.ts'
import { type NotificationServer, watchNotificationServer } from './watch-notification-server.ts'

export interface DesktopNotifier extends Notifier {
  /** 'missing': nothing can be shown outside Stint; its pages show every notice all the same. */
  state(): ShellState['notifications']
  dispose(): void
}

export interface DesktopNotifierOptions {
  /** A notification was clicked: whoever clicks has read it. */
  open(notice: Notice): void
  readonly log: Log
}

/** As in electron-builder.yml: Windows shows notifications only of programs it knows by such an id. */
const APP_ID = 'net.stint.desktop'
/** A notification that nothing refers to is collected, and its click with it. */
const MOST_KEPT = 50

/** Shows notices as notifications of the operating system. Call it once the app is ready. */
export function createDesktopNotifier({ open, log }: DesktopNotifierOptions): DesktopNotifier {
  const isLinux = process.platform === 'linux'
  const kept = new Map<string, Notification>()
  // Until the bus has answered, markup is the danger and a visible entity the lesser evil.
  let server: NotificationServer = { hasMarkup: isLinux }
  const stopWatching = isLinux
    ? watchNotificationServer(log, (found) => {
        server = found
      })
    : () => undefined
  if (process.platform === 'win32') app.setAppUserModelId(app.isPackaged ? APP_ID : process.execPath)

  function show(notice: Notice): void {
    withdraw(notice.id)
    const text = notificationText(notice, server === 'missing' || server.hasMarkup)
    const notification = new Notification(text)
    notification.on('click', () => {
      kept.delete(notice.id)
      open(notice)
    })
    notification.on('failed', (_event, error) => log.warn({ error }, 'A notification was not shown'))
    // Not forgotten when it closes: on Windows and macOS it can still be clicked in the list of notifications.
    kept.set(notice.id, notification)
    for (const id of [...kept.keys()].slice(0, -MOST_KEPT)) withdraw(id)
    notification.show()
  }

  function withdraw(id: string): void {
    const notification = kept.get(id)
    kept.delete(id)
    notification?.close()
  }

  /** Whatever becomes of a notification, what told of it goes on. */
  function tryTo(act: () => void): void {
    try {
      act()
    } catch (error) {
      log.warn({ err: error }, 'A notification could not be shown or withdrawn')
    }
  }

  return {
    state: () => (server !== 'missing' && Notification.isSupported() ? 'ready' : 'missing'),
    show(notice) {
      // Also where the bus knows of no server: it is not asked again for each, and showing into the void harms nobody.
      if (Notification.isSupported()) tryTo(() => show(notice))
    },
    withdraw: (id) => tryTo(() => withdraw(id)),
    dispose() {
      stopWatching()
      kept.clear()
    },
  }
}
