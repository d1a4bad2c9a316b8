import { app, session } from 'electron'
import type { Log } from '../core/ports/log.ts'
import type { Notice } from '../core/ports/notifier.ts'
import { pageDir } from '../server/local/built-files.ts'
import { version } from '../server/local/version.ts'
import { within } from '../server/local/within.ts'
import type { Desktop } from './desktop.ts'
import { guardSession } from './guards/guard-session.ts'
import { openDesktopHost } from './host/open-desktop-host.ts'
import type { Trouble } from './host/opening-trouble.ts'
import { startHotkeys } from './hotkeys/start-hotkeys.ts'
import { desktopFolder, type Instance } from './instance/take-instance.ts'
import { closeOtherDoors } from './ipc/close-other-doors.ts'
import { servePorts } from './ipc/serve-ports.ts'
import type { Opened } from './links/collect-opened.ts'
import { type DesktopArguments, parseArguments } from './links/parse-arguments.ts'
import { createRequests } from './links/run-request.ts'
import { followLive } from './live-view.ts'
import { createLoginItem } from './login/create-login-item.ts'
import { keepLoginItem } from './login/keep-login-item.ts'
import { keepMenu } from './menu/keep-menu.ts'
import { createDesktopNotifier } from './notifications/create-desktop-notifier.ts'
import { openNotice } from './notifications/open-notice.ts'
import { createDesktopPower } from './power/create-desktop-power.ts'
import { openPreferences } from './preferences/open-preferences.ts'
import { serveAppScheme } from './protocol/app-scheme.ts'
import { createEnding, type Pace } from './quit/create-ending.ts'
import { listenForEnd } from './quit/listen-for-end.ts'
import { createShell, type ShellParts } from './shell.ts'
import { startTray } from './tray/start-tray.ts'
import { createWindows } from './window/create-windows.ts'
import { followTheme } from './window/page-colour.ts'
import { followScreens } from './window/work-areas.ts'

interface DesktopStart {
  readonly started: DesktopArguments
  readonly profileDir: string
  readonly instance: Instance
  readonly opened: Opened
  readonly log: Log
  /** Hands the lines said so far, and all later ones, to the profile's log. */
  readonly attachLog: (log: Log) => void
}

/** How long calls of windows may take once Stint is ending. */
const CALLS_END_WITHIN_MS: Readonly<Record<Pace, number>> = { orderly: 1500, fast: 300 }

/** The composition root of the desktop. Answers with what is in the way, where it cannot start. */
export async function composeDesktop(start: DesktopStart): Promise<Trouble | undefined> {
  const { started, profileDir, instance, opened, log, attachLog } = start
  guardSession(session.defaultSession, log)
  serveAppScheme(pageDir())

  // What core needs of the desktop comes before core; what shows core comes after.
  const power = createDesktopPower(log)
  let clicked: (notice: Notice) => void = () => undefined
  const notifier = createDesktopNotifier({ log, open: (notice) => clicked(notice) })
  const parts: ShellParts = { power, notifier, loginItem: createLoginItem(), profileDir, log, late: undefined }
  const shell = createShell(parts)
  const opening = await openDesktopHost({ profileDir, version, power, notifier, shell })
  if (!opening.ok) return opening.error
  const host = opening.value
  const { client } = host
  attachLog(host.log)

  const live = await followLive(client, log)
  const preferences = openPreferences(desktopFolder(profileDir), log)
  closeOtherDoors()
  const quit = () => ending.begin()
  const windows = createWindows({ log, preferences, afterClose, quit })
  const ports = servePorts({ host, log, isOurs: windows.isOurs })
  const desktop: Desktop = { client, live, windows, log, profileDir, version, quit }
  const tray = startTray(desktop)
  const hotkeys = startHotkeys(desktop)
  parts.late = { tray, hotkeys, windows, quit }
  clicked = (notice) => openNotice(desktop, notice)
  const stops = [
    keepMenu(desktop, (action) => shell.run(action)),
    keepLoginItem(parts.loginItem, live, log),
    followTheme(live, windows.all),
    followScreens(windows.all),
  ]

  function afterClose() {
    if (live.current().settings.closeToTray && tray.state() === 'shown') return 'hide'
    return process.platform === 'darwin' ? 'stay' : 'quit'
  }

  /** Nothing new is begun, what was begun is ended, the profile is closed. */
  async function end(pace: Pace): Promise<void> {
    log.info({ pace }, 'The desktop is ending')
    windows.retire()
    hotkeys.dispose()
    tray.dispose()
    for (const stop of stops) stop()
    await within(ports.idle(), CALLS_END_WITHIN_MS[pace])
    ports.close()
    live.dispose()
    const closed = host.close()
    // The server no longer answers, so the next start waits for the profile instead of calling us.
    instance.release()
    await closed
    notifier.dispose()
    power.dispose()
  }
  const ending = createEnding({ end, exit: (code) => app.exit(code), log })
  listenForEnd(ending)

  const requests = createRequests(desktop)
  function hear({ requests: asked, refused }: DesktopArguments): void {
    for (const one of asked) void requests.run(one)
    for (const reason of refused) void requests.refuse(reason)
  }
  app.setAboutPanelOptions({ applicationName: 'Stint', applicationVersion: version, copyright: 'MIT licence' })
  if (app.isPackaged) app.setAsDefaultProtocolClient('stint')
  app.on('activate', () => windows.show())
  if (!started.hidden && !wasOpenedAtLogin()) windows.show()
  hear(started)
  opened.listen(hear)
  instance.listen(({ args, cwd }) => {
    if (ending.isEnding()) {
      // It came a moment too late to be answered: this one makes way, and starts again with what was asked.
      app.relaunch({ args: [...(app.isPackaged ? [] : [app.getAppPath()]), ...args] })
      return
    }
    const asked = parseArguments(args, cwd)
    if (asked.requests.length === 0 && asked.refused.length === 0 && !asked.hidden) windows.show()
    hear(asked)
  })
  log.info({ version, electron: process.versions['electron'] }, 'The desktop has started')
  return undefined
}

/** On Windows and Linux the login item says `--hidden` itself. */
function wasOpenedAtLogin(): boolean {
  return process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin
}
