/** What the desktop's preload puts on the window (src/preload), and nothing else. A browser has no such thing. */
export interface StintHost {
  /**
   * Asks for a fresh channel to the host in the main process. The port comes as a message of this window to itself,
   * `{ stintPort: id }`: a port cannot pass the bridge between preload and page. `requestPort` does both halves.
   */
  openPort(id: string): void
  /** Hears what the desktop asks of this window: to be parsed before it is believed. Answers with what ends it. */
  onCommand(listener: (command: unknown) => void): () => void
}

declare global {
  interface Window {
    readonly stintHost?: StintHost
  }
}
