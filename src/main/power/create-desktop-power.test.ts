import { EventEmitter } from 'node:events'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryLog } from '../../../tests/fakes/memory-log.ts'
import type { PowerSignal } from '../../core/ports/power.ts'
import { createDesktopPower } from './create-desktop-power.ts'

const system = vi.hoisted(() => ({ monitor: undefined as unknown, idleSeconds: 0, dbus: {} }))

vi.mock('electron', async () => {
  const { EventEmitter: Emitter } = await import('node:events')
  system.monitor = Object.assign(new Emitter(), { getSystemIdleTime: () => system.idleSeconds })
  return { powerMonitor: system.monitor }
})
const dbus = vi.hoisted(() => ({
  exactMs: undefined as number | undefined,
  idleMs: undefined as number | undefined,
  tell: (_signal: PowerSignal): void => undefined,
  isDisposed: false,
}))
vi.mock('../../platform/power/create-dbus-power.ts', () => ({
  createDbusPower: () => ({
    exactIdleMs: () => dbus.exactMs,
    idleMs: () => dbus.idleMs,
    sources: () => ['logind'],
    listen(hear: (signal: PowerSignal) => void) {
      dbus.tell = hear
      return () => undefined
    },
    dispose: () => {
      dbus.isDisposed = true
    },
  }),
}))

function monitor(): EventEmitter {
  if (!(system.monitor instanceof EventEmitter)) throw new Error('electron was not mocked')
  return system.monitor
}

beforeEach(() => {
  system.idleSeconds = 0
  dbus.exactMs = undefined
  dbus.idleMs = undefined
})

describe('createDesktopPower', () => {
  it('tells what the power monitor and D-Bus say, in the words of the port', () => {
    const power = createDesktopPower(createMemoryLog())
    const heard: PowerSignal[] = []
    const stop = power.listen((signal) => heard.push(signal))
    const events = 'suspend resume lock-screen unlock-screen shutdown user-did-resign-active user-did-become-active'
    for (const event of events.split(' ')) monitor().emit(event)
    dbus.tell('lock')
    expect(heard).toEqual('suspend resume lock unlock shutdown user-left user-back lock'.split(' '))
    expect(power.sources()).toEqual(['powerMonitor', 'logind'])
    stop()
    monitor().emit('suspend')
    expect(heard).toHaveLength(8)
    power.dispose()
  })

  it('counts idle time by the best source there is', () => {
    const power = createDesktopPower(createMemoryLog())
    expect(power.idleMs()).toBe(0)
    system.idleSeconds = 90
    expect(power.idleMs()).toBe(90_000)
    dbus.idleMs = 5000
    expect(power.idleMs()).toBe(90_000)
    dbus.exactMs = 1200
    expect(power.idleMs()).toBe(1200)
    dbus.exactMs = undefined
    system.idleSeconds = -1
    expect(power.idleMs()).toBe(5000)
    power.dispose()
  })

  it('leaves no listener behind', () => {
    const power = createDesktopPower(createMemoryLog())
    power.dispose()
    expect(monitor().eventNames()).toEqual([])
    expect(dbus.isDisposed).toBe(true)
  })
})
