import { describe, expect, it } from 'vitest'
import { doctorCheckSchema } from '../../shared/contract/host.ts'
import {
  desktopApp,
  desktopServices,
  keychain,
  presence,
  type Surroundings,
  surroundingChecks,
} from './surrounding-checks.ts'

const full: Surroundings = {
  platform: 'linux',
  env: { WAYLAND_DISPLAY: 'wayland-0' },
  electron: '45.4.1',
  isDesktop: false,
  buses: {
    session: new Set([
      'org.kde.StatusNotifierWatcher',
      'org.freedesktop.Notifications',
      'org.freedesktop.secrets',
      'org.gnome.ScreenSaver',
      'org.gnome.Mutter.IdleMonitor',
    ]),
    system: new Set(['org.freedesktop.login1']),
  },
}
const bare: Surroundings = {
  platform: 'linux',
  env: {},
  electron: undefined,
  isDesktop: false,
  buses: { session: undefined, system: undefined },
}
const all = (machine: Surroundings) => [desktopApp, desktopServices, presence, keychain].map((check) => check(machine))

describe('what doctor says of the surroundings', () => {
  it('is all well on a whole desktop, and names what it found', () => {
    expect(all(full).map(({ status, detail }) => `${status}: ${detail}`)).toEqual([
      'ok: Electron 45.4.1',
      'ok: both are there',
      'ok: logind (sleep, lock, seat), screen saver, idle monitor',
      'ok: there is one; Stint keeps no password yet',
    ])
  })

  it('with nothing at all, says what is missing and how to do without, and calls nothing broken', () => {
    expect(all(bare).map(({ status, detail }) => `${status}: ${detail}`)).toEqual([
      'warn: missing here: Electron’s runtime, a display',
      'warn: missing here: the session’s D-Bus, and with it tray and notifications',
      'warn: missing here: logind, screen saver and idle monitor',
      'ok: none found; Stint keeps no password yet',
    ])
    for (const check of all(bare)) expect(check.mend === '').toBe(check.status === 'ok')
  })

  it('tells a desktop without a tray (GNOME as it comes) from one without notifications', () => {
    const session = new Set(['org.freedesktop.Notifications'])
    expect(desktopServices({ ...full, buses: { ...full.buses, session } }).detail).toBe(
      'missing here: a place for tray icons',
    )
  })

  it('counts the desktop app itself among those who tell', () => {
    expect(presence({ ...bare, isDesktop: true })).toMatchObject({ status: 'ok', detail: 'the desktop app' })
  })

  it.each(['darwin', 'win32'] as const)('asks nothing of D-Bus or a display on %s', (platform) => {
    expect(all({ ...bare, platform, electron: '45.4.1' }).every(({ status }) => status === 'ok')).toBe(true)
  })

  it('looks at this machine without failing, also where the environment says nothing', async () => {
    for (const env of [process.env, {}]) {
      for (const check of surroundingChecks(env)) {
        const found = doctorCheckSchema.parse(await check())
        expect(['ok', 'warn']).toContain(found.status)
      }
    }
  })
})
