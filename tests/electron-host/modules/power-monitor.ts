import { EventEmitter } from 'node:events'
import type * as Electron from 'electron'
import { HostEvent } from './host-event.ts'

/** When the last key was pressed, on the clock that a test can move; undefined: somebody is typing all the time. */
let lastInputMs: number | undefined

const idleSeconds = (): number => (lastInputMs === undefined ? 0 : Math.floor((performance.now() - lastInputMs) / 1000))

class HostPowerMonitor
  extends EventEmitter
  implements
    Pick<Electron.PowerMonitor, 'getSystemIdleTime' | 'getSystemIdleState' | 'isOnBatteryPower' | 'onBatteryPower'>
{
  onBatteryPower = false
  isOnBatteryPower = (): boolean => this.onBatteryPower
  getSystemIdleTime = idleSeconds
  getSystemIdleState = (threshold: number) => (idleSeconds() >= threshold ? ('idle' as const) : ('active' as const))
}

export const powerMonitor = new HostPowerMonitor()

export type PowerEvent =
  | 'suspend'
  | 'resume'
  | 'lock-screen'
  | 'unlock-screen'
  | 'shutdown'
  | 'user-did-become-active'
  | 'user-did-resign-active'

export const powerControls = {
  power: (event: PowerEvent) => void powerMonitor.emit(event, new HostEvent()),
  /** Nobody touches the computer from now on. */
  leave() {
    lastInputMs = performance.now()
  },
  /** Somebody does again, and goes on doing it. */
  comeBack() {
    lastInputMs = undefined
  },
}
