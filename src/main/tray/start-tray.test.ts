import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createFakeDesktop } from '../../../tests/fakes/fake-desktop.ts'
import { createTestCore } from '../../../tests/fakes/test-core.ts'
import { startTray, type Tray } from './start-tray.ts'

interface FakeTray {
  readonly calls: string[]
  menu: { label?: string; enabled?: boolean; click?: () => void }[]
  isDestroyed: boolean
}

const electron = vi.hoisted(() => ({ trays: [] as FakeTray[], fails: false }))
const host = vi.hoisted(() => ({ changed: (_isThere: boolean): void => undefined }))

vi.mock('electron', () => ({
  Tray: class {
    readonly fake: FakeTray = { calls: [], menu: [], isDestroyed: false }
    constructor(image: string) {
      if (electron.fails) throw new Error('no tray here')
      this.fake.calls.push(`new ${image}`)
      electron.trays.push(this.fake)
    }
    setImage = (image: string) => this.fake.calls.push(`image ${image}`)
    setTitle = (title: string) => this.fake.calls.push(`title ${title}`)
    setToolTip = (text: string) => this.fake.calls.push(`tooltip ${text}`)
    setContextMenu = (menu: FakeTray['menu']) => {
      this.fake.calls.push('menu')
      this.fake.menu = menu
    }
    on = () => this
    destroy = () => {
      this.fake.isDestroyed = true
    }
  },
  Menu: { buildFromTemplate: (template: unknown) => template },
  nativeImage: { createFromPath: (path: string) => path.split('/').at(-1) },
  nativeTheme: { shouldUseDarkColorsForSystemIntegratedUI: false, on: () => undefined, off: () => undefined },
}))
vi.mock('./watch-tray-host.ts', () => ({
  watchTrayHost: (_log: unknown, changed: (isThere: boolean) => void) => {
    host.changed = changed
    return () => undefined
  },
}))

let tray: Tray | undefined
let dispose: () => void = () => undefined

beforeEach(() => {
  electron.trays.length = 0
  electron.fails = false
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 20, 9, 0, 0) })
  vi.stubGlobal(
    'process',
    new Proxy(process, { get: (of, key) => (key === 'platform' ? 'linux' : Reflect.get(of, key)) }),
  )
})

afterEach(() => {
  tray?.dispose()
  dispose()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

async function start() {
  const core = createTestCore()
  dispose = core.dispose
  core.clock.set(Date.now())
  const desktop = await createFakeDesktop(core)
  tray = startTray(desktop)
  await vi.advanceTimersByTimeAsync(0)
  return { ...core, desktop, tray, fake: () => electron.trays.at(-1) as FakeTray }
}

const click = (fake: FakeTray, label: string) => fake.menu.find((item) => item.label === label)?.click?.()

describe('startTray', () => {
  it('sets icon, tooltip and menu once, and again only when they would look different', async () => {
    const { fake, desktop } = await start()
    expect(fake().calls).toEqual(['new idle-middle.png', 'tooltip Stint · today 0:00', 'menu'])
    desktop.emit()
    desktop.emit()
    await vi.advanceTimersByTimeAsync(10 * 60_000)
    expect(fake().calls).toHaveLength(3)
  })

  it('starts and stops the timer, and wakes once a minute while it runs', async () => {
    const { fake, desktop, clock } = await start()
    click(fake(), 'Start the timer')
    await vi.advanceTimersByTimeAsync(500)
    expect(desktop.live.current().running).not.toBeNull()
    expect(fake().calls.slice(3)).toEqual(['image running-middle.png', 'tooltip 0:00 · no note', 'menu'])
    const before = vi.getTimerCount()
    const calls = fake().calls.length
    await vi.advanceTimersByTimeAsync(3 * 60_000)
    expect(fake().calls.slice(calls)).toEqual(
      ['0:01', '0:02', '0:03'].flatMap((elapsed) => [`tooltip ${elapsed} · no note`, 'menu']),
    )
    expect(vi.getTimerCount()).toBe(before)
    clock.set(Date.now())
    click(fake(), 'Stop the timer')
    await vi.advanceTimersByTimeAsync(500)
    expect(desktop.live.current().running).toBeNull()
  })

  it('offers what was done lately, and takes it up again', async () => {
    const { fake, client, key, clock, desktop } = await start()
    await client.timer.start({ commandKey: key(), note: 'Stand-up' })
    clock.advance(60_000)
    await client.timer.stop({ commandKey: key() })
    await desktop.refresh()
    await vi.advanceTimersByTimeAsync(500)
    click(fake(), 'Stand-up')
    await vi.advanceTimersByTimeAsync(500)
    expect(desktop.live.current().running?.note).toBe('Stand-up')
  })

  it('a refusal is logged and brings up the window at the timer', async () => {
    const { fake, client, key, desktop } = await start()
    click(fake(), 'Start the timer')
    await vi.advanceTimersByTimeAsync(500)
    const stop = fake().menu.find((item) => item.label === 'Stop the timer')
    await client.timer.discard({ commandKey: key() })
    stop?.click?.()
    await vi.advanceTimersByTimeAsync(500)
    expect(desktop.shown).toEqual([{ page: 'timer' }])
    expect(desktop.memory.lines.map(({ message }) => message)).toContain('The timer refused what the desktop asked for')
  })

  it('where there is no tray says so, and the rest of Stint goes on', async () => {
    electron.fails = true
    const { tray, desktop } = await start()
    expect(tray.state()).toBe('missing')
    expect(desktop.memory.lines.map(({ message }) => message)).toEqual(['The tray could not be shown'])
  })

  it('on Linux is there when the desktop has a place for it, and is made anew when that comes later', async () => {
    const { tray } = await start()
    expect(tray.state()).toBe('missing')
    host.changed(false)
    expect(tray.state()).toBe('missing')
    host.changed(true)
    expect(tray.state()).toBe('shown')
    expect(electron.trays.map(({ isDestroyed }) => isDestroyed)).toEqual([true, false])
    expect(electron.trays[1]?.calls).toEqual(['new idle-middle.png', 'tooltip Stint · today 0:00', 'menu'])
    tray.dispose()
    tray.dispose()
    expect(tray.state()).toBe('off')
    expect(vi.getTimerCount()).toBe(0)
  })
})
