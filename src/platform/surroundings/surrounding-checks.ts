import type { DoctorCheck } from '../../shared/contract/host.ts'
import { askBuses, type BusNames } from './ask-buses.ts'
import { electronRuntime } from './electron-runtime.ts'

export interface Surroundings {
  readonly platform: NodeJS.Platform
  readonly env: NodeJS.ProcessEnv
  readonly electron: string | undefined
  /** The doctor is the desktop app itself. */
  readonly isDesktop: boolean
  readonly buses: BusNames
}

const TRAY = 'org.kde.StatusNotifierWatcher'
const NOTIFICATIONS = 'org.freedesktop.Notifications'
const SECRETS = 'org.freedesktop.secrets'

/**
 * What this machine offers around Stint, for `stint doctor`. Nothing here is ever worse than a warning: whatever is
 * missing, time is kept all the same, and each finding says how to do without.
 */
export function surroundingChecks(env: NodeJS.ProcessEnv = process.env): (() => Promise<DoctorCheck>)[] {
  let asked: Promise<Surroundings> | undefined
  const look = async (): Promise<Surroundings> => ({
    platform: process.platform,
    env,
    electron: electronRuntime(),
    isDesktop: process.versions.electron !== undefined,
    buses: await askBuses(env),
  })
  return [desktopApp, desktopServices, presence, keychain].map((check) => async () => {
    asked ??= look()
    return check(await asked)
  })
}

export function desktopApp({ platform, env, electron }: Surroundings): DoctorCheck {
  const hasDisplay = platform !== 'linux' || Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY'])
  const missing = [...(electron === undefined ? ['Electron’s runtime'] : []), ...(hasDisplay ? [] : ['a display'])]
  return finding(
    'desktop-app',
    'The desktop app can run',
    missing,
    `Electron ${electron ?? ''}`,
    'Without it, “stint serve” shows the same pages in a browser.',
  )
}

export function desktopServices({ platform, buses: { session } }: Surroundings): DoctorCheck {
  const id = 'desktop-services'
  const title = 'Tray and notifications'
  if (platform !== 'linux') return finding(id, title, [], 'part of the system', '')
  const missing =
    session === undefined
      ? ['the session’s D-Bus, and with it tray and notifications']
      : [
          ...(session.has(TRAY) ? [] : ['a place for tray icons']),
          ...(session.has(NOTIFICATIONS) ? [] : ['a notification service']),
        ]
  return finding(id, title, missing, 'both are there', 'Stint’s pages show the timer and every notice themselves.')
}

export function presence({ platform, isDesktop, buses: { session, system } }: Surroundings): DoctorCheck {
  const id = 'presence'
  const title = 'Somebody tells when you are away'
  if (platform !== 'linux') return finding(id, title, [], 'the desktop app hears it from the system', '')
  const sources = [
    ...(isDesktop ? ['the desktop app'] : []),
    ...(system?.has('org.freedesktop.login1') === true ? ['logind (sleep, lock, seat)'] : []),
    ...([...(session ?? [])].some((name) => /^org\.[a-z]+\.ScreenSaver$/.test(name)) ? ['screen saver'] : []),
    ...(session?.has('org.gnome.Mutter.IdleMonitor') === true ? ['idle monitor'] : []),
  ]
  const missing = sources.length === 0 ? ['logind, screen saver and idle monitor'] : []
  return finding(id, title, missing, sources.join(', '), 'Open pages tell it too; or say it yourself: “stint away”.')
}

/** Said, but never a warning, until something of Stint needs one. */
export function keychain({ platform, buses: { session } }: Surroundings): DoctorCheck {
  const isThere = platform !== 'linux' || session?.has(SECRETS) === true
  return finding(
    'keychain',
    'Keychain',
    [],
    `${isThere ? 'there is one' : 'none found'}; Stint keeps no password yet`,
    '',
  )
}

function finding(id: string, title: string, missing: readonly string[], good: string, mend: string): DoctorCheck {
  if (missing.length === 0) return { id, title, status: 'ok', detail: good, mend: '' }
  return { id, title, status: 'warn', detail: `missing here: ${missing.join(', ')}`, mend }
}
