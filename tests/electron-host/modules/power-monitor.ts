import { EventEmitter } from 'node:events'
import type * as Electron from 'electron'
import { HostEvent } from './host-event.ts'

let idleSeconds = 0

class HostPowerMonitor
  extends EventEmitter
  implements
    Pick<Electron.PowerMonitor, 'getSystemIdleTime' | 'getSystemIdleState' | 'isOnBatteryPower' | 'onBatteryPower'>
{
  onBatteryPower = false
  isOnBatteryPower = (): boolean => this.onBatteryPower
  getSystemIdleTime = (): number => idleSeconds
  getSystemIdleState = (threshold: number) => (idleSeconds >= threshold ? ('idle' as const) : ('active' as const))
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
  setIdleSeconds(seconds: number) {
    idleSeconds = seconds
  },
}
