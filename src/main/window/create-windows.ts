import { app, type BrowserWindow, type WebContents } from 'electron'
import type { Log } from '../../core/ports/log.ts'
import type { Windows } from '../desktop.ts'
import type { PreferencesFile } from '../preferences/open-preferences.ts'
import { MAIN_PAGE, MINI_PAGE } from '../protocol/app-address.ts'
import { fitBounds } from './fit-bounds.ts'
import { openPageWindow, type PageWindow } from './page-window.ts'
import { rememberBounds } from './remember-bounds.ts'
import { workAreas } from './work-areas.ts'

const MAIN = { size: { width: 1180, height: 780 }, min: { minWidth: 480, minHeight: 400 } }
const MINI = { size: { width: 360, height: 140 }, min: { minWidth: 300, minHeight: 120 } }

/** What becomes of Stint when its main window is closed. */
export type AfterClose = 'hide' | 'stay' | 'quit'

interface WindowOptions {
  readonly log: Log
  readonly preferences: PreferencesFile
  /** Asked when a person closes the main window. `hide` keeps it, `stay` lets it go and Stint on. */
  readonly afterClose: () => AfterClose
  readonly quit: () => void
}

export interface AllWindows extends Windows {
  all(): readonly BrowserWindow[]
  isOurs(contents: WebContents): boolean
  /** From now on windows close when they are told to; they are hidden at once. */
  retire(): void
}

/** The main window and the mini window: made when they are first wanted, one of each. */
export function createWindows({ log, preferences, afterClose, quit }: WindowOptions): AllWindows {
  let main: PageWindow | undefined
  let mini: PageWindow | undefined
  let retired = false

  function openMain(): PageWindow {
    const kept = preferences.current().main
    const bounds = fitBounds(kept?.bounds ?? null, workAreas(), MAIN.size)
    const frame = { ...bounds, ...MAIN.min, autoHideMenuBar: true }
    const opened = openPageWindow({ address: MAIN_PAGE, log, frame })
    const { window } = opened
    if (kept?.maximized === true) window.once('show', () => window.maximize())
    rememberBounds(window, () => {
      preferences.change({ main: { bounds: window.getNormalBounds(), maximized: window.isMaximized() } })
    })
    window.on('close', (event) => {
      if (retired) return
      const next = afterClose()
      if (next === 'stay') return
      event.preventDefault()
      if (next === 'hide') window.hide()
      else quit()
    })
    window.once('closed', () => {
      main = undefined
    })
    return opened
  }

  function openMini(): PageWindow {
    const bounds = fitBounds(preferences.current().mini?.bounds ?? null, workAreas(), MINI.size)
    const frame = {
      ...bounds,
      ...MINI.min,
      alwaysOnTop: true,
      skipTaskbar: true,
      maximizable: false,
      fullscreenable: false,
    }
    const opened = openPageWindow({ address: MINI_PAGE, log, frame })
    const { window } = opened
    // On Linux and Windows each window has a menu bar; here there is no room for one.
    window.removeMenu()
    rememberBounds(window, () => preferences.change({ mini: { bounds: window.getNormalBounds() } }))
    window.once('closed', () => {
      mini = undefined
    })
    return opened
  }

  function revealMain(): PageWindow | undefined {
    if (retired) return undefined
    main ??= openMain()
    main.reveal()
    // On a Mac the program comes to the front, not only its window.
    if (process.platform === 'darwin') app.focus({ steal: true })
    return main
  }

  function revealMini(): PageWindow | undefined {
    if (retired) return undefined
    mini ??= openMini()
    mini.reveal()
    return mini
  }

  const all = () => [main, mini].flatMap((one) => (one === undefined || one.window.isDestroyed() ? [] : [one.window]))
  return {
    all,
    isOurs: (contents) => all().some((window) => window.webContents === contents),
    show(place) {
      const shown = revealMain()
      if (place !== undefined) shown?.send({ kind: 'go', place })
    },
    hide() {
      for (const window of all()) window.hide()
    },
    toggle() {
      if (main?.window.isVisible() === true && main.window.isFocused()) main.window.hide()
      else revealMain()
    },
    showMini() {
      revealMini()
    },
    quickNote(text = '') {
      revealMini()?.send({ kind: 'quick-note', text })
    },
    runAction(id) {
      revealMain()?.send({ kind: 'action', id })
    },
    retire() {
      retired = true
      for (const window of all()) window.hide()
    },
  }
}
