import type { WindowCommand } from '../../shared/contract/window-command.ts'
import { useLive } from './live-store.ts'
import type { StintHost } from './stint-host.ts'

/**
 * Hears what the desktop asks of this window and does it with `run`, one after the other, once the page shows something:
 * a notification may have opened the window. Answers with what ends it.
 */
export function followWindowCommands(
  host: Pick<StintHost, 'onCommand'>,
  run: (command: WindowCommand) => void,
): () => void {
  // With zod, which a page in a browser never loads.
  const reader = import('./read-window-command.ts')
  let done = Promise.resolve()
  return host.onCommand((message) => {
    done = done
      .then(async () => {
        const { readWindowCommand } = await reader
        const command = readWindowCommand(message)
        if (command === null) return
        await pageIsShown()
        run(command)
      })
      // A mistake of one is no reason to be deaf for the next.
      .catch((error: unknown) => reportError(error))
  })
}

/** With the host's state known and drawn, so that whoever acts on a command is there. */
async function pageIsShown(): Promise<void> {
  await new Promise<void>((resolve) => {
    if (useLive.getState().state !== null) return resolve()
    const stop = useLive.subscribe(({ state }) => {
      if (state === null) return
      stop()
      resolve()
    })
  })
  await new Promise((resolve) => setTimeout(resolve))
}
