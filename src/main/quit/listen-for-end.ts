import { constants } from 'node:os'
import { app, powerMonitor } from 'electron'
import type { Ending } from './create-ending.ts'

/** Everything that may end Stint ends it in the one order. */
export function listenForEnd(ending: Ending): void {
  app.on('before-quit', (event) => {
    // The end calls `app.exit`, which asks nobody.
    event.preventDefault()
    ending.begin()
  })
  // Without a listener Electron would quit with the last window; a timer needs none.
  app.on('window-all-closed', () => undefined)
  // Linux and macOS wait a moment for whoever asks them to.
  powerMonitor.on('shutdown', (event?: { preventDefault(): void }) => {
    event?.preventDefault()
    ending.begin('fast')
  })
  // Windows tells its windows instead.
  app.on('browser-window-created', (_event, window) => {
    window.on('session-end', () => ending.begin('fast'))
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      // An impatient second one: what was acknowledged is on disk.
      if (ending.isEnding()) app.exit(128 + constants.signals[signal])
      else ending.begin()
    })
  }
}
