import { contextBridge, ipcRenderer } from 'electron'
import { COMMAND_CHANNEL, PORT_CHANNEL, PORT_ID } from '../shared/contract/channels.ts'

/** More than a person can cause before the page listens. */
const MAX_WAITING = 20

const listeners = new Set<(command: unknown) => void>()
const waiting: unknown[] = []
const asked = new Set<string>()

// A port cannot pass the context bridge. It goes by the window's own messages instead, to this page's origin and under
// the name that the page alone knows.
ipcRenderer.on(PORT_CHANNEL, ({ ports }, id: unknown) => {
  const [port] = ports
  if (typeof id !== 'string' || port === undefined || !asked.delete(id)) return
  window.postMessage({ stintPort: id }, window.location.origin, [port])
})

// The event stays here: it would hand the sender, and with it every channel, to the page.
ipcRenderer.on(COMMAND_CHANNEL, (_event, command: unknown) => {
  if (listeners.size > 0) for (const listener of listeners) listener(command)
  else if (waiting.length < MAX_WAITING) waiting.push(command)
})

const stintHost = {
  openPort(id: unknown): void {
    if (typeof id !== 'string' || !PORT_ID.test(id)) return
    asked.add(id)
    ipcRenderer.send(PORT_CHANNEL, id)
  },
  onCommand(listener: (command: unknown) => void): () => void {
    if (typeof listener !== 'function') return () => undefined
    // A function of its own each time, so that ending one listening never ends another.
    const hear = (command: unknown) => listener(command)
    listeners.add(hear)
    for (const command of waiting.splice(0)) hear(command)
    return () => void listeners.delete(hear)
  },
}

contextBridge.exposeInMainWorld('stintHost', Object.freeze(stintHost))
