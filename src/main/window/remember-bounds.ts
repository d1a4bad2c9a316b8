import type { BrowserWindow } from 'electron'

/** Moving a window tells of every step; only where it comes to rest is worth keeping. */
const REST_MS = 400

/** Calls `keep` when the window has come to rest after a move, when it is hidden and when it closes. */
export function rememberBounds(window: BrowserWindow, keep: () => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(keep, REST_MS)
  }
  const now = () => {
    clearTimeout(timer)
    keep()
  }
  window.on('move', soon)
  window.on('resize', soon)
  window.on('maximize', soon)
  window.on('unmaximize', soon)
  // Quitting hides the windows first and then asks none of them.
  window.on('hide', now)
  window.on('close', now)
  window.once('closed', () => clearTimeout(timer))
}
