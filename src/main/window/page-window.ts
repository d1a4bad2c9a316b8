import { fileURLToPath } from 'node:url'
import { BrowserWindow, type BrowserWindowConstructorOptions } from 'electron'
import type { Log } from '../../core/ports/log.ts'
import { COMMAND_CHANNEL } from '../../shared/contract/channels.ts'
import type { WindowCommand } from '../../shared/contract/window-command.ts'
import { logForeignMessages } from '../ipc/log-foreign-messages.ts'
import { pageColour } from './page-colour.ts'
import { watchPage } from './watch-page.ts'

/** In a build this file is part of out/main, and the preload lies beside it. */
const PRELOAD = fileURLToPath(new URL('../preload/preload.cjs', import.meta.url))

export interface PageWindow {
  readonly window: BrowserWindow
  /** Says it to the page, as soon as the page is there to hear it. */
  send(command: WindowCommand): void
  /** Shows it, in front, ready for typing; a new one as soon as it has something to show. */
  reveal(): void
}

interface PageWindowOptions {
  readonly address: string
  readonly log: Log
  readonly frame: BrowserWindowConstructorOptions
}

/**
 * A window that shows a page of ours. It says nothing about isolation, sandbox and Node: Electron's defaults are the
 * strict ones, and `app.enableSandbox()` leaves no choice.
 */
export function openPageWindow({ address, log, frame }: PageWindowOptions): PageWindow {
  const window = new BrowserWindow({
    ...frame,
    show: false,
    title: 'Stint',
    backgroundColor: pageColour(),
    webPreferences: { preload: PRELOAD, spellcheck: false },
  })
  const contents = window.webContents
  const waiting: WindowCommand[] = []
  let hears = false
  let painted = false
  let wanted = false

  function show(): void {
    if (!painted && wanted) bringUp(window)
    painted = true
  }

  contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) hears = false
  })
  contents.on('render-process-gone', () => {
    hears = false
  })
  contents.on('did-finish-load', () => {
    hears = true
    for (const command of waiting.splice(0)) contents.send(COMMAND_CHANNEL, command)
    // Some compositors never say that a hidden window is ready.
    show()
  })
  window.once('ready-to-show', show)
  logForeignMessages(contents, log)
  watchPage(window, address, log)
  load(window, address, log)

  return {
    window,
    send(command) {
      if (hears) contents.send(COMMAND_CHANNEL, command)
      else waiting.push(command)
    },
    reveal() {
      wanted = true
      if (painted) bringUp(window)
    },
  }
}

export function load(window: BrowserWindow, address: string, log: Log): void {
  // A failure is told of by 'did-fail-load' as well, where something is done about it.
  window.loadURL(address).catch((error: unknown) => log.warn({ err: error }, 'A page did not load'))
}

function bringUp(window: BrowserWindow): void {
  if (window.isDestroyed()) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
