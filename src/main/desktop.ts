import type { Log } from '../core/ports/log.ts'
import type { Dispose } from '../core/ports/scheduler.ts'
import type { StintClient } from '../shared/contract/contract.ts'
import type { LiveState } from '../shared/contract/live.ts'
import type { Place } from '../shared/contract/notifications.ts'

/** The state every page shows, followed inside the main process: the same snapshot and deltas a window gets. */
export interface LiveView {
  current(): LiveState
  /** Hears each new state, not the present one. */
  listen(hear: (state: LiveState) => void): Dispose
}

export interface Windows {
  /** Opens or brings back the main window, at `place` where one is given. */
  show(place?: Place): void
  hide(): void
  toggle(): void
  /** The timer alone, always on top. */
  showMini(): void
  /** The mini window with its note field ready for typing. */
  quickNote(text?: string): void
  /** Runs an action of the palette in the main window, which is shown first. */
  runAction(id: string): void
}

/** What the parts of the shell (tray, menu, hotkeys, links) work with. */
export interface Desktop {
  /** The contract, in process; what it does is noted as done by 'desktop'. */
  readonly client: StintClient
  readonly live: LiveView
  readonly windows: Windows
  readonly log: Log
  readonly profileDir: string
  readonly version: string
  /** Ends Stint in order: running commands finish, the profile is closed. */
  quit(): void
}
