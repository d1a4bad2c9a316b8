import { EventEmitter } from 'node:events'
import { Socket } from 'node:net'
import type { MessageBus } from '@jellybrick/dbus-next'

/** Ends a connection now. The library's own way waits for the other side, which may be hung. */
export function hangUp(bus: MessageBus): void {
  bus.disconnect()
  socketOf(bus)?.destroy()
}

/** Calls back when the other side hangs up, of which the library tells nobody; from now on it keeps no process alive. */
export function watchOpenBus(bus: MessageBus, ended: () => void): void {
  connectionOf(bus)?.once('end', ended)
  socketOf(bus)?.unref()
}

/** The library's types leave the event out; unheard it would end the process. */
export function hearErrors(bus: EventEmitter, hear: (error: unknown) => void): void {
  bus.on('error', hear)
}

/** Neither has a public name in the library; where a later version hides them better, its own ways remain. */
function connectionOf(bus: MessageBus): EventEmitter | undefined {
  const connection: unknown = Reflect.get(bus, '_connection')
  return connection instanceof EventEmitter ? connection : undefined
}

function socketOf(bus: MessageBus): Socket | undefined {
  const connection = connectionOf(bus)
  const stream: unknown = connection === undefined ? undefined : Reflect.get(connection, 'stream')
  return stream instanceof Socket ? stream : undefined
}
