import { app, type BrowserWindow, dialog } from 'electron'
import type { Log } from '../../core/ports/log.ts'
import { createReloadBudget, RELOADS } from './reload-budget.ts'

/** How Chromium says that a page was left for another before it had loaded. Nothing is wrong then. */
const ABORTED = -3

/**
 * A page that crashes, hangs or does not load costs nothing but itself: the timer runs in this process. It is loaded
 * again; where that does not help, or while it hangs, the person is asked.
 */
export function watchPage(window: BrowserWindow, address: string, log: Log): void {
  const contents = window.webContents
  const budget = createReloadBudget()
  let asking = false

  function reload(): void {
    if (window.isDestroyed()) return
    window.loadURL(address).catch((error: unknown) => log.warn({ err: error }, 'A page did not load again'))
  }

  function mend(): void {
    if (window.isDestroyed()) return
    if (budget.spend(performance.now())) reload()
    else ask(giveUp, 'A question about a page failed')
  }

  function ask(question: () => Promise<void>, problem: string): void {
    if (asking || window.isDestroyed()) return
    asking = true
    question()
      .catch((error: unknown) => log.error({ err: error }, problem))
      .finally(() => {
        asking = false
      })
  }

  async function giveUp(): Promise<void> {
    const { response } = await dialog.showMessageBox(window, {
      type: 'error',
      title: 'Stint',
      message: 'The window stopped working',
      detail: `It was loaded again ${RELOADS} times and stopped each time. Your time is safe: the timer does not depend on the window. The log in the profile’s folder says more.`,
      buttons: ['Load it again', 'Close the window'],
      defaultId: 0,
      cancelId: 1,
    })
    if (response !== 0) return window.destroy()
    budget.refill()
    reload()
  }

  let responsive = new AbortController()
  async function offerReload(): Promise<void> {
    responsive = new AbortController()
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      title: 'Stint',
      message: 'The window does not answer',
      detail: 'The timer is not affected. You can wait a moment, or load the window again.',
      buttons: ['Wait', 'Load it again'],
      defaultId: 0,
      cancelId: 0,
      signal: responsive.signal,
    })
    if (response !== 1 || responsive.signal.aborted || window.isDestroyed()) return
    // A page that hangs would not hear of a reload: its process is ended, and 'render-process-gone' loads it anew.
    contents.forcefullyCrashRenderer()
  }

  contents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return
    log.error({ reason, exitCode, version: app.getVersion() }, 'A page crashed')
    responsive.abort()
    mend()
  })
  contents.on('did-fail-load', (_event, code, description, _address, isMainFrame) => {
    if (!isMainFrame || code === ABORTED) return
    log.error({ code, description }, 'A page could not be loaded')
    mend()
  })
  contents.on('preload-error', (_event, _file, error) => log.error({ err: error }, 'The preload failed'))
  window.on('unresponsive', () => {
    log.warn({}, 'A page does not answer')
    ask(offerReload, 'The offer to reload failed')
  })
  window.on('responsive', () => responsive.abort())
}
