/** What the desktop's preload puts on the window (src/preload), and nothing else. A browser has no such thing. */
export interface StintHost {
  /** Each call opens a fresh channel to the host in the main process. */
  openPort(): Promise<MessagePort>
  /** Hears what the desktop asks of this window: to be parsed before it is believed. Answers with what ends it. */
  onCommand(listener: (command: unknown) => void): () => void
}

declare global {
  interface Window {
    readonly stintHost?: StintHost
  }
}
