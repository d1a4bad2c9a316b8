import os from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { chooseConfigFiles, chooseProfileDir } from './profile-dir.ts'

const home = os.homedir()

describe('chooseProfileDir', () => {
  it('takes what is given before the variable, and the variable before the system’s folder', () => {
    expect(chooseProfileDir('/a/b', { STINT_PROFILE: '/c' }, 'linux')).toBe('/a/b')
    expect(chooseProfileDir(undefined, { STINT_PROFILE: '/c' }, 'linux')).toBe('/c')
    expect(chooseProfileDir('', { STINT_PROFILE: '' }, 'linux')).toBe(path.join(home, '.local/share/stint'))
    expect(chooseProfileDir('here', {}, 'linux')).toBe(path.resolve('here'))
  })

  it('finds each system’s data folder', () => {
    expect(chooseProfileDir(undefined, { XDG_DATA_HOME: '/data' }, 'linux')).toBe('/data/stint')
    expect(chooseProfileDir(undefined, { XDG_DATA_HOME: 'relative' }, 'linux')).toBe(
      path.join(home, '.local/share/stint'),
    )
    expect(chooseProfileDir(undefined, {}, 'darwin')).toBe(path.join(home, 'Library/Application Support/Stint'))
    expect(chooseProfileDir(undefined, { APPDATA: '/roaming' }, 'win32')).toBe('/roaming/Stint')
  })
})

describe('chooseConfigFiles', () => {
  it('keeps the order, and falls back to the variable only where none is given', () => {
    expect(chooseConfigFiles(['/a', '/b'], { STINT_CONFIG: '/c' })).toEqual(['/a', '/b'])
    expect(chooseConfigFiles([], { STINT_CONFIG: '/c' })).toEqual(['/c'])
    expect(chooseConfigFiles([], {})).toEqual([])
  })
})
