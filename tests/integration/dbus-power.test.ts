import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { PowerSignal } from '../../src/core/ports/power.ts'
import { createDbusPower, type DbusPower } from '../../src/platform/power/create-dbus-power.ts'
import { createMemoryLog } from '../fakes/memory-log.ts'
import { serveLogind } from './support/fake-logind.ts'
import { noBusReason, type PrivateBus, startPrivateBus } from './support/private-bus.ts'

const SESSION_PATH = '/org/freedesktop/login1/session/_31'
const LOGIND = '/org/freedesktop/login1'
const undo: (() => unknown)[] = []

afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

async function bus(): Promise<PrivateBus> {
  const started = await startPrivateBus()
  undo.push(() => started.stop())
  return started
}

/** A machine whose retry timer and monotonic clock the test moves. */
function listenOn(addresses: { session?: string; system?: string }) {
  const heard: PowerSignal[] = []
  const retries: { delayMs: number; run: () => void }[] = []
  const clock = { ms: 1_000_000 }
  const log = createMemoryLog()
  const power = createDbusPower({
    log,
    clock: { monotonicMs: () => clock.ms },
    scheduler: {
      after(delayMs, run) {
        retries.push({ delayMs, run })
        return () => undefined
      },
    },
    addresses: { session: addresses.session, system: addresses.system },
  })
  undo.push(() => power.dispose())
  power.listen((signal) => heard.push(signal))
  return { power, heard, retries, clock, log }
}

const until = (check: () => void) => vi.waitFor(check, { timeout: 5000, interval: 5 })
const untilHearing = (power: DbusPower, sources: string[]) => until(() => expect(power.sources()).toEqual(sources))

async function mutter(of: PrivateBus, idle: { ms: number }) {
  const path = '/org/gnome/Mutter/IdleMonitor/Core'
  const served = await of.serve('org.gnome.Mutter.IdleMonitor', (call) => {
    if (call.member === 'GetIdletime') return ['t', [BigInt(idle.ms)]]
    if (call.member === 'AddIdleWatch') return ['u', [7]]
    if (call.member === 'AddUserActiveWatch') return ['u', [8]]
    return undefined
  })
  return {
    ...served,
    fire: (watch: number) => served.signal(path, 'org.gnome.Mutter.IdleMonitor', 'WatchFired', 'u', [watch]),
  }
}

describe('a machine that speaks D-Bus', () => {
  beforeEach((context) => {
    if (noBusReason !== undefined) context.skip(noBusReason)
  })

  it('tells of sleep, shutdown, lock, and the seat that another person took', async () => {
    const real = await bus()
    const login1 = await serveLogind(real)
    const { power, heard } = listenOn({ system: real.address })
    await until(() => expect(login1.asked).toContain('GetAll'))
    expect(power.sources()).toEqual(['logind'])
    login1.manager('PrepareForSleep', true)
    login1.manager('PrepareForSleep', false)
    login1.session('Lock')
    login1.change('LockedHint', true)
    login1.change('LockedHint', true)
    login1.session('Unlock')
    login1.change('LockedHint', false)
    login1.change('Active', false)
    login1.change('Active', true)
    login1.manager('PrepareForShutdown', false)
    login1.manager('PrepareForShutdown', true)
    await until(() => expect(heard).toContain('shutdown'))
    expect(heard).toEqual('suspend resume lock lock unlock unlock user-left user-back shutdown'.split(' '))
  })

  it('hears its own session only, and nobody who merely claims to be logind', async () => {
    const real = await bus()
    const login1 = await serveLogind(real)
    const liar = await real.serve('org.example.Liar', () => undefined)
    const { heard } = listenOn({ system: real.address })
    await until(() => expect(login1.asked).toContain('GetAll'))
    login1.change('LockedHint', true, '/org/freedesktop/login1/session/_32')
    await liar.signalEach(LOGIND, 'org.freedesktop.login1.Manager', 'PrepareForSleep', 'b', [true])
    await liar.signalEach(SESSION_PATH, 'org.freedesktop.login1.Session', 'Lock', '', [])
    // Its answer means that the bus has passed on what came before it.
    await liar.leave()
    login1.manager('PrepareForSleep', false)
    await until(() => expect(heard).toEqual(['resume']))
  })

  it('says at once when the screen is locked already, and follows a service that comes later or comes back', async () => {
    const real = await bus()
    const { power, heard } = listenOn({ system: real.address })
    const first = await serveLogind(real, { LockedHint: true })
    await until(() => expect(heard).toEqual(['lock']))
    await first.leave()
    await untilHearing(power, [])
    const second = await serveLogind(real, { LockedHint: false })
    await until(() => expect(heard).toEqual(['lock', 'unlock']))
    second.manager('PrepareForSleep', true)
    await until(() => expect(heard).toEqual(['lock', 'unlock', 'suspend']))
  })

  it('takes a screen saver for a lock, and its end or disappearance for the unlock', async () => {
    const real = await bus()
    const name = 'org.gnome.ScreenSaver'
    const saver = await real.serve(name, (call) => (call.member === 'GetActive' ? ['b', [false]] : undefined))
    const { power, heard } = listenOn({ session: real.address })
    await untilHearing(power, ['screen saver'])
    saver.signal('/org/gnome/ScreenSaver', name, 'ActiveChanged', 'b', [true])
    saver.signal('/org/gnome/ScreenSaver', name, 'ActiveChanged', 'b', [false])
    saver.signal('/org/gnome/ScreenSaver', name, 'ActiveChanged', 'b', [true])
    await saver.leave()
    await until(() => expect(heard).toEqual(['lock', 'unlock', 'lock', 'unlock']))
    await untilHearing(power, [])
  })

  it('knows on GNOME how long nobody touched anything, without asking again and again', async () => {
    const real = await bus()
    const idle = { ms: 100 }
    const monitor = await mutter(real, idle)
    const { power, clock } = listenOn({ session: real.address })
    expect(power.idleMs()).toBeUndefined()
    await untilHearing(power, ['idle monitor'])
    expect(power.idleMs()).toBe(0)
    idle.ms = 30_000
    monitor.fire(7)
    await until(() => expect(power.idleMs()).toBe(30_000))
    clock.ms += 400_000
    expect(power.exactIdleMs()).toBe(430_000)
    await until(() => {
      monitor.fire(8)
      expect(power.idleMs()).toBe(0)
    })
    await monitor.leave()
    await until(() => expect(power.idleMs()).toBeUndefined())
  })

  it('sees on GNOME that somebody was away before Stint started', async () => {
    const real = await bus()
    await mutter(real, { ms: 600_000 })
    const { power } = listenOn({ session: real.address })
    await until(() => expect(power.idleMs()).toBe(600_000))
  })

  it('goes by logind’s hint where there is nothing better, once the desktop has proven to use it', async () => {
    const real = await bus()
    const login1 = await serveLogind(real)
    const { power, heard, clock } = listenOn({ system: real.address })
    await until(() => expect(login1.asked).toContain('GetAll'))
    login1.change('IdleHint', false)
    login1.manager('PrepareForSleep', false)
    await until(() => expect(heard).toEqual(['resume']))
    expect(power.idleMs()).toBeUndefined()
    login1.change('IdleHint', true)
    await until(() => expect(power.idleMs()).toBe(0))
    clock.ms += 60_000
    expect(power.idleMs()).toBe(60_000)
    expect(power.exactIdleMs()).toBeUndefined()
    login1.change('IdleHint', false)
    await until(() => expect(power.idleMs()).toBe(0))
  })

  it.each([
    ['seconds, as the interface says', 1],
    ['milliseconds, as KDE does', 1000],
  ])('asks a screen saver that counts in %s, twice a minute, and finds out which', async (_name, perSecond) => {
    const real = await bus()
    const idle = { seconds: 10 }
    await real.serve('org.freedesktop.ScreenSaver', (call) => {
      if (call.member === 'GetActive') return ['b', [false]]
      return call.member === 'GetSessionIdleTime' ? ['u', [idle.seconds * perSecond]] : undefined
    })
    const { power, clock, retries } = listenOn({ session: real.address })
    const later = async (seconds: number, idleSeconds: number) => {
      await until(() => expect(retries).toHaveLength(1))
      clock.ms += seconds * 1000
      idle.seconds = idleSeconds
      retries.shift()?.run()
      await until(() => expect(retries).toHaveLength(1))
    }
    await later(30, 2)
    expect(power.idleMs()).toBeUndefined()
    await later(30, 32)
    expect(power.idleMs()).toBe(32_000)
    await later(30, 3)
    expect(power.idleMs()).toBe(3000)
    expect(retries.map(({ delayMs }) => delayMs)).toEqual([30_000])
  })

  it('does not believe a desktop that says 0 for ever, nor asks one that does not know', async () => {
    const real = await bus()
    const asked: string[] = []
    const saver = await real.serve('org.freedesktop.ScreenSaver', (call) => {
      asked.push(call.member)
      return call.member === 'GetSessionIdleTime' ? ['u', [0]] : undefined
    })
    const { power, clock, retries } = listenOn({ session: real.address })
    await until(() => expect(retries).toHaveLength(1))
    clock.ms += 30_000
    retries.shift()?.run()
    await until(() => expect(retries).toHaveLength(1))
    expect(power.idleMs()).toBeUndefined()
    await saver.leave()
    retries.length = 0
    await real.serve('org.freedesktop.ScreenSaver', (call) => {
      asked.push(`${call.member} again`)
      return undefined
    })
    await until(() => expect(asked).toContain('GetSessionIdleTime again'))
    await untilHearing(power, ['screen saver'])
    expect(retries).toEqual([])
  })

  it('outlives the bus, tries again a minute later and no sooner, and hears again', async () => {
    const real = await bus()
    const login1 = await serveLogind(real)
    const { power, retries, log } = listenOn({ system: real.address })
    await until(() => expect(login1.asked).toContain('GetAll'))
    await real.stop()
    await until(() => expect(retries).toHaveLength(1))
    expect(power.sources()).toEqual([])
    retries[0]?.run()
    await until(() => expect(retries).toHaveLength(2))
    expect(retries.map(({ delayMs }) => delayMs)).toEqual([60_000, 60_000])
    expect(log.lines.filter(({ level }) => level === 'warn' || level === 'error')).toEqual([])
  })

  it('is silent after its end, and leaves no timer and no connection', async () => {
    const real = await bus()
    const login1 = await serveLogind(real)
    const before = process.getActiveResourcesInfo().filter((kind) => /Pipe|TCP|Timeout/.test(kind)).length
    const { power, heard, retries } = listenOn({ system: real.address, session: real.address })
    await until(() => expect(login1.asked).toContain('GetAll'))
    power.dispose()
    power.dispose()
    login1.manager('PrepareForSleep', true)
    await until(() => {
      const now = process.getActiveResourcesInfo().filter((kind) => /Pipe|TCP|Timeout/.test(kind)).length
      expect(now).toBeLessThanOrEqual(before)
    })
    expect(heard).toEqual([])
    expect(retries).toEqual([])
  })
})

describe('a machine without D-Bus', () => {
  it('is not an error: nothing is tried, nothing is known', () => {
    const { power, heard, retries, log } = listenOn({})
    expect([power.sources(), power.idleMs(), heard, retries, log.lines]).toEqual([[], undefined, [], [], []])
  })

  it('where the socket is gone or speaks something else, a try a minute is all', async () => {
    const { retries, log } = listenOn({ system: 'unix:path=/nonexistent/bus', session: 'unix:nonsense' })
    await until(() => expect(retries).toHaveLength(2))
    expect(retries.map(({ delayMs }) => delayMs)).toEqual([60_000, 60_000])
    expect(log.lines.filter(({ level }) => level !== 'debug')).toEqual([])
  })
})
