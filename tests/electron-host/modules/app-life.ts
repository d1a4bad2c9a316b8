/** Where the app is in its life: parts that may be used only before or after `ready` ask here. */
let started = false

export function hasStarted(): boolean {
  return started
}

export function markStarted(): void {
  started = true
}

export function needsStart(what: string): void {
  if (!started) throw new Error(`${what} cannot be used before the app is ready`)
}

/** What quitting needs to know of a window. */
export interface OpenWindow {
  close(): void
  destroy(): void
  isDestroyed(): boolean
  isVisible(): boolean
}

const windows: OpenWindow[] = []

export function openWindows(): OpenWindow[] {
  return windows
}
