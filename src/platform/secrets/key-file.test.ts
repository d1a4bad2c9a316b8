import os from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { defaultKeyFile } from './key-file.ts'

describe('the place of the key file', () => {
  const home = os.homedir()

  it("is in the person's configuration folder, never in the profile", () => {
    const fallback = path.join(home, '.config', 'stint', 'secrets.key')
    expect(defaultKeyFile({ XDG_CONFIG_HOME: '/cfg' }, 'linux')).toBe(path.join('/cfg', 'stint', 'secrets.key'))
    expect(defaultKeyFile({}, 'linux')).toBe(fallback)
    expect(defaultKeyFile({ XDG_CONFIG_HOME: 'relative' }, 'linux')).toBe(fallback)
    expect(defaultKeyFile({}, 'darwin')).toBe(fallback)
  })

  it('does not roam between machines on Windows', () => {
    const local = path.join(home, 'AppData', 'Local', 'Stint', 'secrets.key')
    expect(defaultKeyFile({ LOCALAPPDATA: '/local', APPDATA: '/roaming' }, 'win32')).toBe(
      path.join('/local', 'Stint', 'secrets.key'),
    )
    expect(defaultKeyFile({}, 'win32')).toBe(local)
  })
})
