import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createFakeDesktop } from '../../../tests/fakes/fake-desktop.ts'
import { createTestCore } from '../../../tests/fakes/test-core.ts'
import { type Hotkeys, startHotkeys } from './start-hotkeys.ts'

const keys = vi.hoisted(() => ({
  held: new Map<string, () => void>(),
  taken: new Set<string>(),
  forgotten: new Set<string>(),
}))

vi.mock('electron', () => ({
  globalShortcut: {
    register(accelerator: string, run: () => void) {
      if (accelerator === 'Alt+Tab') throw new TypeError('no such accelerator')
      if (keys.taken.has(accelerator)) return false
      if (!keys.forgotten.has(accelerator)) keys.held.set(accelerator, run)
      return true
    },
    isRegistered: (accelerator: string) => keys.held.has(accelerator),
    unregister: (accelerator: string) => keys.held.delete(accelerator),
  },
}))

let dispose: () => void = () => undefined
let hotkeys: Hotkeys | undefined

beforeEach(() => {
  for (const part of Object.values(keys)) part.clear()
  vi.stubEnv('XDG_SESSION_TYPE', 'x11')
  vi.stubEnv('WAYLAND_DISPLAY', '')
})

afterEach(() => {
  hotkeys?.dispose()
  dispose()
})

async function start() {
  const core = createTestCore()
  dispose = core.dispose
  const desktop = await createFakeDesktop(core)
  const started = startHotkeys(desktop)
  hotkeys = started
  const statuses = () => started.states().map(({ status }) => status)
  const set = (change: Partial<Record<'toggle' | 'show' | 'note', string>>) => {
    const { settings } = desktop.live.current()
    desktop.change({ settings: { ...settings, hotkeys: { ...settings.hotkeys, ...change } } })
  }
  return { ...core, desktop, started, statuses, set }
}

describe('startHotkeys', () => {
  it('starts and stops the timer, shows the window and takes a note', async () => {
    const { desktop, statuses } = await start()
    expect(statuses()).toEqual(['registered', 'registered', 'registered'])
    keys.held.get('CommandOrControl+Alt+O')?.()
    keys.held.get('CommandOrControl+Alt+N')?.()
    expect(desktop.windowCalls).toEqual(['toggle', 'note'])
    keys.held.get('CommandOrControl+Alt+S')?.()
    await vi.waitFor(() => expect(desktop.live.current().running?.note).toBe(''))
    keys.held.get('CommandOrControl+Alt+S')?.()
    await vi.waitFor(() => expect(desktop.live.current().running).toBeNull())
    expect(desktop.shown).toEqual([])
  })

  it('says which keys another program has, which are lost in silence, and which the system does not know', async () => {
    keys.taken.add('CommandOrControl+Alt+S')
    keys.forgotten.add('CommandOrControl+Alt+O')
    const { statuses, set } = await start()
    expect(statuses()).toEqual(['taken', 'taken', 'registered'])
    set({ note: 'alt+tab' })
    expect(statuses()).toEqual(['taken', 'taken', 'invalid'])
  })

  it('follows the settings: frees the old keys, and tries again what was taken', async () => {
    keys.taken.add('CommandOrControl+Alt+S')
    const { statuses, set } = await start()
    keys.taken.clear()
    set({ note: '', show: 'f9' })
    expect([...keys.held.keys()]).toEqual(['CommandOrControl+Alt+S', 'F9'])
    expect(statuses()).toEqual(['registered', 'registered', 'off'])
  })

  it('registers nothing anew while the settings stay the same', async () => {
    const { desktop } = await start()
    const before = keys.held.get('CommandOrControl+Alt+S')
    desktop.emit()
    expect(keys.held.get('CommandOrControl+Alt+S')).toBe(before)
  })

  it('on Wayland a registration proves nothing', async (context) => {
    if (process.platform !== 'linux') return context.skip('only Linux has Wayland')
    vi.stubEnv('XDG_SESSION_TYPE', 'wayland')
    const { statuses } = await start()
    expect(statuses()).toEqual(['unproven', 'unproven', 'unproven'])
  })

  it('gives all keys back at the end', async () => {
    const { started } = await start()
    started.dispose()
    expect(keys.held.size).toBe(0)
  })
})
