/**
 * Chromium's Idle Detection API (wicg.github.io/idle-detection), as far as it is used here. TypeScript's own
 * declarations do not have it, and other browsers do not offer it.
 */
export interface IdleDetector extends EventTarget {
  readonly userState: 'active' | 'idle' | null
  readonly screenState: 'locked' | 'unlocked' | null
  /** `threshold` in ms, at least 60 000. Fires `change`, for the first time when the state is first known. */
  start(options: { readonly threshold: number; readonly signal: AbortSignal }): Promise<void>
}

interface IdleDetectorClass {
  new (): IdleDetector
  /** Only while a click or a key is being handled. */
  requestPermission(): Promise<'granted' | 'denied'>
}

declare global {
  interface Window {
    readonly IdleDetector?: IdleDetectorClass
  }
}
