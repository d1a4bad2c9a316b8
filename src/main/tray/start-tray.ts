import { Tray as NativeTray, nativeTheme } from 'electron'
import type { Dispose } from '../../core/ports/scheduler.ts'
import { createScheduler } from '../../platform/scheduler/create-scheduler.ts'
import type { ShellState } from '../../shared/contract/desktop.ts'
import type { LiveState } from '../../shared/contract/live.ts'
import type { Desktop } from '../desktop.ts'
import { createTimerCommands } from '../timer/timer-commands.ts'
import { loadRecentWork } from './load-recent-work.ts'
import { nextTrayChangeMs } from './next-tray-change.ts'
import type { RecentWork } from './recent-work.ts'
import { isTaskbarDark, loadTrayIcon, trayIconName } from './tray-icon.ts'
import { buildTrayMenu } from './tray-menu.ts'
import { type TrayAct, trayModel } from './tray-model.ts'
import { watchTrayHost } from './watch-tray-host.ts'

export interface Tray {
  /** 'missing': this desktop has no place for it; everything is in the window as well. 'off': it has ended. */
  state(): ShellState['tray']
  dispose(): void
}

/** A burst of commands (an import, undo held down) makes one question of what was recent. */
const RECENT_AFTER_MS = 300

/** The icon in the tray, its menu and its tooltip, each set anew only when it would look different. */
export function startTray(desktop: Desktop): Tray {
  const { live, client, windows, log } = desktop
  const timer = createTimerCommands(desktop)
  const scheduler = createScheduler()
  const platform = process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux'
  let native: NativeTray | undefined
  /** On Linux only the bus knows. */
  let hasHost = platform !== 'linux'
  let isDisposed = false
  let recent: readonly RecentWork[] = []
  let shown = { icon: '', title: '', tooltip: '', items: '' }
  let cancelTick: Dispose = () => undefined
  let cancelRecent: Dispose | undefined

  function run(act: TrayAct): void {
    if (act.kind === 'start') void timer.start()
    else if (act.kind === 'stop') void timer.stop()
    else if (act.kind === 'continue') void timer.continueEntry(act.entryId)
    else if (act.kind === 'answer') windows.show({ page: 'absence' })
    else if (act.kind === 'today') windows.show({ page: 'today' })
    else if (act.kind === 'open') windows.show()
    else if (act.kind === 'mini') windows.showMini()
    else desktop.quit()
  }

  function update(): void {
    cancelTick()
    if (isDisposed || native === undefined) return
    const state = live.current()
    const nowMs = Date.now()
    try {
      paint(native, state, nowMs)
    } catch (error) {
      log.warn({ err: error }, 'The tray could not be brought up to date')
    }
    cancelTick = scheduler.after(nextTrayChangeMs(state, nowMs) - nowMs, update)
  }

  function paint(tray: NativeTray, state: LiveState, nowMs: number): void {
    const model = trayModel({ state, nowMs, recent, waitingReviews: null, platform })
    const icon = trayIconName(model.icon, platform, isTaskbarDark())
    // On Linux a menu that is set flickers, and closes under the person's pointer.
    const items = JSON.stringify(model.items)
    if (icon !== shown.icon) tray.setImage(loadTrayIcon(icon))
    if (model.title !== shown.title) tray.setTitle(model.title, { fontType: 'monospacedDigit' })
    if (model.tooltip !== shown.tooltip) tray.setToolTip(model.tooltip)
    if (items !== shown.items) tray.setContextMenu(buildTrayMenu(model.items, run))
    shown = { icon, title: model.title, tooltip: model.tooltip, items }
  }

  function loadRecent(): void {
    cancelRecent = undefined
    loadRecentWork(client, live.current()).then(
      (loaded) => {
        recent = loaded
        update()
      },
      (error: unknown) => log.warn({ err: error }, 'The tray could not ask what was recent'),
    )
  }

  function create(): void {
    native?.destroy()
    native = undefined
    try {
      const icon = trayIconName(live.current().running === null ? 'idle' : 'running', platform, isTaskbarDark())
      native = new NativeTray(loadTrayIcon(icon))
      // On macOS a click opens the menu, as it does everywhere there.
      if (platform !== 'darwin') native.on('click', () => windows.toggle())
      shown = { icon, title: '', tooltip: '', items: '' }
      update()
    } catch (error) {
      log.warn({ err: error }, 'The tray could not be shown')
    }
  }

  let revision = live.current().revision
  const stopListening = live.listen((state: LiveState) => {
    update()
    if (state.revision === revision) return
    revision = state.revision
    cancelRecent ??= scheduler.after(RECENT_AFTER_MS, loadRecent)
  })
  nativeTheme.on('updated', update)
  create()
  loadRecent()

  let isFirstAnswer = true
  const stopWatching =
    platform === 'linux'
      ? watchTrayHost(log, (isThere) => {
          hasHost = isThere
          // An icon that was made before its host is never asked for again.
          if (isThere && !isFirstAnswer) create()
          isFirstAnswer = false
        })
      : () => undefined

  return {
    state() {
      if (isDisposed) return 'off'
      return native !== undefined && hasHost ? 'shown' : 'missing'
    },
    dispose() {
      if (isDisposed) return
      isDisposed = true
      cancelTick()
      cancelRecent?.()
      stopListening()
      stopWatching()
      nativeTheme.off('updated', update)
      native?.destroy()
      native = undefined
    },
  }
}
