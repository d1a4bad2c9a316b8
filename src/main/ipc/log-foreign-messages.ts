import type { WebContents } from 'electron'
import type { Log } from '../../core/ports/log.ts'
import { PORT_CHANNEL } from '../../shared/contract/channels.ts'

/** Nobody listens on other channels; that something speaks there is worth a line. */
export function logForeignMessages(contents: WebContents, log: Log): void {
  const note = (channel: string) => {
    if (channel !== PORT_CHANNEL) log.warn({ channel: channel.slice(0, 64) }, 'A page spoke on a channel nobody hears')
  }
  contents.on('ipc-message', (_event, channel) => note(channel))
  contents.on('ipc-message-sync', (_event, channel) => note(channel))
}
