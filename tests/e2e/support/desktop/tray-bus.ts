import { Variant } from '@jellybrick/dbus-next'
import { startPrivateBus } from '../../../integration/support/private-bus.ts'

export interface TrayBus {
  readonly address: string
  stop(): Promise<void>
}

/** A session bus of a desktop that shows tray icons. */
export async function startTrayBus(): Promise<TrayBus> {
  const bus = await startPrivateBus()
  await bus.serve('org.kde.StatusNotifierWatcher', () => ['v', [new Variant('b', true)]])
  return bus
}
