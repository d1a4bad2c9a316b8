import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

export interface DesktopFolder {
  readonly profile: string
  readonly env: NodeJS.ProcessEnv
  remove(): void
}

/** A home of the test's own: nothing of the person's settings, buses and display is seen by the desktop under test. */
export function makeDesktopFolder(env: Readonly<Record<string, string>>): DesktopFolder {
  const folder = mkdtempSync(path.join(tmpdir(), 'stint desktop å-'))
  const { FORCE_COLOR: _, NODE_OPTIONS: __, WAYLAND_DISPLAY: ___, XDG_SESSION_TYPE: ____, ...own } = process.env
  return {
    profile: path.join(folder, 'min profil'),
    env: {
      ...own,
      TZ: 'Europe/Stockholm',
      NO_COLOR: '1',
      XDG_CONFIG_HOME: path.join(folder, 'config'),
      STINT_TEST_HOST_HOME: folder,
      // Not an address: no bus. A test that wants one gives its own.
      DBUS_SESSION_BUS_ADDRESS: 'none:',
      DBUS_SYSTEM_BUS_ADDRESS: 'none:',
      ...env,
    },
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 }),
  }
}

/** What tells a window's page from the other's. */
export function windowNameOf(url: string): 'main' | 'mini' {
  return new URL(url).pathname.startsWith('/mini') ? 'mini' : 'main'
}
