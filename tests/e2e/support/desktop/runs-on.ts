export type DesktopHost = 'electron-test-host' | 'electron'

export interface DesktopWorker {
  /** Set by the project in playwright.config.ts. */
  readonly runsOn: DesktopHost
}
