import { EventEmitter } from 'node:events'
import type * as Electron from 'electron'

type Invoked = Parameters<Electron.IpcMain['handle']>[1]

/** `on` and the like are EventEmitter's own; Electron's declarations of them differ in nothing that matters here. */
class HostIpcMain extends EventEmitter implements Pick<Electron.IpcMain, 'handle' | 'handleOnce' | 'removeHandler'> {
  readonly handlers = new Map<string, Invoked>()

  handle(channel: string, listener: Invoked): void {
    if (this.handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`)
    }
    this.handlers.set(channel, listener)
  }

  handleOnce(channel: string, listener: Invoked): void {
    this.handle(channel, (event, ...args) => {
      this.removeHandler(channel)
      return listener(event, ...args)
    })
  }

  removeHandler(channel: string): void {
    this.handlers.delete(channel)
  }
}

export const ipcMain = new HostIpcMain()

export async function invoke(event: object, channel: string, args: readonly unknown[]): Promise<unknown> {
  const handler = ipcMain.handlers.get(channel)
  if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
  // The parts of Electron's event that exist here.
  return await handler(event as Electron.IpcMainInvokeEvent, ...args)
}

export const ipcControls = {
  /** The channels that main listens on: what a hostile page could try. */
  ipcChannels: () => [...ipcMain.eventNames().map(String), ...ipcMain.handlers.keys()].sort(),
}
